import DossierLibrary
import DossierModel
import Foundation

/// Another process at the same library, which tests start, race against and kill, or have write what no command does.
///
/// Its last line tells how it ended: `ok …`, or `refused REASON` where the library threw.
enum WriterFixture {
    struct Outcome {
        var status: Int32
        var line: String
    }

    static func run(_ arguments: [String]) -> Outcome {
        do {
            return Outcome(status: 0, line: "ok \(try perform(arguments))")
        } catch let error as LibraryError {
            return Outcome(status: 1, line: "refused \(error.reason.rawValue)")
        } catch {
            return Outcome(status: 2, line: "failed \(error)")
        }
    }

    /// Past the buffer of standard output, where a kill would take what is still waiting.
    static func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    private static func perform(_ arguments: [String]) throws -> String {
        guard arguments.count >= 2 else { throw Misuse() }
        let path = arguments[1]
        switch arguments[0] {
        case "create":
            let secret = [UInt8](repeating: 7, count: 32)
            try Library.create(at: path, secret: secret, change: Batch.change).close()
            return "created"
        case "add": return try add(to: path, try Span(arguments), reopens: false)
        case "add-reopening": return try add(to: path, try Span(arguments), reopens: true)
        case "read": return try read(path)
        case "keep": return try keep(in: path, from: arguments.dropFirst(2).first ?? "")
        case "disclose": return try disclose(from: path, Array(arguments.dropFirst(2)))
        default: throw Misuse()
        }
    }

    /// Notes that something was made of cases for somebody: its fingerprint, what the ledger says of it, the cases.
    private static func disclose(from path: String, _ words: [String]) throws -> String {
        guard words.count >= 3 else { throw Misuse() }
        let cases = words.dropFirst(2).compactMap(RecordID.init)
        let library = try Library.open(at: path)
        let change = Change(actor: Batch.change.actor, reason: words[1], at: Batch.change.at)
        try library.noteDisclosures(cases.map { ($0, words[0]) }, change: change)
        try library.close()
        return "noted \(cases.count)"
    }

    /// Takes the files of a folder in as originals.
    private static func keep(in path: String, from folder: String) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
        return "kept \(try ExhibitStore(libraryPath: path).add(filesAt: files).count)"
    }

    /// Saves one batch a transaction, and tells of each once its save has returned.
    private static func add(to path: String, _ span: Span, reopens: Bool) throws -> String {
        var library = try Library.open(at: path)
        for number in span.numbers {
            if reopens {
                try library.close()
                library = try Library.open(at: path)
            }
            let report = try library.save(try Batch.records(span.writer, number), change: Batch.change)
            tell("done \(span.writer) \(number) \(report.added.count)")
        }
        try library.close()
        return "added"
    }

    /// Reads everything that a library can be asked for.
    private static func read(_ path: String) throws -> String {
        let library = try Library.open(at: path, readOnly: true)
        var cases = 0
        try library.forEachBatch(of: 20) { cases += $0.count }
        for kind in RecordKind.allCases {
            for id in try library.ids(of: kind) {
                _ = try library.history(of: id)
                _ = try library.record(id, revision: 1)
            }
        }
        let verdict = try library.verifyLedger()
        try library.close()
        return "cases \(cases) breaks \(verdict.breaks.count)"
    }

    /// The writer's name, the first batch's number and the number of batches.
    private struct Span {
        var writer: String
        var numbers: Range<Int>

        init(_ arguments: [String]) throws {
            guard arguments.count == 5, let first = Int(arguments[3]), let count = Int(arguments[4]), count >= 0 else {
                throw Misuse()
            }
            writer = arguments[2]
            numbers = first..<first + count
        }
    }

    private struct Misuse: Error {}
}
