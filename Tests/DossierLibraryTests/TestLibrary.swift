import DossierLibrary
import DossierModel
import DossierTestSupport
import Foundation

/// A library in a folder of its own, gone when the test is done with it.
struct TestLibrary {
    private let temporary: TemporaryFolder

    var path: String { "\(temporary.path)/library" }
    var file: String { "\(path)/library.sqlite" }
    static let secret = [UInt8](0..<32)

    /// An empty library, closed.
    init() throws {
        temporary = try TemporaryFolder()
        try Library.create(at: path, secret: Self.secret, change: Self.change("created")).close()
    }

    /// A library with the records of ``CaseStory/complete()``.
    static func withStory() throws -> TestLibrary {
        let library = try TestLibrary()
        try library.save(try CaseStory.complete().records())
        return library
    }

    /// `seconds` after nine in the morning of 24 November 2026.
    static func change(_ reason: String = "test", seconds: Double = 0) -> Change {
        Change(actor: "staff", reason: reason, at: Moment(Date(timeIntervalSince1970: 1_795_510_800 + seconds)))
    }

    /// Opens the library, works on it, and closes it whatever happens.
    @discardableResult
    func opened<Result>(readOnly: Bool = false, _ work: (Library) throws -> Result) throws -> Result {
        let library = try Library.open(at: path, readOnly: readOnly)
        do {
            let result = try work(library)
            try library.close()
            return result
        } catch {
            try? library.close()
            throw error
        }
    }

    @discardableResult
    func save(_ records: [Record], _ reason: String = "test", expecting: [RecordID: Int] = [:]) throws
        -> Library.SaveReport
    {
        try opened { try $0.save(records, change: Self.change(reason), expecting: expecting) }
    }

    func verdict(against head: String? = nil) throws -> Library.LedgerVerdict {
        try opened(readOnly: true) { try $0.verifyLedger(against: head) }
    }

    func bytes() throws -> Data { try Data(contentsOf: URL(filePath: file)) }

    func overwrite(_ bytes: Data) throws { try bytes.write(to: URL(filePath: file)) }

    /// The names of the files in the library's folder.
    func contents() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}

/// The reason for which `work` was refused; nil when it was not.
func refusal(_ work: () throws -> Void) throws -> LibraryError.Reason? {
    do {
        try work()
        return nil
    } catch let error as LibraryError {
        return error.reason
    }
}

/// An id that the test knows to be one.
func id(_ text: String) throws -> RecordID {
    guard let id = RecordID(text) else { throw TestDataError("“\(text)” is no id") }
    return id
}
