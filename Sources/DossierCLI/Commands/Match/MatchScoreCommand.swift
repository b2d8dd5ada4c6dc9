import ArgumentParser
import DossierIntake
import DossierNames
import DossierOffice

struct MatchScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Tell how alike two names are, and why.",
        discussion: """
            Names may be in Hangul, Han characters, kana or Latin letters, in any of the usual spellings, family name first or \
            last. The score is from 0 to 1; the verdict is same, unsure or different. Two people may bear one name: a verdict \
            is about the names and not about the people.
            """)

    @Argument(help: "Two names.")
    var names: [String] = []
    @Option(
        help: "Instead of two names, a table of comma-separated values with columns id, a and b: one answer a row.",
        completion: .file(extensions: ["csv"]))
    var table: String?
    @Flag(help: "Print as JSON; with --table one object a line.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if (table == nil) != (names.count == 2) || table != nil && !names.isEmpty {
            throw ValidationError("Give two names, or --table with a file.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let tables = try office.nameTables()
            let scorer = NameScoring(reader: NameReader(tables), likeness: NameLikeness(tables))
            let face = NameComparisonFace(messages: office.messages)
            guard let table else {
                let comparison = scorer.compare(names[0], names[1])
                return try face.show(
                    comparison, names, json: json, Terminal(usesColour: office.surroundings.usesColour))
            }
            let pairs = try NamePairs(at: table)
            try face.show(pairs.all.map { ($0.id, scorer.compare($0.first, $0.second)) }, json: json)
        }
    }
}

/// Compares names as texts.
private struct NameScoring {
    let reader: NameReader
    let likeness: NameLikeness

    func compare(_ first: String, _ second: String) -> NameComparison {
        likeness.compare(reader.readings(of: first), reader.readings(of: second))
    }
}

/// Pairs of names out of a table.
private struct NamePairs {
    var all: [(id: String, first: String, second: String)]

    init(at path: String) throws {
        let table = try TableReader().table(at: path)
        let indices = try ["id", "a", "b"].map { column in
            guard let index = table.index(of: column) else {
                throw TableError(.noColumn, path: path, value: column, expected: table.columns.joined(separator: ", "))
            }
            return index
        }
        all = table.rows.map { ($0.cells[indices[0]], $0.cells[indices[1]], $0.cells[indices[2]]) }
    }
}
