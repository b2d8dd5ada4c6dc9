import DossierModel
import Foundation

/// Puts the names of a row together out of its cells.
struct RowNames {
    let mapping: TableMapping
    /// Divides a name into its parts.
    let divide: @Sendable (String) -> PersonName?

    /// A cell of a name, and where it goes.
    struct Piece {
        var text: String
        var target: TableMapping.Target
        var line: Int
    }

    /// The people that a cell of names tells of, and words that name nobody ("외 3명").
    struct People {
        var names: [String]
        var rest: String?
    }

    /// Whether a cell names more than one person. Asked of every name of a list: patterns take longer to make than names to look through.
    static func isSeveral(_ text: String) -> Bool {
        var hasMark = false
        var hasSpace = false
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == " " { hasSpace = true }
            if scalar.value >= 0x3400, scalar.value < 0xE000, scalar != "명", scalar != "인" {
                before = scalar
                continue
            }
            if marks.contains(scalar) { hasMark = true }
            // 3명, and 외 alone or before a number.
            if isDigit(before), scalar == "명" || scalar == "인" { return true }
            if before == "외", isDigit(scalar) || scalar == " " { return true }
            if scalar != " " || !isDigit(before) { before = scalar }
        }
        if hasMark { return !isInverted(text) }
        return hasSpace && conjunctions.contains { text.contains($0) }
    }

    private static let marks: Set<Unicode.Scalar> = [",", "、", "，", "·", "ㆍ", ";", "\n"]
    private static let brackets: Set<Unicode.Scalar> = ["(", ")", "（", "）", "[", "]"]
    private static let conjunctions = [" and ", " 및 ", "와 ", "과 "]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// `Kim, Chol-su`: a comma between the parts of one Latin name.
    private static func isInverted(_ text: String) -> Bool {
        text.wholeMatch(of: /[\p{Latin}\s.'’-]+,[\p{Latin}\s.'’-]+/) != nil
    }

    /// The people of a cell, told apart by the marks that the mapping names.
    func people(_ text: String) -> People {
        var people = People(names: [], rest: nil)
        var body = text
        if text.contains("외"), let found = text.firstMatch(of: /\s*외\s*(\d+)\s*(명|인)?\s*$/) {
            people.rest = String(found.0).trimmed
            body = String(text[..<found.range.lowerBound])
        }
        var parts = [body]
        for mark in mapping.people {
            parts = parts.flatMap { $0.components(separatedBy: mark == "\\n" ? "\n" : mark) }
        }
        people.names = parts.map { String($0).trimmed }.filter { !$0.isEmpty }
        return people
    }

    /// The names of one person, one node each; cells of parts that bear one name are put together.
    func nodes(_ pieces: [Piece]) throws(CellReading.Fault) -> [PlainNode] {
        var nodes: [PlainNode] = []
        var seen: Set<String> = []
        for piece in pieces {
            if piece.target.part == .full {
                for text in Self.bracketed(piece.text) { nodes.append(try full(text, piece)) }
                continue
            }
            guard seen.insert(piece.target.name).inserted else { continue }
            let parts = pieces.filter { $0.target.part != .full && $0.target.name == piece.target.name }
            let family = parts.first { $0.target.part == .family }?.text
            let given = parts.first { $0.target.part == .given }?.text
            let script = piece.target.script ?? NameLetters.script(of: (family ?? "") + (given ?? ""))
            guard let script else { throw .init(cell: .unreadName) }
            nodes.append(node(family: family, given: given, script, piece))
        }
        return nodes
    }

    /// `김철수(金哲洙)` is two names of one person.
    private static func bracketed(_ text: String) -> [String] {
        guard text.unicodeScalars.contains(where: brackets.contains) else { return [text] }
        let parts = text.split { "()（）[]".contains($0) }.map { String($0).trimmed }
        return parts.filter { !$0.isEmpty }
    }

    private func full(_ text: String, _ piece: Piece) throws(CellReading.Fault) -> PlainNode {
        guard let script = NameLetters.script(of: text) else { throw .init(cell: .unreadName) }
        let written =
            piece.target.script == .kanji || piece.target.script == .hanzi ? piece.target.script ?? script : script
        guard let parts = divide(text) else { return node(family: nil, given: text, written, piece) }
        return node(family: parts.family, given: parts.given, written, piece)
    }

    private func node(family: String?, given: String?, _ script: PersonName.Script, _ piece: Piece) -> PlainNode {
        let scalar = { (text: String) in PlainNode(.scalar(text), line: piece.line) }
        var pairs: [(String, String?)] = []
        if piece.target.kind != .primary { pairs.append(("kind", piece.target.kind.rawValue)) }
        pairs += [
            ("script", script.rawValue), ("system", script == .latin ? piece.target.system?.rawValue : nil),
            ("family", family), ("given", given),
        ]
        return PlainNode(
            .map(pairs.compactMap { key, value in value.map { .init(key, scalar($0), line: piece.line) } }),
            line: piece.line)
    }
}
