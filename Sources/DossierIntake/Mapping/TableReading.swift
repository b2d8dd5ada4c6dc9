import Dispatch
public import DossierModel
import Foundation
import Synchronization

/// The records of a whole table, read on all cores, with everything in it that cannot be taken in.
public struct TableReading: Sendable {
    public var rows: [RowReader.Row]
    public var findings: [CellFinding]
    /// Each record once: rows may share an incident.
    public var records: [Record]

    private static let stretch = 500

    public init(_ table: Table, _ reader: RowReader, progress: (@Sendable (Int) -> Void)? = nil) {
        let stretches = stride(from: 0, to: table.rows.count, by: Self.stretch).map {
            $0..<min($0 + Self.stretch, table.rows.count)
        }
        let results = Mutex<[Int: [RowReader.Row]]>([:])
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: stretches.count) { index in
            let rows = table.rows[stretches[index]].map { reader.read($0) }
            results.withLock { $0[index] = rows }
            let count = done.withLock { sum in
                sum += rows.count
                return sum
            }
            progress?(count)
        }
        let read = results.withLock { $0 }
        rows = stretches.indices.flatMap { read[$0] ?? [] }
        findings = rows.flatMap(\.findings)
        records = []
        requireDistinctKeys(reader.mapping)
        gather()
    }

    private mutating func requireDistinctKeys(_ mapping: TableMapping) {
        var first: [String: Int] = [:]
        for row in rows where !row.key.isEmpty {
            if let known = first[row.key] {
                findings.append(
                    CellFinding(
                        .cell(.repeatedKey), row: row.number, column: mapping.key.joined(separator: " + "),
                        value: row.key,
                        expected: String(known)))
            } else {
                first[row.key] = row.number
            }
        }
        findings.sort { $0.row < $1.row }
    }

    private mutating func gather() {
        var seen: Set<RecordID> = []
        records.reserveCapacity(rows.count * 2)
        for row in rows {
            for record in row.records where seen.insert(record.id).inserted { records.append(record) }
        }
    }
}
