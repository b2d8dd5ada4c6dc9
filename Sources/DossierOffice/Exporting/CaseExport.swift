package import DossierDisclosure
import DossierExchange
import DossierFiles
package import DossierLibrary
package import DossierModel
import DossierNames
import DossierProfiles
import Foundation
import Synchronization

/// Writes cases for other programs, each in the edition for its audience, into a folder that gets its name when all of it is there.
package struct CaseExport: Sendable {
    package let order: ExportOrder
    private let making: ExportMaking
    private let labels: ExportLabels

    package struct Made: Sendable {
        package var folder: String
        package var files: [String] = []
        package var cases: [RecordID] = []
        /// Cases of which nothing may be told to the recipient.
        package var leftOut: [RecordID] = []
        /// How many fields were withheld from the cases, by reason.
        package var withheld: [Withheld.Reason: Int] = [:]
        /// Of a feed: how many persons are in it.
        package var fed: Int?
        /// Hash over the hashes of the files.
        package var fingerprint = ""
    }

    package init(_ order: ExportOrder, library: Library, office: Office) throws {
        self.order = order
        labels = try ExportLabels(office, language: order.language)
        let words = try office.exchangeWording(.english)
        let spellings = HangulSpellings(try office.romanisation())
        making = ExportMaking(
            order: order, numbers: try library.documentNumbers(channel: order.channel),
            words: .init(
                disappearance: words["ftm.disappearance"], sighting: words["ftm.sighting"],
                countries: try office.countryCodes()),
            json: RecordsJSON(channel: order.channel, edition: order.edition, date: order.day),
            spellings: { spellings.spellings(of: $0) },
            ownWords: Self.codes + [order.day.description, order.channel, order.edition])
    }

    /// Every code that can stand for an answer, and the names of fields.
    private static let codes: [String] =
        FieldCatalogue.all.flatMap { field -> [String] in
            switch field.type {
            case .choice(let codes), .choices(let codes): [field.name] + codes
            default: [field.name]
            }
        } + PersonName.Kind.allCases.map(\.rawValue) + PersonName.Script.allCases.map(\.rawValue)
        + PersonName.RomanisationSystem.allCases.map(\.rawValue) + SourceCalendar.allCases.map(\.rawValue)

    /// Exports the cases with these ids, nil for all of the library, into a new folder in `output`. `note` tells the ledger of it.
    ///
    /// - Throws: ``Refusal`` when the export is there already, when nothing of any case may be told, or when something that is withheld
    ///   stands in a file; nothing is left behind then.
    package func make(
        _ ids: [RecordID]?, of library: Library, into output: String, note: (Made) throws -> Void,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Made {
        let target = "\(output)/\(order.name)"
        guard !FileManager.default.fileExists(atPath: target) else {
            throw Refusal(.cannotCreate, "exists", ["path": target])
        }
        try FileWriting.makeFolder(output)
        let part = "\(output)/.\(order.name).part"
        try? FileManager.default.removeItem(atPath: part)
        try FileWriting.makeFolder(part)
        do {
            var made = try write(ids, of: library, into: part, progress)
            guard !made.cases.isEmpty else {
                throw Refusal(.refused, "export.nothing", ["count": String(made.leftOut.count)])
            }
            made.folder = target
            made.files = try seal(&made, in: part)
            // The ledger knows of it before anybody can send it.
            try note(made)
            guard rename(part, target) == 0 else { throw FileError.writing(target, errno) }
            return made
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private func write(
        _ ids: [RecordID]?, of library: Library, into folder: String, _ progress: (Int, Int) -> Void
    ) throws -> Made {
        let files = try ExportFiles(order, folder: folder, json: making.json) { labels[$0] }
        var made = Made(folder: folder)
        let all = try ids?.count ?? library.count(of: .case)
        var done = 0
        func take(_ folders: [CaseFolder]) throws {
            for (folder, pieces) in zip(folders, try pieces(of: folders)) {
                guard let pieces else {
                    made.leftOut.append(folder.caseRecord.id)
                    continue
                }
                guard pieces.leaks.isEmpty else { throw Self.refusal(pieces) }
                try files.add(pieces)
                made.cases.append(pieces.id)
                for withheld in pieces.withheld { made.withheld[withheld.reason, default: 0] += 1 }
            }
            done += folders.count
            progress(done, all)
        }
        do {
            if let ids {
                for start in stride(from: 0, to: ids.count, by: 250) {
                    try take(try library.folders(ofCases: Array(ids[start..<min(start + 250, ids.count)])))
                }
            } else {
                try library.forEachBatch { try take($0) }
            }
            try files.finish()
        } catch let error as WorkbookError {
            throw Refusal(error)
        }
        if order.formats.contains(.pfif) { made.fed = files.fed }
        return made
    }

    /// Of several cases at once, on all cores; in their order.
    private func pieces(of folders: [CaseFolder]) throws -> [ExportPieces?] {
        let results = Mutex([Result<ExportPieces?, any Error>?](repeating: nil, count: folders.count))
        DispatchQueue.concurrentPerform(iterations: folders.count) { index in
            let result = Result { try making.pieces(of: folders[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.map { try $0?.get() }
    }

    /// Where it stands in the house, never the text itself.
    private static func refusal(_ pieces: ExportPieces) -> Refusal {
        let places = pieces.leaks.prefix(20).map { "\($0.record) · \($0.field)" }
        return Refusal(.refused, "export.leak", ["id": pieces.id.text, "places": places.joined(separator: ", ")])
    }

    /// Writes what whoever receives the folder reads first, and takes the digests of all files.
    private func seal(_ made: inout Made, in folder: String) throws -> [String] {
        let about = try labels.about(order, cases: made.cases.count)
        try FileWriting.write(Array(about.utf8), to: "\(folder)/README.txt")
        if order.formats.contains(.csv) {
            try FileWriting.write(labels.columns, to: "\(folder)/columns.csv")
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        let reading = FileReading()
        let sums = try names.map { name in
            "\(try reading.read(path: "\(folder)/\(name)", manner: .threadForEach).digests.sha256)  \(name)\n"
        }.joined()
        try FileWriting.write(Array(sums.utf8), to: "\(folder)/SHA256SUMS")
        made.fingerprint = Digests(of: Array(sums.utf8)).sha256
        return names + ["SHA256SUMS"]
    }
}
