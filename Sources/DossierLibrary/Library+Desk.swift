import Foundation
import GRDB

extension Library {
    /// What the desk of this library keeps of its passphrase; nil when none is set.
    public func deskPassphrase() throws -> String? {
        let kept = try read { try Data.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'desk-passphrase'") }
        return kept.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Sets or, with nil, takes away what the desk keeps of its passphrase.
    public func setDeskPassphrase(_ kept: String?) throws {
        try write { database in
            try database.execute(sql: "DELETE FROM meta WHERE key = 'desk-passphrase'")
            guard let kept else { return }
            try database.execute(
                sql: "INSERT INTO meta VALUES ('desk-passphrase', ?)", arguments: [Data(kept.utf8)])
        }
    }
}
