public import DossierModel
import Foundation

/// The spellings under which a Korean name written in Hangul may stand elsewhere: in Latin letters by the systems and by
/// habit, and in Hangul with the initial sounds of the North and of the South.
///
/// Somebody who looks for a name must look for all of them: a family that the record knows as `이` may be Lee, Yi, Rhee or Ri in the
/// paper that is about to be sent.
public struct HangulSpellings: Sendable {
    /// At most so many spellings are made of one name, the likeliest first.
    public static let limit = 2_000

    private let tables: RomanisationTables
    private let syllables: SyllableSpellings
    private let readings: HangulReadings

    public init(_ tables: RomanisationTables) {
        self.tables = tables
        syllables = SyllableSpellings(tables: tables)
        readings = HangulReadings(tables: tables)
    }

    /// Spellings of a name, family name first and a space between: `Lee Yongsu`, and without a space in Hangul: `리용수`. The same
    /// in every run. None for a name that is not in Hangul.
    public func spellings(of name: PersonName) -> [String] {
        guard name.script == .hangul, let given = Self.syllables(of: name.given ?? ""),
            let family = Self.syllables(of: name.family ?? "")
        else { return [] }
        let parts = family.isEmpty ? divisions(of: given) : [(family: family, given: given)]
        var collected = Collected(limit: Self.limit)
        let candidates = parts.flatMap { self.candidates(family: $0.family, given: $0.given) }
        for candidate in candidates where candidate.hangul != family.text + given.text {
            collected.add([candidate.hangul])
        }
        let last = candidates.map { $0.penalty + $0.combinations.lastRank }.max() ?? -1
        var rank = 0
        while rank <= last, !collected.isFull {
            for candidate in candidates {
                let choices = candidate.combinations.combinations(ofRank: rank - candidate.penalty, limit: Self.limit)
                collected.add(choices.map { Self.written($0, hasFamily: candidate.hasFamily) })
            }
            rank += 1
        }
        return collected.texts
    }

    /// One Hangul form of a name with what each of its parts may be in Latin letters.
    private struct Candidate {
        var hangul: String
        var hasFamily: Bool
        var combinations: RankedCombinations
        /// How much rarer it is than the name as it stands.
        var penalty: Int
    }

    private func candidates(family: [HangulSyllable], given: [HangulSyllable]) -> [Candidate] {
        let known = tables.surnames.first { $0.hangul.contains(family.text) }?.hangul ?? []
        let families = ([family.text] + known).uniqued
        // A surname that no table knows still has its initial sounds.
        let surnames = known.isEmpty ? readings.spellings(of: family).map(\.text) : families
        let surname = family.isEmpty ? [] : [surnames.flatMap { syllables.spellings(ofSurname: $0) }.uniqued]
        var found: [Candidate] = []
        for (place, form) in readings.spellings(of: given).prefix(8).enumerated() {
            for (index, written) in surnames.enumerated() {
                let penalty = place == 0 ? 0 : 3
                // The Latin spellings of a surname are the same for all of its Hangul forms.
                let latin = index == 0 ? surname + form.map { syllables.spellings(of: $0) } : [[]]
                found.append(
                    Candidate(
                        hangul: written + form.text, hasFamily: !family.isEmpty,
                        combinations: RankedCombinations(latin), penalty: penalty))
            }
            guard let spoken = readings.spoken(form) else { continue }
            found.append(
                Candidate(
                    hangul: family.text + form.text, hasFamily: !family.isEmpty,
                    combinations: RankedCombinations(surname + spoken.map { syllables.spellings(of: $0) }),
                    penalty: place == 0 ? 1 : 4))
        }
        return found
    }

    /// A name of which nobody recorded what the family name is: as one word, and divided after every surname that it can
    /// begin with, the longer first (`남궁`, `선우`).
    private func divisions(of name: [HangulSyllable]) -> [(family: [HangulSyllable], given: [HangulSyllable])] {
        let divided = [2, 1].compactMap { length -> (family: [HangulSyllable], given: [HangulSyllable])? in
            let family = Array(name.prefix(length))
            guard (length + 1...length + 3).contains(name.count),
                tables.surnames.contains(where: { $0.hangul.contains(family.text) })
            else { return nil }
            return (family, Array(name.dropFirst(length)))
        }
        return divided + [([], name)]
    }

    /// Nil when something other than Hangul stands in `text`.
    private static func syllables(of text: String) -> [HangulSyllable]? {
        let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !$0.properties.isWhitespace && $0 != "-"
        }
        let found = scalars.compactMap(HangulSyllable.init)
        // A name longer than any is no name, and would take long.
        return found.count == scalars.count && found.count <= 6 ? found : nil
    }

    private static func written(_ parts: [String], hasFamily: Bool) -> String {
        let given = (hasFamily ? parts.dropFirst() : parts[...]).joined()
        guard hasFamily, let family = parts.first else { return given.capitalized }
        return given.isEmpty ? family.capitalized : "\(family.capitalized) \(given.capitalized)"
    }
}

/// Spellings in the order in which they were found, each once, up to a limit.
private struct Collected {
    let limit: Int
    var texts: [String] = []
    private var seen: Set<String> = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { texts.count >= limit }

    mutating func add(_ more: [String]) {
        for text in more where !isFull && seen.insert(text).inserted { texts.append(text) }
    }
}
