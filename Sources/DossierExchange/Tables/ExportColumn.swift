public import DossierModel

/// One column of a table: what stands in it, as the catalogue defines it.
public struct ExportColumn: Sendable, Hashable {
    /// For programs; never changes: a key, or the field's id, with the part of the field after a dot.
    public let id: String
    /// Nil for keys, which tell the records apart.
    public let field: FieldDefinition?
    public let part: Part

    /// A value has several columns where people sort and filter by a part of it.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// All of it.
        case whole
        case hangul, hanja, latin
        /// Names in any other script.
        case otherScripts
        /// The source's words for a date, with its calendar.
        case words
        case state, coordinates
    }

    /// What tells one row from another.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// The case's number.
        case `case`
        /// The number of the record in which an item stands, or whose row it is.
        case record
        /// Of an item among its fellows, from 1.
        case position
        /// How strongly a claim may be put.
        case strength
    }

    init(_ key: Key) {
        id = key.rawValue
        field = nil
        part = .whole
    }

    private init(_ field: FieldDefinition, _ part: Part) {
        id = part == .whole ? field.id : "\(field.id).\(part.rawValue)"
        self.field = field
        self.part = part
    }

    static func columns(of field: FieldDefinition) -> [ExportColumn] {
        let parts: [Part] =
            switch field.type {
            case .names: field == PersonFields.names.definition ? [.hangul, .hanja, .latin, .otherScripts] : [.whole]
            case .date: [.whole, .words]
            case .place: [.whole, .state, .coordinates]
            case .items: []
            default: [.whole]
            }
        return parts.map { ExportColumn(field, $0) }
    }

    func text(of entries: Entries, _ cell: CellText) -> String {
        guard let field, let answer = entries[field.name]?.answer else { return "" }
        if part == .whole { return cell.text(answer) { cell.text($0) } }
        // Why there is no value stands once, in the first column.
        guard part.isFirst || !answer.accounts.isEmpty else { return "" }
        return cell.text(answer) { text(of: $0, cell) }
    }

    private func text(of value: FieldValue, _ cell: CellText) -> String {
        switch (value, part) {
        case (.names(let names), _):
            names.filter { part.holds($0.script) }.map { cell.text($0) }.joined(separator: CellText.members)
        case (.date(let statement), .words):
            ([statement.words.map { cell.text($0) }]
                + [statement.calendar == .gregorian ? nil : "(\(statement.calendar.rawValue))"])
                .compactMap(\.self).joined(separator: " ")
        case (.place(let place), .state): place.state?.text ?? ""
        case (.place(let place), .coordinates):
            place.coordinates.map { "\($0.latitude), \($0.longitude) (±\($0.radius) km)" } ?? ""
        default: cell.text(value)
        }
    }
}

extension ExportColumn.Part {
    fileprivate var isFirst: Bool { self == .whole || self == .hangul }

    fileprivate func holds(_ script: PersonName.Script) -> Bool {
        switch self {
        case .hangul: script == .hangul
        case .hanja: script == .hanja
        case .latin: script == .latin
        default: ![.hangul, .hanja, .latin].contains(script)
        }
    }
}
