import Foundation
import GRDB

/// The library's file in the hands of somebody who goes round the library.
enum RawDatabase {
    /// Runs SQL as it is; `isForged` takes away what guards the tables first.
    static func execute(_ sql: String, in file: String, isForged: Bool = true) throws {
        try write(in: file, isForged: isForged) { try $0.execute(sql: sql) }
    }

    static func write(in file: String, isForged: Bool = true, _ work: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = !isForged
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        if isForged {
            let triggers = try queue.read {
                try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            }
            try queue.write { database in
                for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
            }
        }
        try queue.write(work)
        try queue.close()
    }

    static func text(_ sql: String, in file: String) throws -> String {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        let text = try queue.read { try String.fetchOne($0, sql: sql) }
        try queue.close()
        return text ?? ""
    }

    /// Whether SQLite itself refuses the statement on a library whose guards stand.
    static func refuses(_ sql: String, in file: String) throws -> Bool {
        do {
            try execute(sql, in: file, isForged: false)
            return false
        } catch is DatabaseError {
            return true
        }
    }
}
