/// How Han characters and Japanese names are read, out of the tables that `scripts/readings` makes from the Unihan database and the
/// IPA dictionary.
public struct HanReadings: Sendable {
    private let characters: SortedLines
    private let names: SortedLines

    struct Entry: Sendable {
        /// Syllables, that of education and of names first.
        var hangul: [String]
        /// Mandarin without tones.
        var mandarin: String
        /// Kun and on readings in Latin letters.
        var japanese: [String]
        /// The form that stands for this and its variants.
        var form: Character
    }

    /// The texts of `han-readings.tsv` and `japanese-names.tsv`.
    public init(characters: String, names: String) {
        self.characters = SortedLines(characters)
        self.names = SortedLines(names)
    }

    /// The numbers of lines that are out of order or have a wrong number of columns, of both tables.
    public var faults: [String] {
        characters.faults(columns: 5).map { "han-readings.tsv: line \($0 + 1)" }
            + names.faults(columns: 3).map { "japanese-names.tsv: line \($0 + 1)" }
    }

    subscript(character: Character) -> Entry? {
        guard let cells = characters.columns(of: String(character)), cells.count == 4 else { return nil }
        return Entry(
            hangul: cells[0].split(separator: " ").map(String.init), mandarin: String(cells[1]),
            japanese: cells[2].split(separator: " ").map(String.init), form: cells[3].first ?? character)
    }

    /// Kana of a Japanese family or given name; empty for one that the dictionary has not.
    func kana(family: String) -> [String] { kana(family, column: 0) }
    func kana(given: String) -> [String] { kana(given, column: 1) }

    private func kana(_ name: String, column: Int) -> [String] {
        guard let cells = names.columns(of: name), cells.count == 2 else { return [] }
        return cells[column].split(separator: " ").map(String.init)
    }

    /// One form for all variants of each character.
    func folded(_ text: String) -> String { String(text.map { self[$0]?.form ?? $0 }) }
}
