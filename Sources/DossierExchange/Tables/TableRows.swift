import DossierModel

/// The rows of all tables that tell one case.
public struct TableRows: Sendable {
    /// One row of a table; as many cells as the table has columns.
    public struct Row: Sendable, Hashable {
        public let table: ExportTable
        public let cells: [String]
    }

    public private(set) var rows: [Row] = []

    public init(_ edition: OutsideEdition) {
        let cell = CellText(numberOf: { edition.number(of: $0) })
        let folder = edition.folder
        let head = [folder.caseRecord, folder.person, folder.incident].compactMap(\.self)
        add(.cases, head, [edition.number], cell)
        let groups: [(ExportTable, [Record])] = [
            (.incidents, folder.earlierIncidents), (.persons, edition.otherPersons),
            (.testimonies, edition.testimonies), (.exhibits, edition.exhibits), (.claims, folder.evidence.claims),
        ]
        for (table, records) in groups {
            for record in records {
                let strength = edition.standings[record.id].map { [$0.strength.rawValue] } ?? [""]
                let keys = [edition.number, edition.number(of: record.id)]
                add(table, [record], keys + (table == .claims ? strength : []), cell)
            }
        }
        for record in edition.records { addLists(of: record, edition, cell) }
    }

    /// `records` are of different kinds: the field's id tells in which one it stands.
    private mutating func add(_ table: ExportTable, _ records: [Record], _ keys: [String], _ cell: CellText) {
        let fields = table.columns.dropFirst(keys.count).map { column in
            records.first { $0.kind == column.field?.kind }.map { column.text(of: $0.entries, cell) } ?? ""
        }
        rows.append(Row(table: table, cells: keys + fields))
    }

    private mutating func addLists(of record: Record, _ edition: OutsideEdition, _ cell: CellText) {
        for field in FieldCatalogue.fields(of: record.kind) {
            guard let table = ExportTable.lists[field], let answer = record.entries[field.name]?.answer else {
                continue
            }
            let items = answer.accounts.flatMap { account -> [Item] in
                if case .items(let items) = account.value { items } else { [] }
            }
            let keys = [edition.number, edition.number(of: record.id)]
            for (place, item) in items.enumerated() {
                let cells = table.columns.dropFirst(keys.count + 1).map { $0.text(of: item.entries, cell) }
                rows.append(Row(table: table, cells: keys + [String(place + 1)] + cells))
            }
            // That there is none, or that nobody knows, is an answer too.
            if items.isEmpty, let first = table.columns.dropFirst(keys.count + 1).first {
                let why = cell.text(answer) { cell.text($0) }
                let rest = table.columns.count - keys.count - 2
                if !why.isEmpty, rest >= 0, first.field != nil {
                    rows.append(
                        Row(table: table, cells: keys + ["", why] + Array(repeating: "", count: rest)))
                }
            }
        }
    }
}
