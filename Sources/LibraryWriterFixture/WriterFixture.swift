import DossierLibrary
import DossierModel
import Foundation

/// Another process at the same library, which the tests of the library start, race against and kill.
///
/// It tells on standard output how it ended: `ok …`, or `refused REASON` when the library threw.
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

    private static func perform(_ arguments: [String]) throws -> String {
        guard arguments.count >= 2 else { throw Misuse() }
        let (command, path) = (arguments[0], arguments[1])
        switch command {
        case "create":
            let library = try Library.create(
                at: path, secret: Array(repeating: 7, count: 32), change: Batch.change("create"))
            try library.close()
            return "created"
        case "add":
            let library = try Library.open(at: path)
            let count = try add(arguments) { try $0(library) }
            try library.close()
            return "added \(count)"
        case "add-reopening":
            return "added \(try add(arguments) { try opened(path, readOnly: false, $0) })"
        case "verify":
            return try opened(path, readOnly: true) { library in
                let verdict = try library.verifyLedger()
                return "entries \(verdict.entries) revisions \(verdict.revisions) breaks \(verdict.breaks.count)"
            }
        case "read":
            return try opened(path, readOnly: true) { library in
                var count = 0
                try library.forEachBatch(of: 50) { count += $0.count }
                return "cases \(count)"
            }
        default: throw Misuse()
        }
    }

    /// Saves batches `FIRST..<FIRST + COUNT` of a writer, and tells of each when its save has returned.
    private static func add(_ arguments: [String], using: ((Library) throws -> Void) throws -> Void) throws -> Int {
        throw Misuse()
    }

    private struct Misuse: Error {}
}
