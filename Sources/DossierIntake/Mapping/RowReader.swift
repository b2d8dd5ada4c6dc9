public import DossierModel
import Foundation

/// Makes records of the rows of a table by its mapping: a person, and a case and an incident where columns tell of them.
///
/// Rows become the plain trees that ``RecordReader`` reads, so that lists are held to the rules of case files; the line of each node is
/// the number of its column.
public struct RowReader: Sendable {
    let mapping: TableMapping
    let columns: [String]
    private let reading: CellReading
    private let names: RowNames
    private let plan: [Planned]
    private let keyColumns: [Int]
    private let sharedColumns: [Int]
    private let fileColumns: [Int]
    private let unknown: Set<String>

    /// A target with the place of its column.
    struct Planned: Sendable {
        var column: Int
        var target: TableMapping.Target
    }

    /// What one row holds.
    public struct Row: Sendable, Hashable {
        public var number: Int
        /// As it stands in ids; empty when the row has none.
        public var key: String
        public var records: [Record]
        /// The files that the row names.
        public var files: [FileName]
        public var findings: [CellFinding]
    }

    /// A file that a row names, and in which column.
    public struct FileName: Sendable, Hashable {
        public var column: String
        public var name: String
    }

    /// `divide` tells family name and given name of a name in any script.
    public init(
        _ mapping: TableMapping, columns: [String], divide: @escaping @Sendable (String) -> PersonName?
    ) {
        self.mapping = mapping
        self.columns = columns
        reading = CellReading(mapping: mapping)
        names = RowNames(mapping: mapping, divide: divide)
        let places = Dictionary(columns.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        plan = mapping.columns.flatMap { column in
            places[column.name].map { place in column.targets.map { Planned(column: place, target: $0) } } ?? []
        }
        keyColumns = mapping.key.compactMap { places[$0] }
        fileColumns = mapping.files.compactMap { places[$0] }
        if case .shared(let shared) = mapping.incident {
            sharedColumns = shared.compactMap { places[$0] }
        } else {
            sharedColumns = []
        }
        unknown = Set(mapping.unknown)
    }

    /// The records of a row, and everything in it that cannot be taken in.
    public func read(_ row: Table.Row) -> Row {
        var result = Row(number: row.number, key: key(row), records: [], files: [], findings: [])
        guard !result.key.isEmpty else {
            result.findings = [
                CellFinding(
                    .cell(.noKey), row: row.number, column: mapping.key.joined(separator: " + "),
                    expected: mapping.key.joined(separator: " + "))
            ]
            return result
        }
        var building = RowBuilding(reader: self, row: row, key: result.key)
        building.read()
        result.records = building.records
        result.findings = building.findings
        result.files = fileNames(row)
        return result
    }

    private func fileNames(_ row: Table.Row) -> [FileName] {
        fileColumns.flatMap { column in
            cell(row, column).split { $0 == "|" || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
                .map { FileName(column: columns[column], name: $0) }
        }
    }

    func cell(_ row: Table.Row, _ column: Int) -> String {
        row.cells.indices.contains(column)
            ? TextInspection.normalised(row.cells[column]).trimmed : ""
    }

    func isUnknown(_ text: String) -> Bool { unknown.contains(text) }

    var planned: [Planned] { plan }
    var cellReading: CellReading { reading }
    var rowNames: RowNames { names }

    // MARK: Ids

    /// The key of a row as ids can hold it: as it stands where it is a number or code, else as a hash, so that no name gets into an
    /// id.
    private func key(_ row: Table.Row) -> String { RowKey.text(keyColumns.map { cell(row, $0) }) }

    /// The id of the incident that the row shares with others; nil when it does not tell.
    func sharedIncident(_ row: Table.Row) -> RecordID? {
        let key = RowKey.text(sharedColumns.map { cell(row, $0) }, isAlwaysHashed: true)
        return key.isEmpty ? nil : RecordID("incident-\(mapping.source)-\(key)")
    }
}
