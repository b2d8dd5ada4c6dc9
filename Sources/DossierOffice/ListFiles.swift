import DossierFiles
package import DossierIntake
package import DossierLibrary
package import DossierModel
import DossierPackages
import Foundation

/// The files that the rows of a list name: found beside the list, kept as exhibits of the rows' cases.
package struct ListFiles {
    /// What the rows name, each file once, with the rows that name it.
    private var wanted: [Wanted] = []
    private let place: Place
    private let mapping: TableMapping
    /// Every name of which there is no file.
    package private(set) var findings: [CellFinding] = []

    /// Where the files are.
    private enum Place {
        case archive(ListArchive)
        case folder(String)
    }

    private struct Wanted {
        /// The entry of the archive, or the path.
        var source: String
        var name: String
        var id: String
        var cases: [RecordID] = []
        var persons: [RecordID] = []
    }

    /// Nil where the mapping names no column of files. `folder` is where the files of a list lie that is no archive; nil: beside it.
    package init?(_ list: ListImport, folder: String?) throws {
        mapping = list.mapping
        guard !mapping.files.isEmpty else { return nil }
        let bytes = FileManager.default.contents(atPath: list.path).map { [UInt8]($0) } ?? []
        let archive = try? ListArchive(bytes)
        place =
            archive.map { .archive($0) }
            ?? .folder(folder ?? URL(fileURLWithPath: list.path).deletingLastPathComponent().path)
        var places: [String: Int] = [:]
        for row in list.reading.rows {
            for (number, file) in row.files.enumerated() {
                guard let source = source(of: file.name) else {
                    findings.append(
                        CellFinding(
                            .cell(.noSuchFile), row: row.number, column: file.column, value: file.name,
                            expected: archive?.listName ?? folder ?? "."))
                    continue
                }
                let index = places[source] ?? wanted.count
                if index == wanted.count {
                    places[source] = index
                    wanted.append(
                        Wanted(
                            source: source, name: file.name,
                            id: "exhibit-\(mapping.source)-\(row.key)-\(number + 1)"))
                }
                let cases = row.records.filter { $0.kind == .case }.map(\.id)
                wanted[index].cases += cases.filter { !wanted[index].cases.contains($0) }
                if cases.isEmpty { wanted[index].persons += row.records.filter { $0.kind == .person }.map(\.id) }
            }
        }
    }

    package var count: Int { wanted.count }

    private func source(of name: String) -> String? {
        switch place {
        case .archive(let archive): return archive.entry(named: name)
        case .folder(let folder):
            // A name is no way out of the folder.
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
            let forms = [name, name.decomposedStringWithCanonicalMapping].map { "\(folder)/\($0)" }
            return forms.first { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            }
        }
    }

    // MARK: Keeping

    /// Keeps the originals, and gives the records of those that the library has no record of yet, or in which a case is missing.
    ///
    /// `progress` is told how many files are kept.
    /// - Throws: ``Refusal`` that names a file which cannot be kept.
    package func exhibits(
        in library: Library, office: Office, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> [Record] {
        var intake = ExhibitIntake(
            known: try ExhibitIntake.known(in: library), store: ExhibitStore(libraryPath: library.path))
        let known = try ExhibitIntake.known(in: library)
        let scratch = try PrivateFolder()
        var records: [RecordID: Record] = [:]
        var bySum: [String: RecordID] = [:]
        for (number, file) in wanted.enumerated() {
            let path = try path(of: file, in: scratch.path)
            let sum = try FileReading().read(path: path, manner: .threadForEach).digests.sha256
            if let id = bySum[sum], let record = records[id] {
                records[id] = adding(file, to: record)
            } else if let record = try known(sum), record.id.text != file.id || adding(file, to: record) == record {
                // On record by another's hand, or by this list: at most a case is added.
                let added = adding(file, to: record)
                if added != record { records[record.id] = added }
                bySum[sum] = record.id
                _ = try taken(&intake, path, file, office)
            } else {
                guard let record = try taken(&intake, path, file, office) else { continue }
                records[record.id] = adding(file, to: record)
                bySum[sum] = record.id
            }
            if case .archive = place { try? FileManager.default.removeItem(atPath: path) }
            progress(number + 1, wanted.count)
        }
        return records.values.sorted { $0.id < $1.id }
    }

    /// One at a time: an archive of recordings does not have to fit into memory.
    private func path(of file: Wanted, in scratch: String) throws -> String {
        switch place {
        case .folder: return file.source
        case .archive(let archive):
            do {
                let bytes = try archive.contents(of: [file.source])[file.source] ?? []
                let path = "\(scratch)/file"
                try FileWriting.write(bytes, to: path)
                return path
            } catch let error as ListArchive.Unreadable {
                throw Refusal(
                    .badInput, "table.badArchive",
                    [
                        "path": VisibleText.of(file.name), "value": VisibleText.of(error.entry),
                        "expected": error.reason,
                    ])
            }
        }
    }

    private func taken(
        _ intake: inout ExhibitIntake, _ path: String, _ file: Wanted, _ office: Office
    ) throws -> Record? {
        let entry = [
            ("at", office.surroundings.moment), ("actor", office.surroundings.actor), ("action", "stored"),
        ]
        guard let id = RecordID(file.id) else { return nil }
        let outcome = try intake.take([path], names: [file.name], entry: entry, fresh: { _ in id }) { id in
            var record = PlainRecord(.exhibit, id: id, language: mapping.language.text)
            record.set("origin", mapping.title?.original.text)
            return record
        }
        if let status = outcome.refused, let line = outcome.lines.first {
            throw Refusal(status, line.key.replacing("refusals.", with: ""), line.arguments)
        }
        var reader = RecordReader(file: mapping.source, inspectText: { TextInspection.rule(for: $0) })
        return outcome.records.first.flatMap { reader.record(from: $0.node) }
    }

    private func adding(_ file: Wanted, to record: Record) -> Record {
        var record = record
        record.origin = nil
        for (field, ids) in [(ExhibitFields.cases, file.cases), (ExhibitFields.persons, file.persons)] {
            let known = record[field].value ?? []
            let missing = ids.filter { !known.contains($0) }
            guard !missing.isEmpty else { continue }
            record.entries[field.definition.name] = Entry(
                answer: .given(Accounts(.references(known + missing))),
                confidentiality: record.entries[field.definition.name]?.confidentiality)
        }
        return record
    }
}
