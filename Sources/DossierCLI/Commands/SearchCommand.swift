import ArgumentParser
import DossierDisclosure
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find records by names in any spelling, words, dates and places.",
        discussion: """
            Names are found however they are spelt: 김철수, Kim Chol-su, Lee Chul Soo, 金哲洙, a family name or a given name alone. Words \
            are found within Korean text whatever particles hang on them; “quotation marks” keep several together. Dates are read as \
            people write them (1950-09, 1950년 9월, September 1950). All parts of the query have to hold of one case, in any of its \
            records. Each hit says why it was found.

            With --edition only what that edition of the case still tells is looked at, by level and by consent, as of today: what it \
            withholds is neither found nor counted.

            The index is brought up to date before the search.
            """)

    @Argument(help: "What to look for.")
    var text: [String] = []
    @Option(
        help:
            "Only these kinds of records, parted by commas: person, case, incident, testimony, exhibit, claim, consent."
    )
    var kind: String?
    @Option(help: "As readers of this edition would see it: full, partner or public (else as staff).")
    var edition: String?
    @Option(name: .customLong("for"), help: "The body of the full edition, or the code of the partner.")
    var audience: String?
    @Option(help: "At most so many hits.")
    var limit = 20
    @Option(
        help: "Queries from a file, one a line (“-”: standard input); one JSON object a line is printed.",
        completion: .file())
    var queries: String?
    @Flag(help: "Make the index anew.")
    var rebuild = false
    @Flag(help: "Print as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if text.isEmpty, queries == nil, !rebuild { throw ValidationError("Say what to look for.") }
        if !text.isEmpty, queries != nil { throw ValidationError("Give a query, or --queries with a file.") }
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
        for word in kinds ?? [] where RecordKind(rawValue: word) == nil {
            throw ValidationError("--kind takes \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        guard let edition else { return }
        guard ["full", "partner", "public"].contains(edition) else {
            throw ValidationError("--edition takes full, partner or public.")
        }
        if edition != "public", audience == nil { throw ValidationError("--edition \(edition) needs --for.") }
    }

    private var kinds: [String]? { kind?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }

    private var reader: Audience? {
        switch edition {
        case "full": .body(audience ?? "")
        case "partner": .partner(audience ?? "")
        case "public": .everyone
        default: nil
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let searching = CaseSearching(try office.nameTables())
            let library = try indexed(searching, office)
            defer { try? library.close() }
            let order = CaseSearching.Order(
                kinds: kinds.map { Set($0.compactMap { RecordKind(rawValue: $0) }) }, audience: reader,
                day: office.surroundings.today, limit: limit)
            let face = SearchFace(office: office, terminal: terminal)
            if let queries { return try answer(queries, searching, library, order, face) }
            guard !text.isEmpty else { return terminal.line(office.messages["search.rebuilt"]) }
            try face.show(try searching.search(text.joined(separator: " "), in: library, order), json: json)
        }
    }

    /// The library with its index brought up to date; a library that cannot be written is searched as its index is.
    private func indexed(_ searching: CaseSearching, _ office: Office) throws -> Library {
        let known = try office.library(place.library, readOnly: true)
        let standing = try known.indexStanding()
        if !rebuild, standing.isThere, standing.behind == 0 { return known }
        do {
            let library = try office.library(place.library)
            let bar = ProgressBar(office.messages["search.indexing"])
            try searching.index(library, anew: rebuild) { bar.update($0, of: $1) }
            bar.finish()
            try known.close()
            return library
        } catch let error as LibraryError where error.reason == .cannotWrite && standing.isThere {
            FileHandle.standardError.write(Data("\(office.messages["search.behind"])\n".utf8))
            return known
        }
    }

    private func answer(
        _ path: String, _ searching: CaseSearching, _ library: Library, _ order: CaseSearching.Order, _ face: SearchFace
    ) throws {
        let data =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data, let lines = String(data: data, encoding: .utf8) else {
            throw Refusal(.noInput, "table.unreadable", ["path": VisibleText.of(path)])
        }
        for line in lines.split(whereSeparator: \.isNewline) {
            let start = ContinuousClock.now
            let result = try searching.search(String(line), in: library, order)
            try face.showLine(String(line), result, took: ContinuousClock.now - start)
        }
    }
}
