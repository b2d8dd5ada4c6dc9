import GRDB

/// Why a library could not be used. Paths are named; what records say is not.
public struct LibraryError: Error, Sendable, Hashable, CustomStringConvertible {
    public var reason: Reason
    /// The folder of the library.
    public var path: String
    /// Ids, versions or SQLite's own word for the fault.
    public var detail: String

    public enum Reason: String, Sendable, CaseIterable {
        case notALibrary, alreadyExists, newerVersion, damaged, cannotWrite, diskFull, busy, conflict,
            danglingReference, unfit, cutShort
    }

    init(_ reason: Reason, path: String, detail: String = "") {
        self.reason = reason
        self.path = path
        self.detail = detail
    }

    public var description: String { "\(reason.rawValue): \(path) \(detail)" }

    /// Runs `body` with SQLite's errors turned into the library's own.
    static func mapping<Result>(path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw LibraryError(reason(of: error), path: path, detail: error.resultCode.description)
        }
    }

    private static func reason(of error: DatabaseError) -> Reason {
        switch error.resultCode {
        case .SQLITE_NOTADB: .notALibrary
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH: .cannotWrite
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        default: .damaged
        }
    }
}
