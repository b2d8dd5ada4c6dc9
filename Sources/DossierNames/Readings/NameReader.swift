public import DossierModel
import Foundation

/// Reads names in any script into sounds.
public struct NameReader: Sendable {
    let tables: NameTables
    let latin: LatinSounds
    let hangul: HangulSounds
    let surnames: SurnameIndex

    /// At most so many readings of one name are kept, the likeliest first.
    static let mostReadings = 80
    /// Letters after these are no name any more.
    static let longestText = 200

    public init(_ tables: NameTables) {
        self.tables = tables
        latin = LatinSounds(tables.sounds)
        hangul = HangulSounds(tables.sounds, tables.romanisation)
        surnames = SurnameIndex(tables.romanisation)
    }

    /// The readings of a recorded name.
    public func readings(of name: PersonName) -> [NameReading] {
        guard let family = name.family, !family.isEmpty else { return readings(of: name.given ?? "") }
        return limited(readings(family: family, given: name.given ?? ""))
    }

    /// The readings of a name of which nobody has told the parts, in whatever script it stands; several names where some stand
    /// in brackets: `김철수(金哲洙)`.
    public func readings(of text: String) -> [NameReading] {
        let names = String(text.prefix(Self.longestText)).split { "()（）[]／/;；".contains($0) }
        return limited(names.flatMap { readings(ofOne: withoutTitles(String($0))) })
    }

    private func limited(_ readings: [NameReading]) -> [NameReading] {
        var seen: Set<NameReading> = []
        let unique = readings.filter { seen.insert($0).inserted }
        return Array(
            unique.enumerated().sorted { ($0.element.penalty, $0.offset) < ($1.element.penalty, $1.offset) }
                .prefix(Self.mostReadings).map(\.element))
    }

    private func readings(ofOne text: String) -> [NameReading] {
        switch NameScript(of: text) {
        case .hangul: hangulReadings(text)
        case .han, .japanese: hanReadings(text)
        case .latin: latinReadings(text)
        case nil: []
        }
    }

    private func readings(family: String, given: String) -> [NameReading] {
        guard !given.isEmpty else { return familyAlone(family) }
        switch (NameScript(of: family), NameScript(of: given)) {
        case (.hangul, .hangul): return hangulReadings(family: family, given: given)
        case (.latin, .latin): return latinReadings(family: family, given: given, penalty: 0, way: .written)
        case (.han, .han), (.han, .japanese), (.japanese, .japanese), (.japanese, .han):
            return hanReadings(family: family, given: given, penalty: 0)
        default: return readings(of: "\(family) \(given)")
        }
    }

    private func familyAlone(_ family: String) -> [NameReading] {
        readings(ofOne: family).compactMap { reading in
            guard let part = reading.family ?? reading.given else { return nil }
            return NameReading(family: part, given: nil, penalty: reading.penalty, way: reading.way)
        }
    }

    private func withoutTitles(_ text: String) -> String {
        var words = text.split { $0.isWhitespace }.map(String.init)
        let isTitle = { (word: String) in
            tables.sounds.titles.contains(word.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: ".,")))
        }
        while words.count > 1, let first = words.first, isTitle(first) { words.removeFirst() }
        while words.count > 1, let last = words.last, isTitle(last) { words.removeLast() }
        let name = words.joined(separator: " ").precomposedStringWithCanonicalMapping
        // Of three letters, the last may belong to the name: 김가양.
        let ending = tables.sounds.endings.first { name.hasSuffix($0) && name.count - $0.count >= 3 }
        return ending.map { String(name.dropLast($0.count)) } ?? name
    }
}
