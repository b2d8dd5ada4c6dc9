import DossierModel
import Foundation

/// Reads one cell for one field into the tree that ``RecordReader`` knows, or says why not.
struct CellReading {
    let mapping: TableMapping

    struct Fault: Error {
        var cell: CellFinding.Cell
        var expected = ""
    }

    /// `cells` gives what stands in another column of the row.
    func node(
        _ text: String, _ target: TableMapping.Target, line: Int, cells: (String) -> String?
    ) throws(Fault) -> PlainNode {
        switch target.field.type {
        case .date: return try date(text, target, line)
        case .age: return try age(text, target, line, cells)
        case .place: return place(text, target, line)
        case .text: return self.text(text, target, line)
        case .choice, .choices, .state, .states, .codes: return try word(text, target, line)
        case .number:
            guard Int(Self.digits(text)) != nil else { throw Fault(cell: .unreadNumber) }
            return PlainNode(.scalar(Self.digits(text)), line: line)
        case .lines, .line: return PlainNode(.scalar(text), line: line)
        // Names are put together out of several cells by the row; the rest cannot be mapped.
        case .names, .reference, .references, .items: return PlainNode(.scalar(text), line: line)
        }
    }

    /// Words of the list as the reason why nothing is known.
    func unknown(_ text: String, line: Int) -> PlainNode {
        PlainNode(
            .map([
                .init(
                    "unknown",
                    PlainNode(.map([.init(mapping.language.text, PlainNode(.scalar(text), line: line))]), line: line))
            ]), line: line)
    }

    private static func digits(_ text: String) -> String {
        // "3.0" is how some programs write 3.
        let bare = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return bare.trimmed
    }

    // MARK: Words

    private func word(_ text: String, _ target: TableMapping.Target, _ line: Int) throws(Fault) -> PlainNode {
        var parts = [text]
        switch target.field.type {
        case .choices, .states, .codes:
            if target.values[text] == nil {
                parts = text.split { ",;|、/".contains($0) }.map { String($0).trimmed }
            }
        default: break
        }
        let words = parts.map { target.values[$0] ?? $0 }
        if !target.values.isEmpty, let left = parts.first(where: { target.values[$0] == nil && !isWord($0, target) }) {
            throw Fault(
                cell: .notInValues, expected: target.values.keys.sorted().joined(separator: ", ") + " ≠ \(left)")
        }
        let nodes = words.filter { !$0.isEmpty }.map { PlainNode(.scalar($0), line: line) }
        return nodes.count == 1 ? nodes[0] : PlainNode(.list(nodes), line: line)
    }

    private func isWord(_ text: String, _ target: TableMapping.Target) -> Bool {
        switch target.field.type {
        case .choice(let words), .choices(let words): words.contains(text)
        case .state, .states: StateCode(text) != nil
        default: true
        }
    }

    private func text(_ text: String, _ target: TableMapping.Target, _ line: Int) -> PlainNode {
        let scalar = PlainNode(.scalar(text), line: line)
        guard let language = target.language, language != mapping.language else { return scalar }
        return PlainNode(.map([.init(language.text, scalar, line: line)]), line: line)
    }

    private func place(_ text: String, _ target: TableMapping.Target, _ line: Int) -> PlainNode {
        var pairs = [
            PlainNode.Pair((target.language ?? mapping.language).text, PlainNode(.scalar(text), line: line), line: line)
        ]
        if let state = target.state {
            pairs.append(.init("state", PlainNode(.scalar(state.text), line: line), line: line))
        }
        return PlainNode(.map(pairs), line: line)
    }

    // MARK: Dates and ages

    private func date(_ text: String, _ target: TableMapping.Target, _ line: Int) throws(Fault) -> PlainNode {
        let read = try CellDate(text, target)
        let scalar = { (text: String) in PlainNode(.scalar(text), line: line) }
        if read.date.edtf == text, read.calendar == .gregorian { return scalar(text) }
        // What the list writes stays beside what it is read as.
        var pairs = [
            PlainNode.Pair("edtf", scalar(read.date.edtf), line: line),
            PlainNode.Pair(
                "words", PlainNode(.map([.init(mapping.language.text, scalar(text))]), line: line), line: line),
        ]
        if read.calendar != .gregorian { pairs.append(.init("calendar", scalar(read.calendar.rawValue), line: line)) }
        if let year = read.statedYear { pairs.append(.init("statedYear", scalar(String(year)), line: line)) }
        return PlainNode(.map(pairs), line: line)
    }

    /// How the dates of a column are read.
    private func dateTarget(_ column: String) -> TableMapping.Target? {
        mapping.columns.first { $0.name == column }?.targets.first { $0.field.type == .date }
    }

    private func age(
        _ text: String, _ target: TableMapping.Target, _ line: Int, _ cells: (String) -> String?
    ) throws(Fault) -> PlainNode {
        let bare = text.replacing(/^(만|age)\s*|\s*(세|살|歲|才|years?( old)?|yrs?\.?)$/, with: "")
        guard let years = Int(Self.digits(bare)), (0...130).contains(years) else { throw Fault(cell: .unreadAge) }
        let counting = text.hasPrefix("만") ? AgeStatement.Counting.international : target.counting
        var at = target.at
        if let column = target.ageColumn {
            let cell = (cells(column) ?? "").trimmed
            at = (try? CellDate(cell, dateTarget(column) ?? target))?.date.edtf ?? ""
        }
        guard !at.isEmpty else { throw Fault(cell: .ageWithoutDate, expected: "at: 1950 | [column]") }
        let pairs = [("years", String(years)), ("counting", counting.rawValue), ("at", at)].map {
            PlainNode.Pair($0.0, PlainNode(.scalar($0.1), line: line), line: line)
        }
        return PlainNode(.map(pairs), line: line)
    }
}
