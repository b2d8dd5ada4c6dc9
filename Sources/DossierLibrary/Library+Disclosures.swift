public import DossierModel
import GRDB

extension Library {
    /// One making of a document or package that the ledger holds.
    public struct Disclosure: Sendable, Hashable {
        /// The number of the ledger's entry.
        public var entry: Int
        public var caseID: RecordID
        /// UTC.
        public var at: String
        /// Channel, edition and language, as the ledger notes them; of a package channel, edition, the word `package`,
        /// the recipient, and where something was wanting, why it was made all the same; of an export channel, edition, the word
        /// `export`, the recipient and the formats.
        public var what: String

        /// The first word of ``what``.
        public var channel: String { String(what.prefix { $0 != " " }) }

        /// Who was to have it: of a package or export whoever it was made for, which may be a partner; of all else the channel.
        public var recipient: String {
            let words = what.split(separator: " ")
            return words.count > 3 && ["package", "export"].contains(words[2]) ? String(words[3]) : channel
        }
    }

    /// Every noting of what bears a fingerprint, such as a package's seal, in the order of the ledger: one for each case
    /// that is in it, and again when it was made again.
    public func disclosures(fingerprint: String) throws -> [Disclosure] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT seq, subject, at, detail FROM ledger WHERE action = 'disclosed' AND payload = ? ORDER BY seq
                    """, arguments: [fingerprint]
            ).compactMap(Self.disclosure)
        }
    }

    private static func disclosure(_ row: Row) -> Disclosure? {
        RecordID(row["subject"]).map {
            Disclosure(entry: row["seq"], caseID: $0, at: row["at"], what: row["detail"])
        }
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
            return rows.compactMap(Self.disclosure).sorted { $0.entry < $1.entry }
                .filter { made in given.map { "\($0)" <= made.at } ?? true }
        }
    }
}
