import Crypto
import DossierModel
import Foundation
import GRDB

/// A case library: a folder with `library.sqlite`, in which nothing is ever overwritten.
///
/// Every write is one transaction that is on the disk before it is reported done: a process that is killed leaves all of
/// it or nothing, and two processes that write wait for each other.
public struct Library: Sendable {
    /// The library's folder.
    public let path: String
    let queue: DatabaseQueue

    private init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Makes an empty library.
    /// `secret` is 32 random bytes from which the numbers of documents are made.
    ///
    /// - Throws: ``LibraryError`` when there is a library already, or the folder cannot be written.
    public static func create(at path: String, secret: [UInt8], change: Change) throws -> Library {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: file(in: path)) else { throw LibraryError(.alreadyExists, path: path) }
        // Made under another name and then renamed, so that a killed or failed making is no half library.
        let draft = "\(path)/library.new"
        let remove = { for name in [draft, "\(draft)-journal"] { try? manager.removeItem(atPath: name) } }
        do {
            try manager.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            remove()
            // SQLite gives its journals the permissions of the file.
            guard manager.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw LibraryError(.cannotWrite, path: path)
            }
            try LibraryError.mapping(path: path) { try fill(draft, secret: secret, change: change) }
            try manager.moveItem(atPath: draft, toPath: file(in: path))
        } catch {
            remove()
            throw error as? LibraryError ?? LibraryError(.cannotWrite, path: path)
        }
        return try open(at: path)
    }

    private static func fill(_ file: String, secret: [UInt8], change: Change) throws {
        let queue = try DatabaseQueue(path: file, configuration: configuration(false))
        try queue.write { database in
            try Schema.create(in: database)
            try database.execute(sql: "INSERT INTO meta VALUES ('secret', ?)", arguments: [Data(secret)])
            var ledger = try Ledger.Appender(database)
            _ = try ledger.append(.created, subject: "library", payload: "", change: change)
        }
        try queue.close()
    }

    /// Opens the library in a folder.
    /// With `readOnly` nothing on the disk is changed, so that a library on a read-only disk can be read too.
    ///
    /// - Throws: ``LibraryError`` when it is none, is damaged, or was made by a newer version.
    public static func open(at path: String, readOnly: Bool = false) throws -> Library {
        let file = file(in: path)
        guard FileManager.default.fileExists(atPath: file) else { throw LibraryError(.notALibrary, path: path) }
        if readOnly { try recover(path) }
        return try LibraryError.mapping(path: path) {
            let library = Library(
                path: path, queue: try DatabaseQueue(path: file, configuration: configuration(readOnly)))
            try library.requireFormat()
            return library
        }
    }

    /// Undoes what a killed process left half done. Only a connection that may write can do that.
    private static func recover(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: "\(file(in: path))-journal") else { return }
        try open(at: path).close()
    }

    /// Lets go of the file.
    public func close() throws {
        try LibraryError.mapping(path: path) { try queue.close() }
    }

    static func file(in path: String) -> String { "\(path)/library.sqlite" }

    private static func configuration(_ readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(15)
        configuration.prepareDatabase { database in
            // A petition's record must outlive a power cut, not only a crash.
            if !readOnly { try database.execute(sql: "PRAGMA synchronous = FULL") }
            // In KiB: with SQLite's two megabytes a list of a hundred thousand is written to the disk twice.
            if !readOnly { try database.execute(sql: "PRAGMA cache_size = -131072") }
            // What was thrown away is overwritten, wherever SQLite comes from.
            if !readOnly { try database.execute(sql: "PRAGMA secure_delete = ON") }
        }
        return configuration
    }

    private func requireFormat() throws {
        try queue.read { database in
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
            guard application == Schema.applicationID else { throw LibraryError(.notALibrary, path: path) }
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version <= Schema.version else {
                throw LibraryError(.newerVersion, path: path, detail: "\(version) > \(Schema.version)")
            }
        }
    }

    /// The numbers of documents for a channel.
    public func documentNumbers(channel: String) throws -> DocumentNumbers {
        guard let secret = try read({ try Data.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'secret'") })
        else { throw LibraryError(.damaged, path: path, detail: "secret") }
        return DocumentNumbers(secret: Array(secret), channel: channel)
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try LibraryError.mapping(path: path) { try queue.read(body) }
    }

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try LibraryError.mapping(path: path) { try queue.write(body) }
    }
}
