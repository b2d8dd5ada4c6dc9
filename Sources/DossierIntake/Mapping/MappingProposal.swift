import DossierModel
import Foundation

/// A mapping for a table that nobody has mapped yet: by what its headings mean and what its cells look like. People read and complete
/// it; what is not understood is left out and told.
public struct MappingProposal: Sendable, Hashable {
    public let mapping: TableMapping
    /// Columns of which nothing is known, and which the proposal leaves out.
    public let leftOut: [String]
    /// What somebody has to decide.
    public let questions: [Question]

    public enum Question: Sendable, Hashable {
        /// No column tells the rows apart: a composed key is proposed, or none.
        case key([String])
        /// An age of which nobody says when it was so.
        case ageDate(column: String)
        /// Years of two digits.
        case century(column: String)
        /// Whether the day or the month stands first.
        case dayOrder(column: String)
        /// Words that stand for no word of the catalogue.
        case values(column: String, [String])
        case noNames
    }

    /// `source` names the source in ids.
    public init(for table: Table, source: String, words: ColumnWords) {
        var questions: [Question] = []
        var leftOut: [String] = []
        let samples = table.columns.indices.map { column in
            table.rows.lazy.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }.filter {
                !$0.isEmpty
            }
            .map { String($0).trimmed }
        }
        var columns: [TableMapping.Column] = []
        var files: [String] = []
        for (index, name) in table.columns.enumerated() where !name.isEmpty {
            let heading = Self.withoutLanguage(name)
            if words.ignored.contains(ColumnWords.folded(heading.name))
                || words.key.contains(ColumnWords.folded(heading.name))
            {
                columns.append(.init(name: name, targets: []))
                continue
            }
            if words.files.contains(ColumnWords.folded(heading.name)) {
                columns.append(.init(name: name, targets: []))
                files.append(name)
                continue
            }
            guard var target = words.target(heading.name) else {
                columns.append(.init(name: name, targets: []))
                leftOut.append(name)
                continue
            }
            target.language = heading.language
            let sample = Array(samples[index].filter { !words.unknown.contains($0) }.prefix(2_000))
            questions += Self.adapt(&target, to: sample, column: name, words)
            columns.append(.init(name: name, targets: [target]))
        }
        var mapping = TableMapping(source: source, language: Self.language(of: table), columns: columns)
        mapping.unknown = words.unknown
        mapping.files = files
        mapping.key = Self.key(of: table, words, columns)
        if mapping.key.count != 1 || !Self.tellsApart(mapping.key, in: table) { questions.append(.key(mapping.key)) }
        let names = columns.filter { $0.targets.first?.field == PersonFields.names.definition }
        if names.isEmpty { questions.append(.noNames) }
        let hasSeveral = names.contains { column in
            table.index(of: column.name).map { index in
                samples[index].prefix(20_000).contains { RowNames.isSeveral($0) }
            } ?? false
        }
        if hasSeveral { mapping.people = words.people }
        for column in columns {
            for target in column.targets {
                if case .age = target.field.type, target.at.isEmpty { questions.append(.ageDate(column: column.name)) }
            }
        }
        self.mapping = mapping
        self.leftOut = leftOut
        self.questions = questions
    }

    /// Where KoBo has put the answers that stand once, for the sheet of a group of questions that is asked again and again; nil for
    /// any other table.
    public static func parent(of table: Table) -> TableMapping.Parent? {
        let (by, name) = ("_parent_index", "_parent_table_name")
        guard table.columns.contains(by), let place = table.index(of: name) else { return nil }
        let sheets = Set(table.rows.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil })
        guard sheets.count == 1, let sheet = sheets.first, !sheet.isEmpty else { return nil }
        return .init(.sheet(sheet), key: "_index", by: by)
    }

    // MARK: Columns

    /// `name__en`, as Uwazi names the columns of translations.
    private static func withoutLanguage(_ name: String) -> (name: String, language: LanguageTag?) {
        guard let mark = name.range(of: "__", options: .backwards),
            let tag = LanguageTag(String(name[mark.upperBound...]))
        else {
            return (name, nil)
        }
        return (String(name[..<mark.lowerBound]), tag)
    }

    /// Makes a target fit the cells that are there.
    private static func adapt(
        _ target: inout TableMapping.Target, to sample: [String], column: String, _ words: ColumnWords
    ) -> [Question] {
        switch target.field.type {
        case .date: return adaptDate(&target, to: sample, column: column)
        case .choice(let choices), .choices(let choices):
            return adaptValues(&target, to: sample, column: column, words, isWord: choices.contains)
        case .state, .states:
            return adaptValues(&target, to: sample, column: column, words) { StateCode($0) != nil }
        case .age:
            // Old Korean lists count in the Korean way, but nobody says so: the reader of the list decides.
            return []
        default: return []
        }
    }

    private static func adaptValues(
        _ target: inout TableMapping.Target, to sample: [String], column: String, _ words: ColumnWords,
        isWord: (String) -> Bool
    ) -> [Question] {
        let known = words.values[target.field.id] ?? [:]
        var left: [String] = []
        for text in Set(sample).sorted().prefix(60) {
            if let word = known[text] ?? known[text.lowercased()] {
                target.values[text] = word
            } else if !isWord(text) {
                left.append(text)
            }
        }
        return left.isEmpty ? [] : [.values(column: column, left)]
    }

    private static func adaptDate(_ target: inout TableMapping.Target, to sample: [String], column: String)
        -> [Question]
    {
        let count = { (pattern: Regex<Substring>) in sample.count { $0.wholeMatch(of: pattern) != nil } }
        guard !sample.isEmpty else { return [] }
        if count(/\d{5}(?:\.\d+)?/) * 2 > sample.count { target.format = .serial }
        if count(/\d{8}/) * 2 > sample.count { target.format = .compact }
        if count(/\d{9,10}/) * 2 > sample.count { target.format = .unix }
        if count(/\d\d[.\/-]\s?\d{1,2}[.\/-]\s?\d{1,2}\.?/) * 2 > sample.count { return [.century(column: column)] }
        let slashed = sample.compactMap { $0.wholeMatch(of: /(\d{1,2})[\/.-](\d{1,2})[\/.-](?:\d{4})/) }
        guard slashed.count * 2 > sample.count else { return [] }
        if slashed.contains(where: { Int($0.1) ?? 0 > 12 }) {
            target.format = .dayFirst
        } else if slashed.contains(where: { Int($0.2) ?? 0 > 12 }) {
            target.format = .monthFirst
        } else {
            return [.dayOrder(column: column)]
        }
        return []
    }

    // MARK: Rows

    private static func key(of table: Table, _ words: ColumnWords, _ columns: [TableMapping.Column]) -> [String] {
        let named = words.key.compactMap { word in
            table.columns.first { ColumnWords.folded(withoutLanguage($0).name) == word }
        }
        if let found = named.first(where: { tellsApart([$0], in: table) }) { return [found] }
        let people = columns.filter { column in
            column.targets.contains {
                [PersonFields.names.definition, PersonFields.birthDate.definition].contains($0.field)
            }
        }.map(\.name)
        if !people.isEmpty, tellsApart(people, in: table) { return people }
        return named.first.map { [$0] } ?? people
    }

    private static func tellsApart(_ key: [String], in table: Table) -> Bool {
        let places = key.compactMap { table.index(of: $0) }
        guard !places.isEmpty else { return false }
        var seen: Set<[String]> = []
        return table.rows.allSatisfy { row in
            let cells = places.map { row.cells.indices.contains($0) ? row.cells[$0] : "" }
            return !cells.contains("") && seen.insert(cells).inserted
        }
    }

    /// Korean where the cells have Hangul or Han characters, else English.
    private static func language(of table: Table) -> LanguageTag {
        let isKorean = table.rows.prefix(50).contains { row in
            row.cells.contains { cell in
                cell.unicodeScalars.contains {
                    (0xAC00...0xD7A3).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
                }
            }
        }
        return isKorean ? .korean : .english
    }
}
