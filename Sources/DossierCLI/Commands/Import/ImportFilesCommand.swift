import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct ImportFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Take in case files or a list, all of it or nothing.",
        discussion: """
            Everything that cannot be taken in is reported at once, with file, line and key, or with row and column, and the \
            library stays as it is. A record that says what the library already holds makes no new revision.

            A list is a table: comma-separated values or an Excel workbook. A mapping says where its columns go. --map \
            proposes one and writes it into a file, for you to read and complete; --mapping imports by it. The library keeps the \
            mapping, so that the same list is imported later without it: rows are known again by their key, what people have \
            changed since stays, and where both have changed a field both stand side by side. Columns that name files (files: of the \
            mapping) make exhibits of them: they are taken from the ZIP file of the list (Uwazi’s import.csv with its files), from \
            beside the list, or from --files.

            Files of other programs are taken in under a --source too, and known again by their own numbers: editions in XML \
            (.xml), as “dossier export” writes them, and entities of FollowTheMoney, one a line (.ftm.json, .ijson). No consent \
            comes with them: nothing of them leaves again before somebody has recorded one.
            """)

    @Argument(
        help:
            "Case files, folders of them, one list (.csv, .tsv, .xlsx, or .zip with its files), or files of other programs (.xml, .ftm.json).",
        completion: .file(extensions: ["yaml", "yml", "csv", "tsv", "xlsx", "zip", "xml", "json", "ijson"]))
    var files: [String]

    @Option(
        help: "Propose a mapping for the list and write it into this new file; import nothing.", completion: .file())
    var map: String?

    @Option(help: "The mapping by which the list is read.", completion: .file(extensions: ["yaml", "yml"]))
    var mapping: String?

    @Option(
        help:
            "The name of the source, of a-z, 0-9 and -: of a proposal, of the mapping that the library keeps, or of another house."
    )
    var source: String?

    @Option(help: "The encoding of comma-separated values: utf-8, utf-16, cp949, shift_jis, gb18030.")
    var encoding: String?

    @Option(help: "The sheet of a workbook (else the first).")
    var sheet: String?

    @Option(
        help: "Write what becomes of each row, and every fault, into this new file of comma-separated values.",
        completion: .file())
    var report: String?

    @Option(
        name: .customLong("files"),
        help: "The folder of the files that the rows of a list name (else in its ZIP file, or beside it).",
        completion: .directory)
    var fileFolder: String?

    @Flag(help: "Report what would happen; change nothing.")
    var dryRun = false

    @Flag(
        inversion: .prefixedNo,
        help: "With --dry-run of a list: also tell who may be in the library already, or twice in the list.")
    var doubles = true

    @Flag(help: "Bring text into Unicode form NFC instead of refusing what is not in it.")
    var normalise = false

    @Flag(help: "Report as JSON.")
    var json = false

    @Option(help: "Why: noted in the ledger.")
    var reason = "import"

    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if let encoding, TableEncoding(rawValue: encoding) == nil {
            throw ValidationError("--encoding takes \(TableEncoding.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let isList = files.count == 1 && ListWork.isList(files[0])
        guard !isList else {
            if map != nil, mapping != nil {
                throw ValidationError("Give --map to propose a mapping, or --mapping to import by one.")
            }
            return
        }
        guard !files.contains(where: ListWork.isList) else {
            throw ValidationError("One list at a time, and no case files beside it.")
        }
        let isExchange = ExchangeWork.form(of: files) != nil
        guard isExchange || !files.contains(where: { ExchangeImport.Form(path: $0) != nil }) else {
            throw ValidationError("Files of other programs are taken in by themselves, those of one kind at a time.")
        }
        if map ?? mapping ?? sheet ?? encoding ?? fileFolder != nil {
            throw ValidationError("--map, --mapping, --encoding, --sheet and --files are for lists.")
        }
        if !isExchange, source ?? report != nil {
            throw ValidationError("--source and --report are for lists and for files of other programs.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            if let list = files.first, ListWork.isList(list) {
                let work = ListWork(
                    path: list, mappingPath: mapping, source: source,
                    encoding: encoding.flatMap { TableEncoding(rawValue: $0) }, sheet: sheet, office: office,
                    terminal: Terminal(usesColour: office.surroundings.usesColour))
                if let map { return try work.propose(into: map) }
                return try work.run(
                    library: place.library,
                    .init(
                        dryRun: dryRun, json: json, report: report, reason: reason, doubles: doubles,
                        files: fileFolder))
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            if let form = ExchangeWork.form(of: files) {
                let work = ExchangeWork(paths: files, form: form, source: source, office: office, terminal: terminal)
                return try work.run(
                    library: place.library,
                    .init(
                        dryRun: dryRun, json: json, report: report, reason: reason, doubles: doubles))
            }
            let reading = CaseFileReader(normalises: normalise).read(paths: files)
            // Read-only until everything is known to be sound: a refused import does not so much as open a log.
            let known = try office.library(place.library, readOnly: true)
            let findings =
                reading.findings
                + (try ReferenceCheck.findings(in: reading.records) { try known.standing(of: $0)?.kind })
            try known.close()
            if findings.isEmpty {
                let report = try save(reading.records, office)
                try show(report, reading, office, terminal)
                return
            }
            let face = FindingsFace(messages: office.messages, terminal: terminal)
            if json {
                try JSONFace.print(Report(findings: findings.map(face.plain)))
            } else {
                face.show(findings)
            }
            throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
        }
    }

    private func save(_ records: [Record], _ office: Office) throws -> Library.SaveReport {
        let path = office.libraryPath(place.library)
        if dryRun {
            let known = try Library.open(at: path, readOnly: true)
            defer { try? known.close() }
            return try known.trial(of: try ClaimPrints.filled(records, from: known))
        }
        let library = try Library.open(at: path)
        let report = try library.save(
            try ClaimPrints.filled(records, from: library), change: office.surroundings.change(reason))
        try library.close()
        return report
    }

    private struct Report: Encodable {
        var findings: [FindingsFace.Plain] = []
        var added: [String] = []
        var revised: [String] = []
        var unchanged: [String] = []
    }

    private func show(
        _ report: Library.SaveReport, _ reading: CaseFileReader.Reading, _ office: Office, _ terminal: Terminal
    ) throws {
        if json {
            let plain = Report(
                added: report.added.map(\.text), revised: report.revised.map(\.text),
                unchanged: report.unchanged.map(\.text))
            return try JSONFace.print(plain)
        }
        terminal.line(
            office.messages.filled(
                dryRun ? "import.trial" : "import.done",
                [
                    "files": String(reading.files), "added": String(report.added.count),
                    "revised": String(report.revised.count), "unchanged": String(report.unchanged.count),
                ]))
    }
}
