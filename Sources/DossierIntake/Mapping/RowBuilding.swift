import DossierModel

/// The records of one row, on the way.
struct RowBuilding {
    let reader: RowReader
    let row: Table.Row
    let key: String
    var records: [Record] = []
    var findings: [CellFinding] = []

    /// Field nodes by kind of record, in the order of the columns.
    private var fields: [RecordKind: [Field]] = [:]
    private var pieces: [FieldDefinition: [RowNames.Piece]] = [:]
    private var notes: [String] = []

    private struct Field {
        var target: TableMapping.Target
        var node: PlainNode
    }

    init(reader: RowReader, row: Table.Row, key: String) {
        self.reader = reader
        self.row = row
        self.key = key
    }

    private var mapping: TableMapping { reader.mapping }

    mutating func read() {
        for planned in reader.planned { readCell(planned) }
        for constant in mapping.constants { addConstant(constant) }
        let people = people()
        guard !people.isEmpty else {
            // A cell that names several people is a fault already.
            let isTold = findings.contains { $0.rule == .cell(.severalPeople) }
            if !isTold {
                findings.append(CellFinding(.cell(.nobody), row: row.number, expected: "person.names"))
            }
            return
        }
        let incident = incident()
        for (index, person) in people.enumerated() {
            let tail = people.count == 1 ? key : "\(key)-\(index + 1)"
            build(.person, tail, named: person)
            if fields[.case] != nil || incident != nil {
                build(.case, tail, incident: incident, person: "person-\(mapping.source)-\(tail)")
            }
        }
    }

    // MARK: Cells

    private mutating func readCell(_ planned: RowReader.Planned) {
        let text = reader.cell(row, planned.column)
        let target = planned.target
        guard !text.isEmpty else { return }
        let line = planned.column + 1
        if reader.isUnknown(text) {
            add(target, PlainNode(.map([.init("unknown", PlainNode(.scalar(""), line: line), line: line)]), line: line))
            return
        }
        if case .names = target.field.type {
            pieces[target.field, default: []].append(.init(text: text, target: target, line: line))
            return
        }
        do throws(CellReading.Fault) {
            let node = try reader.cellReading.node(text, target, line: line) { name in
                reader.columns.firstIndex(of: name).map { reader.cell(row, $0) }
            }
            add(target, sourced(node, target))
        } catch {
            if target.unread == .keep {
                add(target, reader.cellReading.unknown(text, line: line))
            } else {
                note(.cell(error.cell), planned.column, text, error.expected)
            }
        }
    }

    private mutating func addConstant(_ constant: TableMapping.Constant) {
        do throws(CellReading.Fault) {
            add(constant.target, try reader.cellReading.node(constant.value, constant.target, line: 0) { _ in nil })
        } catch {
            findings.append(
                CellFinding(
                    .cell(error.cell), row: row.number, column: constant.target.field.id, value: constant.value,
                    expected: error.expected))
        }
    }

    private mutating func add(_ target: TableMapping.Target, _ node: PlainNode) {
        fields[target.field.kind, default: []].append(Field(target: target, node: node))
    }

    /// The list as the source of a value.
    private func sourced(_ node: PlainNode, _ target: TableMapping.Target) -> PlainNode {
        guard let title = mapping.title, target.list == nil else { return node }
        let source = PlainNode(
            .map(title.wordings.map { .init($0.language.text, PlainNode(.scalar($0.text), line: node.line)) }),
            line: node.line)
        let account = PlainNode(.map([.init("value", node), .init("source", source)]), line: node.line)
        return PlainNode(.map([.init("accounts", PlainNode(.list([account]), line: node.line))]), line: node.line)
    }

    private mutating func note(_ rule: CellFinding.Rule, _ column: Int, _ value: String, _ expected: String = "") {
        findings.append(
            CellFinding(rule, row: row.number, column: reader.columns[column], value: value, expected: expected))
    }

    // MARK: People

    /// The pieces of the names of each person of the row.
    private mutating func people() -> [[RowNames.Piece]] {
        let own = pieces[PersonFields.names.definition] ?? []
        let isUnnamed = fields[.person]?.contains { $0.target.field == PersonFields.names.definition } ?? false
        // Somebody of whom the list says that nobody knows the name is a person all the same.
        if own.isEmpty, isUnnamed || mapping.unnamed == .keep { return [[]] }
        var people: [[RowNames.Piece]] = []
        for piece in own {
            guard RowNames.isSeveral(piece.text) else {
                if people.isEmpty { people.append([]) }
                // Another spelling, another part: of the first person, for whom alone it can be.
                people[0].append(piece)
                continue
            }
            guard !mapping.people.isEmpty else {
                note(.cell(.severalPeople), piece.line - 1, piece.text, "people: [\",\"]")
                continue
            }
            let found = reader.rowNames.people(piece.text)
            for (index, name) in found.names.enumerated() {
                if people.count <= index { people.append([]) }
                people[index].append(.init(text: name, target: piece.target, line: piece.line))
            }
            // How many more there were, nobody named; the words of the list stay.
            if found.rest != nil || found.names.count > 1 {
                notes.append("\(reader.columns[piece.line - 1]): \(piece.text)")
            }
        }
        return people
    }

    // MARK: Records

    private mutating func incident() -> RecordID? {
        let id: RecordID?
        switch mapping.incident {
        case .existing(let id): return id
        case .shared: id = reader.sharedIncident(row)
        case .perRow: id = fields[.incident] == nil ? nil : RecordID("incident-\(mapping.source)-\(key)")
        }
        guard let id else { return nil }
        build(.incident, String(id.text.dropFirst("incident-\(mapping.source)-".count)))
        return id
    }

    private mutating func build(
        _ kind: RecordKind, _ tail: String, named: [RowNames.Piece] = [], incident: RecordID? = nil,
        person: String? = nil
    ) {
        let scalar = { (text: String) in PlainNode(.scalar(text)) }
        var pairs = [
            PlainNode.Pair("record", scalar(kind.rawValue)),
            .init("id", scalar("\(kind.rawValue)-\(mapping.source)-\(tail)")),
            .init("language", scalar(mapping.language.text)),
        ]
        if let person { pairs.append(.init(CaseFields.person.definition.name, scalar(person))) }
        if kind == .case, let incident {
            pairs.append(.init(CaseFields.incident.definition.name, scalar(incident.text)))
        }
        if kind == .person { pairs += nameFields(named) }
        pairs += plainFields(kind)
        if kind == .person, !notes.isEmpty { pairs = noted(pairs) }
        let row = row
        var recordReader = RecordReader(file: mapping.source, inspectText: { TextInspection.rule(for: $0) })
        let record = recordReader.record(from: PlainNode(.map(pairs), line: 0))
        for finding in recordReader.findings {
            let column = finding.line - 1
            findings.append(
                CellFinding(
                    .record(finding.rule), row: row.number,
                    column: reader.columns.indices.contains(column) ? reader.columns[column] : finding.path,
                    value: finding.value,
                    expected: finding.expected))
        }
        guard var record, recordReader.findings.isEmpty else { return }
        record.origin = Record.Origin(file: mapping.source, line: row.number)
        records.append(record.onLine(row.number))
    }

    /// The names of the person and of others whom the person's record names.
    private mutating func nameFields(_ named: [RowNames.Piece]) -> [PlainNode.Pair] {
        var all: [(FieldDefinition, [RowNames.Piece])] = [(PersonFields.names.definition, named)]
        for field in [PersonFields.father.definition, PersonFields.mother.definition] {
            if let pieces = pieces[field] { all.append((field, pieces)) }
        }
        return all.compactMap { field, pieces in
            do throws(CellReading.Fault) {
                let nodes = try reader.rowNames.nodes(pieces)
                guard !nodes.isEmpty else { return nil }
                return .init(field.name, PlainNode(.list(nodes), line: pieces[0].line), line: pieces[0].line)
            } catch {
                for piece in pieces { note(.cell(error.cell), piece.line - 1, piece.text, error.expected) }
                return nil
            }
        }
    }

    /// Fields of the record itself, and items put together.
    private func plainFields(_ kind: RecordKind) -> [PlainNode.Pair] {
        var pairs: [PlainNode.Pair] = []
        var lists: [(list: FieldDefinition, items: [Int: [PlainNode.Pair]])] = []
        for field in fields[kind] ?? [] {
            guard let list = field.target.list else {
                if let index = pairs.firstIndex(where: { $0.key == field.target.field.name }) {
                    pairs[index].value = joined(pairs[index].value, field.node)
                } else {
                    pairs.append(.init(field.target.field.name, field.node, line: field.node.line))
                }
                continue
            }
            if !lists.contains(where: { $0.list == list }) { lists.append((list, [:])) }
            for index in lists.indices where lists[index].list == list {
                lists[index].items[field.target.item, default: []].append(
                    .init(field.target.field.name, field.node, line: field.node.line))
            }
        }
        for (list, items) in lists {
            let nodes = items.sorted { $0.key < $1.key }.map { PlainNode(.map($0.value), line: $0.value[0].line) }
            pairs.append(.init(list.name, PlainNode(.list(nodes), line: nodes[0].line), line: nodes[0].line))
        }
        return pairs
    }

    /// Two columns for one field: accounts side by side, or the members of one list.
    private func joined(_ first: PlainNode, _ second: PlainNode) -> PlainNode {
        let accounts = { (node: PlainNode) -> [PlainNode] in
            if case .list(let nodes)? = node["accounts"]?.content { return nodes }
            return [PlainNode(.map([.init("value", node)]), line: node.line)]
        }
        // "Not known" beside a value says nothing.
        if first["unknown"] != nil { return second }
        if second["unknown"] != nil { return first }
        return PlainNode(
            .map([.init("accounts", PlainNode(.list(accounts(first) + accounts(second)), line: first.line))]),
            line: first.line)
    }

    /// The words of cells that named several people, among the notes.
    private func noted(_ pairs: [PlainNode.Pair]) -> [PlainNode.Pair] {
        let name = PersonFields.notes.definition.name
        let text = notes.joined(separator: "\n")
        guard let index = pairs.firstIndex(where: { $0.key == name }) else {
            return pairs + [.init(name, PlainNode(.scalar(text)))]
        }
        var pairs = pairs
        pairs[index].value = joined(pairs[index].value, PlainNode(.scalar(text), line: pairs[index].value.line))
        return pairs
    }
}
