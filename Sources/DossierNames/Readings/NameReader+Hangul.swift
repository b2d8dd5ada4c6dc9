import Foundation

extension NameReader {
    func hangulReadings(_ text: String) -> [NameReading] {
        let words = text.split { $0.isWhitespace || $0 == "-" }.map(String.init)
        if words.count == 2, syllables(words[0]).count <= surnames.longestHangul {
            return hangulReadings(family: words[0], given: words[1])
        }
        let name = syllables(words.joined())
        guard !name.isEmpty else { return [] }
        guard name.count > 1 else {
            let part = part(name)
            let alone = part.surnames.isEmpty ? [] : [NameReading(family: part, given: nil)]
            return alone + [NameReading(family: nil, given: part)]
        }
        var found: [NameReading] = []
        for length in (1...surnames.longestHangul).reversed() where length < name.count {
            let family = Array(name.prefix(length))
            let isKnown = !surnames.surnames(hangul: family.text).isEmpty
            guard isKnown || length == 1 else { continue }
            let penalty = found.isEmpty ? (isKnown ? 0 : 10) : 8
            found += hangulReadings(family, Array(name.dropFirst(length)), penalty: penalty)
        }
        // A given name alone, or a name that is divided otherwise than any surname of the table: 사마광.
        found.append(NameReading(family: nil, given: part(name), penalty: name.count <= 2 ? 5 : 12))
        return found
    }

    func hangulReadings(family: String, given: String) -> [NameReading] {
        hangulReadings(syllables(family), syllables(given), penalty: 0)
    }

    private func hangulReadings(
        _ family: [HangulSyllable], _ given: [HangulSyllable], penalty: Int
    ) -> [NameReading] {
        hangulReadings(family, given, penalty: penalty, way: .written, han: "")
    }

    /// As written, and as spoken where sounds run together.
    func hangulReadings(
        _ family: [HangulSyllable], _ given: [HangulSyllable], penalty: Int, way: NameReading.Way, han: String
    ) -> [NameReading] {
        let familyPart = family.isEmpty ? nil : part(family)
        var found = [
            NameReading(
                family: familyPart, given: given.isEmpty ? nil : part(given), penalty: penalty, way: way, han: han)
        ]
        if let spoken = hangul.spokenRow(given) {
            var reading = found[0]
            reading.given = reading.given?.sounding(spoken)
            reading.penalty += 2
            if way == .written { reading.way = .spoken }
            found.append(reading)
        }
        return found
    }

    func part(_ syllables: [HangulSyllable]) -> NamePart {
        let text = syllables.text
        return NamePart(
            text: text, row: hangul.row(syllables), surnames: surnames.surnames(hangul: text),
            starts: hangul.starts(syllables))
    }

    func syllables(_ text: String) -> [HangulSyllable] {
        text.precomposedStringWithCanonicalMapping.unicodeScalars.compactMap(HangulSyllable.init)
    }
}
