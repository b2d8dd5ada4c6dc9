public import DossierModel

/// Looks through text that people write for names and numbers of persons who have not agreed to be known by it.
///
/// Text is compared without case, spaces, punctuation and marks over letters, as the sweep of documents does. Among a whole library
/// full names are looked for; given names alone only of the persons whom the text is about, since among many thousands
/// every word would be somebody's.
public struct NameCheck: Sendable {
    /// What stands in a text, and whose it is.
    public struct Hit: Sendable, Hashable {
        public var kind: Kind
        public var person: RecordID

        public enum Kind: String, Sendable, Hashable {
            case fullName, givenName, identifier
        }
    }

    private struct Needle: Sendable {
        var bytes: [UInt8]
        var hit: Hit
        /// Latin letters and digits must be whole words: "Lee Na" is not in "sleeena".
        var isWhole: Bool
        /// For very short names, where their second part must begin: "Li Na" is not "Lina".
        var joint: Int?
    }

    // By their first three bytes, so that a text is looked through once however many persons there are.
    private var needles: [UInt32: [Needle]] = [:]

    /// `persons` who may not be named to `audience` under `consents` are looked for; of those among `close` the given
    /// name alone too.
    public init(
        persons: [Record], consents: [Record], close: Set<RecordID>, audience: Audience, on day: Day
    ) {
        let byPerson = Dictionary(grouping: consents) { $0[ConsentFields.about].value }
        for person in persons {
            let grant = Grant(consents: byPerson[person.id] ?? [], about: person.id, audience: audience, on: day)
            let isDangerous = person.isPresumedInDanger && !grant.despiteRisk
            if !grant.allows || grant.nameForm != .full || isDangerous {
                addNames(of: person, isClose: close.contains(person.id))
            }
            // Numbers and addresses are for nobody but the body, whoever may be named.
            addIdentifiers(of: person)
        }
    }

    private mutating func addNames(of person: Record, isClose: Bool) {
        for name in person[PersonFields.names].accounts.flatMap(\.value) {
            if name.family != nil, name.given != nil {
                let parts = [name.family, name.given].compactMap(\.self)
                for order in [parts, parts.reversed()] { add(order, .fullName, person.id) }
                add([name.joined], .fullName, person.id)
            } else {
                // A person known by one name only.
                add([name.joined], isClose ? .fullName : .givenName, person.id)
            }
            if isClose, let given = name.given { add([given], .givenName, person.id) }
        }
    }

    private mutating func addIdentifiers(of person: Record) {
        for item in person[PersonFields.identityDocuments].value ?? [] {
            if let number = item[IdentityDocumentFields.number].value { add([number], .identifier, person.id) }
        }
        for text in person[PersonFields.contact].accounts.flatMap(\.value.wordings) {
            for word in text.text.split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) })
            where word.contains("@") || word.count(where: \.isNumber) >= 7 {
                add([String(word)], .identifier, person.id)
            }
        }
    }

    /// One text to look for, in the parts that make it up.
    private mutating func add(_ parts: [String], _ kind: Hit.Kind, _ person: RecordID) {
        let folded = parts.map(FoldedText.bytes(of:))
        let bytes = folded.flatMap(\.self)
        let isLatin = (bytes.first ?? 0) < 0x80
        let isShort = isLatin && kind == .fullName && parts.count == 2 && bytes.count < 5
        let least = kind == .identifier ? 6 : isLatin ? (isShort ? 3 : kind == .givenName ? 4 : 5) : 6
        guard bytes.count >= least else { return }
        let needle = Needle(
            bytes: bytes, hit: Hit(kind: kind, person: person), isWhole: isLatin,
            joint: isShort ? folded.first?.count : nil)
        needles[Self.key(bytes[...]), default: []].append(needle)
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Each person once for each kind; a given name within a full name that was found is not told again.
    public func hits(in text: String) -> [Hit] {
        let hay = FoldedText(text)
        guard !needles.isEmpty, hay.bytes.count >= 3 else { return [] }
        var found: [Hit] = []
        for start in 0...(hay.bytes.count - 3) {
            guard let candidates = needles[Self.key(hay.bytes[start...])] else { continue }
            for needle in candidates {
                let end = start + needle.bytes.count
                guard end <= hay.bytes.count, hay.bytes[start..<end].elementsEqual(needle.bytes),
                    !needle.isWhole || (hay.beginsWord(at: start) && hay.endsWord(before: end)),
                    needle.joint.map({ hay.beginsWord(at: start + $0) }) ?? true,
                    !found.contains(needle.hit)
                else { continue }
                found.append(needle.hit)
            }
        }
        let named = Set(found.filter { $0.kind == .fullName }.map(\.person))
        return found.filter { $0.kind != .givenName || !named.contains($0.person) }
    }
}

extension Record {
    // Relatives in the DPRK and in China are presumed in danger until somebody has recorded that they are not.
    var isPresumedInDanger: Bool {
        switch self[PersonFields.riskIfNamed].value {
        case "yes": return true
        case "no": return false
        default:
            guard let state = self[PersonFields.livesIn].value else { return false }
            return ["PRK", "CHN"].contains(state.text)
        }
    }
}
