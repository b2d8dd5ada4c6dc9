import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// What the command line does with one list: propose a mapping, try an import, import.
struct ListWork {
    let path: String
    let mappingPath: String?
    let source: String?
    let encoding: TableEncoding?
    let sheet: String?
    let office: Office
    let terminal: Terminal

    struct Order {
        var dryRun: Bool
        var json: Bool
        var report: String?
        var reason: String
        /// Whether a trial also tells who may be known already.
        var doubles = true
        /// Where the files lie that the rows name; nil: in the archive, or beside the list.
        var files: String?
    }

    static func isList(_ path: String) -> Bool {
        ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "zip"].contains(
            URL(fileURLWithPath: path).pathExtension.lowercased())
    }

    // MARK: Proposing

    /// Writes a proposal into a new file.
    func propose(into target: String) throws {
        let file = try NewFile(target)
        var reader = TableMapping(source: source ?? sourceOfFile, language: .korean, columns: [])
        reader.encoding = encoding
        reader.sheet = sheet
        reader.parent = MappingProposal.parent(of: try reader.table(at: path))
        let table = try reader.table(at: path)
        let proposal = MappingProposal(for: table, source: reader.source, words: try office.columnWords())
        var mapping = proposal.mapping
        mapping.encoding = encoding
        mapping.sheet = sheet
        mapping.parent = reader.parent
        guard let yaml = CaseFileWriter.yaml(mapping.plain) else {
            throw Refusal(.cannotCreate, "cannotWrite", ["path": VisibleText.of(target)])
        }
        try file.write(yaml)
        MappingFace(messages: office.messages, terminal: terminal).show(proposal, table, path: target)
    }

    /// A name for the source out of the file's, as far as it is of letters a to z: names of files may be names of people.
    private var sourceOfFile: String {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent.lowercased()
        let code = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        return code.isEmpty ? "list" : String(code.prefix(24))
    }

    // MARK: Importing

    func run(library place: String?, _ order: Order) throws {
        let report = try order.report.map { try NewFile($0) }
        let mapping = try mapping(library: place)
        let bar = ProgressBar(office.messages["import.reading"])
        let list = try ListImport(path, mapping.value, mappingPath: mapping.path, office: office) {
            bar.update($0, of: $1)
        }
        bar.finish()
        let files = try ListFiles(list, folder: order.files)
        let findings = (list.reading.findings + (files?.findings ?? [])).sorted { $0.row < $1.row }
        let face = ListFace(office: office, terminal: terminal, list: list, findings: findings)
        guard findings.isEmpty else {
            if let report { try face.write(plan: nil, into: report) }
            try face.show(findings: findings, json: order.json)
            throw Refusal(.badInput, "badList", ["count": String(findings.count)])
        }
        let plan = try carryOut(list, files, library: place, order)
        if let report { try face.write(plan: plan.plan, into: report) }
        if let files, order.dryRun, !order.json {
            terminal.line(office.messages.filled("import.files", ["count": String(files.count)]))
        }
        let doubles = try doubles(in: plan.plan, library: place, order)
        try face.show(
            plan.plan, batch: plan.batch, isTrial: order.dryRun, doubles: doubles.map { $0.face.plain($0.found.pairs) },
            json: order.json)
        if let doubles, !order.json { ImportDoubles(office: office, terminal: terminal).show(doubles) }
    }

    private func doubles(
        in plan: ImportPlan, library place: String?, _ order: Order
    ) throws -> (face: MatchFace, found: Matcher.Found)? {
        guard order.dryRun, order.doubles else { return nil }
        let library = try office.library(place, readOnly: true)
        defer { try? library.close() }
        return try ImportDoubles(office: office, terminal: terminal).find(in: plan, library)
    }

    private func carryOut(
        _ list: ListImport, _ files: ListFiles?, library place: String?, _ order: Order
    ) throws -> (batch: Int?, plan: ImportPlan) {
        if order.dryRun {
            let known = try office.library(place, readOnly: true)
            defer { try? known.close() }
            return (nil, try known.planImport(of: list.reading.records))
        }
        let library = try office.library(place)
        let bar = ProgressBar(office.messages["import.keeping"])
        let exhibits = try files?.exhibits(in: library, office: office) { bar.update($0, of: $1) } ?? []
        bar.finish()
        let result = try library.importList(
            list.reading.records + exhibits, of: list.list, change: office.surroundings.change(order.reason))
        try library.close()
        return result
    }

    /// The mapping that was named, else the one that the library keeps for such a list.
    private func mapping(library place: String?) throws -> (value: TableMapping, path: String) {
        if let mappingPath {
            var mapping = try ListImport.mapping(at: mappingPath)
            if let encoding { mapping.encoding = encoding }
            if let sheet { mapping.sheet = sheet }
            return (mapping, mappingPath)
        }
        let library = try office.library(place, readOnly: true)
        defer { try? library.close() }
        if let source {
            guard let kept = try library.importMapping(ofSource: source) else {
                throw Refusal(.noInput, "mapping.noSource", ["source": VisibleText.of(source)])
            }
            return (try ListImport.mapping(from: Array(kept.utf8), path: source), source)
        }
        // What the table itself has wrong is told first.
        _ = try TableReader(encoding: encoding, sheet: sheet).table(at: path)
        guard let kept = try ListImport.keptMapping(for: path, in: library) else {
            throw Refusal(.noInput, "mapping.none", ["path": VisibleText.of(path)])
        }
        return (kept, kept.source)
    }
}
