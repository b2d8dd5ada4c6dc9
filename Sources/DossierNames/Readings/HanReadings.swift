/// How Han characters are read, out of the table that `scripts/readings` makes from the Unihan database.
public struct HanReadings: Sendable {
    private let entries: [Character: Entry]

    struct Entry: Sendable {
        /// Syllables, that of education and of names first.
        var hangul: [String]
        /// Mandarin without tones.
        var mandarin: String
        /// On and kun readings in Latin letters.
        var japanese: [String]
        /// The form that stands for this and its variants.
        var form: Character
    }

    /// Reads `han-readings.tsv`.
    /// - Throws: ``RomanisationTables/Unusable`` with the lines that have not five columns.
    public init(from text: String, file: String) throws(RomanisationTables.Unusable) {
        var entries: [Character: Entry] = [:]
        entries.reserveCapacity(17_000)
        var problems: [String] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 5, cells[0].count == 1, let character = cells[0].first else {
                problems.append("\(number + 1): not five columns after one character")
                continue
            }
            entries[character] = Entry(
                hangul: cells[1].split(separator: " ").map(String.init), mandarin: String(cells[2]),
                japanese: cells[3].split(separator: " ").map(String.init), form: cells[4].first ?? character)
        }
        guard problems.isEmpty else { throw RomanisationTables.Unusable(file: file, problems: problems) }
        self.entries = entries
    }

    subscript(character: Character) -> Entry? { entries[character] }

    /// One form for all variants of each character.
    func folded(_ text: String) -> String { String(text.map { entries[$0]?.form ?? $0 }) }
}
