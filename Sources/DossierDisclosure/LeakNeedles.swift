public import DossierModel

/// The texts that must not be found in what leaves the house, of one case or of several, and the search for them.
///
/// A text is found however it is written: see ``FoldedText``. What is found is told by record and field, never by the text
/// itself, so that a message about a leak does not leak.
public struct LeakNeedles: Sendable {
    /// A text that was found, by where the house keeps it.
    public struct Hit: Sendable, Hashable {
        public var record: RecordID
        /// The field's id in the catalogue.
        public var field: String
        public var kind: Kind

        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// A full name of somebody who may not be named.
            case name
            /// A given name by itself.
            case givenName
            /// A number or address.
            case identifier
            case text
        }
    }

    /// Of names that may be told.
    static let allowedTag = -1

    private let needles: [LeakNeedle]
    /// Names that may be told.
    private let allowed: [NeedleIndex.Needle]
    /// Texts that may be told; what stands in one of them is not looked for, unless it is a name.
    private let told: [String]

    /// For texts, for bytes of which nobody knows what they are, and for UTF-16 in these.
    let inTexts: NeedleIndex
    let inBytes: NeedleIndex
    let inWideBytes: NeedleIndex

    /// Shorter needles are left out where bytes can be anything: noise would match them. In UTF-16 three syllables are six.
    static let leastInBytes = 8
    static let leastInWideBytes = 6

    init(_ candidates: [LeakNeedle], allowed: [NeedleIndex.Needle], told: [String]) {
        let needles = Self.withoutTold(Self.distinct(candidates), told)
        let searched = needles.enumerated().map { place, needle in needle.needle(tag: place) }
        // Names that may be told come first, so that they are found before what stands within them.
        inTexts = NeedleIndex(allowed + searched)
        inBytes = NeedleIndex(allowed + searched.filter { $0.bytes.count >= Self.leastInBytes })
        let allowedBytes = Set(allowed.map(\.bytes))
        inWideBytes = NeedleIndex(
            needles.enumerated().flatMap { place, needle in
                let isAllowed = Self.isName(needle) && allowedBytes.contains(needle.bytes)
                return isAllowed ? [] : needle.wide.flatMap { Self.wide($0, tag: place) }
            })
        self.needles = needles
        self.allowed = allowed
        self.told = told
    }

    public var isEmpty: Bool { needles.isEmpty }
    public var count: Int { needles.count }

    /// What none of several cases tells, for files that stand for all of them: a text that one of them may tell is not
    /// looked for, a name is, unless it is also that of somebody whom one of them may name.
    public init(union cases: [LeakNeedles]) {
        self.init(cases.flatMap(\.needles), allowed: cases.flatMap(\.allowed), told: cases.flatMap(\.told))
    }

    /// The same without what stands in `texts` anyway, such as the words of the documents themselves. Names are looked for all
    /// the same.
    public func without(told texts: [String]) -> LeakNeedles {
        LeakNeedles(needles, allowed: allowed, told: told + texts)
    }

    /// What of it stands in a text, each field of a record once for each kind.
    public func hits(inText text: String) -> [Hit] {
        var search = LeakSearch(for: self, in: .text)
        var text = text
        text.withUTF8 { search.add(UnsafeRawBufferPointer($0)) }
        return search.finish()
    }

    /// What of it stands in bytes of which nobody knows what they are, such as a picture, in UTF-8 or UTF-16.
    public func hits(inBytes block: [UInt8]) -> [Hit] {
        var search = LeakSearch(for: self, in: .unknown)
        search.add(block)
        return search.finish()
    }

    /// The hits of needles, in order; a given name within a full name that was found is not told again.
    func hits(of places: some Sequence<Int>) -> [Hit] {
        var found: [Hit] = []
        var seen: Set<Hit> = []
        for place in places where seen.insert(needles[place].hit).inserted { found.append(needles[place].hit) }
        return found.filter { hit in
            guard hit.kind == .givenName else { return true }
            return !seen.contains(Hit(record: hit.record, field: hit.field, kind: .name))
        }
    }

    func isName(_ place: Int) -> Bool { Self.isName(needles[place]) }

    private static func isName(_ needle: LeakNeedle) -> Bool { [.name, .givenName].contains(needle.hit.kind) }

    // MARK: Which are looked for

    /// The first of those that would be found in the same places.
    private static func distinct(_ needles: [LeakNeedle]) -> [LeakNeedle] {
        var seen: Set<LeakNeedle> = []
        return needles.filter { needle in
            var key = needle
            key.hit = Hit(record: needles[0].hit.record, field: "", kind: needle.hit.kind)
            return seen.insert(key).inserted
        }
    }

    private static func withoutTold(_ needles: [LeakNeedle], _ told: [String]) -> [LeakNeedle] {
        let texts = needles.enumerated().filter { !isName($0.element) }.map { place, needle in
            needle.needle(tag: place)
        }
        let index = NeedleIndex(texts)
        guard !index.isEmpty else { return needles }
        var found: Set<Int> = []
        for text in Set(told) { found.formUnion(index.matches(in: FoldedText(text)).map(\.tag)) }
        return needles.enumerated().filter { !found.contains($0.offset) }.map(\.element)
    }

    private static func wide(_ text: String, tag: Int) -> [NeedleIndex.Needle] {
        let units = Array(text.utf16)
        guard units.count * 2 >= leastInWideBytes else { return [] }
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        return [little, big].map { NeedleIndex.Needle(bytes: $0, tag: tag) }
    }
}
