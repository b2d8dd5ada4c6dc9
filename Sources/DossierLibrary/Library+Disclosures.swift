public import DossierModel
import GRDB

extension Library {
    /// One making of a document that the ledger holds.
    public struct Disclosure: Sendable, Hashable {
        public var caseID: RecordID
        /// UTC.
        public var at: String
        /// Channel, edition and language, as the ledger notes them.
        public var what: String

        /// The first word of ``what``.
        public var channel: String { String(what.prefix { $0 != " " }) }
    }

    /// What was made, since a consent was given, of the cases that it opens: of the person whom it is about, or to whom the
    /// accounts and exhibits belong that it names. In the order of the ledger.
    public func disclosures(under consent: DossierModel.Record) throws -> [Disclosure] {
        let sources =
            (consent[ConsentFields.testimonies].value ?? []) + (consent[ConsentFields.exhibits].value ?? [])
        let person = consent[ConsentFields.about].value
        let given = consent[ConsentFields.givenOn].value?.date.earliest
        return try read { database in
            let cases = try FolderReading(library: self, database: database).cases(
                restingOn: sources.isEmpty ? [person].compactMap(\.self) : sources)
            // Copies of an exhibit are noted under the exhibit itself.
            let subjects = cases + sources
            let rows = try chunks(subjects).flatMap { chunk in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT seq, subject, at, detail FROM ledger WHERE action = 'disclosed'
                        AND subject IN (\(databaseQuestionMarks(count: chunk.count))) ORDER BY seq
                        """, arguments: StatementArguments(chunk.map(\.text)))
            }
            return rows.sorted { ($0["seq"] as Int) < $1["seq"] }.compactMap { row in
                guard let id = RecordID(row["subject"]), given.map({ "\($0)" <= (row["at"] as String) }) ?? true
                else { return nil }
                return Disclosure(caseID: id, at: row["at"], what: row["detail"])
            }
        }
    }
}
