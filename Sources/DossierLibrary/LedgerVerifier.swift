import DossierModel
import Foundation
import GRDB

/// Recomputes what a library's ledger holds it to: the chain, the bytes of each revision, and what stands now.
struct LedgerVerifier {
    private(set) var verdict = Library.LedgerVerdict(entries: 0, revisions: 0, head: "0:\(Ledger.origin)", breaks: [])
    /// The last entry about each record, and which revision it must have made.
    private var last: [String: (entry: Int, number: Int)] = [:]

    /// Every entry says what its hash says, and follows from the one before.
    mutating func chain(_ database: Database, head: String?) throws {
        var previous = Ledger.origin
        var seq = 0
        var isHeadKnown = head == nil
        let entries = try Ledger.Entry.fetchCursor(database, sql: "SELECT * FROM ledger ORDER BY seq")
        while let entry = try entries.next() {
            verdict.entries += 1
            if entry.seq != seq + 1 { note(.entryMissing, seq + 1, "") }
            if entry.hash != entry.expectedHash { note(.entryChanged, entry.seq, entry.subject) }
            if entry.previous != previous { note(.chainBroken, entry.seq, entry.subject) }
            verdict.head = "\(entry.seq):\(entry.hash)"
            if verdict.head == head { isHeadKnown = true }
            (previous, seq) = (entry.hash, entry.seq)
        }
        if !isHeadKnown { note(.headUnknown, seq, "") }
    }

    /// Every entry of the ledger has its one revision: of its record, with the next number, saying what was hashed.
    mutating func revisions(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ledger.seq AS entry, subject, payload, revision.record AS record, number, kind, body,
                    revision.hash AS hash
                FROM ledger LEFT JOIN revision ON revision.seq = ledger.seq
                WHERE action IN ('added', 'revised') ORDER BY ledger.seq, number
                """)
        while let row = try rows.next() {
            let (entry, subject): (Int, String) = (row["entry"], row["subject"])
            let known = last[subject]
            // A second revision under one entry is counted like the first, and found out by its number.
            let number = known.map { $0.entry == entry ? $0.number : $0.number + 1 } ?? 1
            last[subject] = (entry, number)
            guard let body: Data = row["body"] else {
                note(.revisionMissing, entry, subject)
                continue
            }
            verdict.revisions += 1
            let hash = RecordBytes(body: Array(body), origin: "").hash
            let (payload, kept): (String?, String?) = (row["payload"], row["hash"])
            let isWhole = hash == payload && hash == kept
            let (record, stood): (String?, Int?) = (row["record"], row["number"])
            let isInPlace = record == subject && stood == number
            if !isWhole || !isInPlace || !Self.opens(body, kind: row["kind"], id: subject) {
                note(.revisionChanged, entry, subject)
            }
        }
    }

    /// No revision stands there without an entry that made it.
    mutating func strays(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT revision.seq AS entry, record FROM revision LEFT JOIN ledger ON ledger.seq = revision.seq
                WHERE action IS NULL OR action NOT IN ('added', 'revised') ORDER BY record, number
                """)
        while let row = try rows.next() { note(.revisionChanged, row["entry"], row["record"]) }
    }

    /// What stands now is the last revision of each record, with the links that it names.
    mutating func present(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, record.kind AS kind, record.number AS number, revision.kind AS revised, body, origin
                FROM record LEFT JOIN revision ON revision.record = id AND revision.number = record.number
                """)
        // What was taken out of the present, and by which entry.
        let removed = try Row.fetchAll(
            database, sql: "SELECT subject, max(seq) AS entry FROM ledger WHERE action = 'removed' GROUP BY subject"
        ).reduce(into: [String: Int]()) { $0[$1["subject"]] = $1["entry"] }
        let links = try database.makeStatement(sql: "SELECT field || ' ' || target FROM link WHERE source = ?")
        while let row = try rows.next() {
            let id: String = row["id"]
            let known = last.removeValue(forKey: id)
            let (number, kind, revised): (Int?, String?, String?) = (row["number"], row["kind"], row["revised"])
            let isLatest = known?.number == number && kind == revised && removed[id] ?? 0 <= known?.entry ?? 0
            let body: Data? = row["body"]
            let named = body.flatMap { RecordBytes(body: Array($0), origin: "").record() }?.links
                .map { "\($0.field.id) \($0.target)" }
            let kept = try String.fetchSet(links, arguments: [id])
            if !isLatest || Set(named ?? []) != kept {
                note(.notLatest, known?.entry ?? 0, id)
            }
        }
        // What is left over is not in the present: rightly so where an entry says that it was taken out.
        for (id, known) in last.sorted(by: { $0.value.entry < $1.value.entry }) where removed[id] ?? 0 < known.entry {
            note(.notLatest, known.entry, id)
        }
    }

    private static func opens(_ body: Data, kind: String?, id: String) -> Bool {
        guard let kind = kind.flatMap(RecordKind.init(rawValue:)) else { return false }
        return body.starts(with: RecordBytes.opening(kind, id))
    }

    private mutating func note(_ kind: Library.LedgerVerdict.Kind, _ entry: Int, _ subject: String) {
        verdict.breaks.append(.init(entry: entry, kind: kind, subject: subject))
    }
}
