public import DossierModel
import Foundation
import GRDB

extension Library {
    /// What a record said when the ledger's entry of that number was written; nil when there was none of that id yet.
    public func record(_ id: RecordID, asOfEntry entry: Int) throws -> DossierModel.Record? {
        try read { try fetch([id], $0, asOf: entry)[id] }
    }

    /// A case with everything that it spoke of when the ledger's entry of that number was written; nil when there was no
    /// such case yet. What was linked to it only later is not in it, and what has been taken away since is.
    public func folder(ofCase id: RecordID, asOfEntry entry: Int) throws -> CaseFolder? {
        try read { try FolderReading(library: self, database: $0, entry: entry).folders(of: [id]).first }
    }

    /// The revisions that stood at an entry of the ledger.
    func fetch(_ ids: [RecordID], _ database: Database, asOf entry: Int) throws -> [RecordID: Record] {
        var records: [RecordID: Record] = [:]
        for chunk in chunks(ids) {
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT record, body, origin, hash FROM revision WHERE (record, number) IN (
                        SELECT record, max(number) FROM revision
                        WHERE record IN (\(databaseQuestionMarks(count: chunk.count))) AND seq <= ? GROUP BY record)
                    """, arguments: StatementArguments(chunk.map(\.text)) + [entry])
            while let row = try rows.next() {
                let record = try kept(row, id: row["record"])
                records[record.id] = record
            }
        }
        return records
    }
}
