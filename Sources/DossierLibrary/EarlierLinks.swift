import DossierModel
import GRDB

/// Which records named which at an entry of the ledger.
///
/// The table of links holds those of now. A record that was not revised since had the same ones then, so that only what
/// the table names and what was revised has to be read.
struct EarlierLinks {
    let library: Library
    let database: Database
    /// The number of the ledger's entry.
    let entry: Int

    /// The records that named each target in one of the fields, in order. `now` are those that do today.
    func sources(
        of fields: [FieldDefinition], to targets: [RecordID], now: [RecordID: [RecordID]]
    ) throws -> [RecordID: [RecordID]] {
        let wanted = Set(targets)
        guard !wanted.isEmpty else { return [:] }
        let candidates = now.values.flatMap(\.self) + (try revisedSince(kinds: Set(fields.map(\.kind))))
        var found: [RecordID: Set<RecordID>] = [:]
        // Some at a time: in a few years much is revised.
        for chunk in library.chunks(candidates) {
            for record in try library.fetch(chunk, database, asOf: entry).values {
                for link in record.links where wanted.contains(link.target) && fields.contains(link.field) {
                    found[link.target, default: []].insert(record.id)
                }
            }
        }
        return found.mapValues { $0.sorted() }
    }

    private func revisedSince(kinds: Set<RecordKind>) throws -> [RecordID] {
        try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT record.id FROM ledger JOIN record ON record.id = ledger.subject
                WHERE ledger.seq > ? AND ledger.action = 'revised'
                AND record.kind IN (\(databaseQuestionMarks(count: kinds.count)))
                """, arguments: [entry] + StatementArguments(kinds.map(\.rawValue))
        ).compactMap(RecordID.init)
    }
}
