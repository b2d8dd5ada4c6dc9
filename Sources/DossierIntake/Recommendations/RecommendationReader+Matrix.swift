import DossierModel

/// OHCHR's matrix of recommendations, in the two layouts that have been seen: with coded themes ("Theme: A12 …"), and
/// with rights or areas ("Right or area: 2.1. …") and a column of recommending States.
extension RecommendationReader {
    func readMatrix(_ document: WordMatrix, _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        guard let matrix else { throw RecommendationError(.noContext) }
        var reading = Reading(.matrix)
        var found: [String: Recommendation] = [:]
        var order: [String] = []
        // By number and words: a number that stands over two texts is two recommendations, and told.
        var numbers: Set<String> = []
        var columns: MatrixColumns?
        var group: Recommendation.Theme?
        var heads: [String] = []
        for row in document.tables.joined() {
            if let head = MatrixColumns(row) {
                columns = head
                continue
            }
            heads += row.cells.prefix(1).flatMap(\.self).prefix(1)
            if let title = row.groupTitle {
                group = MatrixThemes.group(title)
                continue
            }
            guard let columns, let cell = columns.cell(.recommendation, of: row), !cell.isEmpty else { continue }
            reading.seen += 1
            var one = recommendation(row, columns, matrix, place: reading.seen) { reading.note($0) }
            if let group, !one.themes.contains(where: { $0.scheme == group.scheme && $0.code == group.code }) {
                one.themes.append(group)
            }
            // The same recommendation stands under each of its themes.
            let number = one.key.number.text
            let key = number.isEmpty ? "?\(reading.seen)" : "\(number) \(Self.letters(of: one.text))"
            if var earlier = found[key] {
                earlier.unite(with: one)
                found[key] = earlier
                continue
            }
            if !number.isEmpty, !numbers.insert(number).inserted {
                reading.note(.init(.numberTwice, place: reading.seen, value: one.key.description))
            }
            found[key] = one
            order.append(key)
        }
        guard columns != nil else {
            throw RecommendationError(.noMatrix, value: heads.prefix(5).joined(separator: " | "))
        }
        let all = order.compactMap { found[$0] }
        reading.taken = all.count
        reading.states = [StateName.key(matrix.stateUnderReview)]
        for start in stride(from: 0, to: all.count, by: 1_000) {
            try take(Array(all[start..<min(start + 1_000, all.count)]))
        }
        return reading
    }

    private func recommendation(
        _ row: WordMatrix.Row, _ columns: MatrixColumns, _ matrix: MatrixContext, place: Int,
        _ note: (RecommendationFinding) -> Void
    ) -> Recommendation {
        var lines = columns.cell(.recommendation, of: row) ?? []
        var symbol: String?
        var paragraph: String?
        lines.removeAll { line in
            guard let source = PositionSource(line) else { return false }
            (symbol, paragraph) = (source.symbol, source.paragraph)
            return true
        }
        let numbered = NumberedText(
            TextInspection.normalised(lines.joined(separator: " ")), cycle: matrix.cycle)
        if numbered.number.isEmpty { note(RecommendationFinding(.noNumber, place: place, value: numbered.text)) }
        var text = numbered.text
        var states = columns.cell(.states, of: row).map(Self.names) ?? []
        if states.isEmpty, let bracket = Self.bracket(atEndOf: text) {
            states = bracket.names
            text = bracket.rest
        }
        let label = (columns.cell(.position, of: row) ?? []).joined(separator: " ")
        let position = PositionWords.position(
            label, symbol: symbol, paragraph: paragraph, readOn: readOn)
        if position == nil, !label.isEmpty { note(RecommendationFinding(.unknownPosition, place: place, value: label)) }
        let themes = MatrixThemes(columns.cell(.themes, of: row) ?? [])
        return Recommendation(
            key: .init(
                symbol: matrix.symbol, number: RecommendationNumber(numbered.number), paragraph: numbered.paragraph),
            source: .matrix,
            stateUnderReview: matrix.stateUnderReview, cycle: matrix.cycle, session: matrix.session,
            text: text.isEmpty ? nil : text, language: language, recommendingStates: states,
            positions: position.map { [$0] } ?? [], themes: themes.themes, affectedPersons: themes.persons)
    }

    /// What two copies of one text have in common, whatever stands at their ends.
    private static func letters(of text: String?) -> String {
        String((text ?? "").lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func names(_ lines: [String]) -> [String] {
        lines.joined(separator: ";").split { ",;".contains($0) }.map { IndexRecord.plain(String($0)) }
            .filter { !$0.isEmpty }
    }

    /// "… all victims (Norvania; Hallim);" ends with the States that recommend, unless what stands in the brackets is too
    /// long for names, or names a treaty. Names may hold brackets themselves: "Norvania (Federation of)".
    private static func bracket(atEndOf text: String) -> (names: [String], rest: String)? {
        let letters = Array(text)
        guard let close = letters.lastIndex(where: { !";., ".contains($0) }), letters[close] == ")" else { return nil }
        var depth = 0
        var open: Int?
        for index in stride(from: close, through: 0, by: -1) {
            if letters[index] == ")" { depth += 1 }
            if letters[index] == "(" { depth -= 1 }
            if depth == 0 {
                open = index
                break
            }
        }
        guard let open else { return nil }
        let names = names([String(letters[(open + 1)..<close])])
        guard !names.isEmpty, names.allSatisfy(looksLikeName) else { return nil }
        var rest = letters[..<open]
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return (names, String(rest))
    }

    /// No abbreviation, no article of a treaty: a State that nobody named is worse than one that stays in the text.
    private static func looksLikeName(_ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter }
        return name.count <= 60 && words.count <= 9 && name.first?.isUppercase == true
            && name.contains(where: \.isLowercase) && !name.contains(where: \.isNumber)
            && !words.contains { papers.contains(String($0)) }
    }

    private static let papers: Set<String> = [
        "act", "article", "committee", "convention", "council", "covenant", "declaration", "goal", "law", "paragraph",
        "principles", "protocol", "resolution", "rules", "statute", "treaty",
    ]
}

/// Which column holds what, by the words of the head.
struct MatrixColumns {
    enum Content: CaseIterable {
        case recommendation, states, position, themes
    }

    private var places: [Content: Int] = [:]

    /// Nil when the row is no head: a head names recommendation and position.
    init?(_ row: WordMatrix.Row) {
        guard row.cells.count > 1 else { return nil }
        for (index, lines) in row.cells.enumerated() {
            let words = lines.joined(separator: " ").lowercased()
            guard words.count < 80 else { return nil }
            if words.hasPrefix("recommending") {
                places[.states] = index
            } else if words.hasPrefix("recommendation") {
                places[.recommendation] = index
            } else if words.hasPrefix("position") {
                places[.position] = index
            } else if words.hasPrefix("full list") {
                places[.themes] = index
            }
        }
        guard places[.recommendation] != nil, places[.position] != nil else { return nil }
    }

    func cell(_ content: Content, of row: WordMatrix.Row) -> [String]? {
        places[content].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
}

/// "Source of position: A/HRC/40/6/Add.1 - Para. 2".
struct PositionSource {
    var symbol: String
    var paragraph: String?

    init?(_ line: String) {
        guard line.lowercased().hasPrefix("source of position"), let colon = line.firstIndex(of: ":") else {
            return nil
        }
        let words = line[line.index(after: colon)...].split(separator: " ").map(String.init)
        guard let symbol = words.first else { return nil }
        self.symbol = symbol
        if let index = words.firstIndex(where: { $0.lowercased().hasPrefix("para") }), index + 1 < words.count {
            paragraph = words[index + 1].filter { $0.isNumber || $0 == "-" || $0 == "." }
        }
    }
}

/// The cell that lists themes, and after the words "Affected persons:" the persons.
struct MatrixThemes {
    private(set) var themes: [Recommendation.Theme] = []
    private(set) var persons: [String] = []

    init(_ lines: [String]) {
        var isAboutPersons = false
        for line in lines {
            if line.lowercased().hasPrefix("affected persons") {
                isAboutPersons = true
                let rest = line.drop { $0 != ":" }.dropFirst()
                if !rest.isEmpty { addPersons(String(rest)) }
            } else if isAboutPersons {
                addPersons(line)
            } else {
                addTheme(IndexRecord.plain(line))
            }
        }
    }

    private mutating func addPersons(_ line: String) {
        persons += line.split(separator: ";").map { IndexRecord.plain(String($0)) }.filter { !$0.isEmpty }
    }

    /// The theme that a row names for all below it: "Theme: D32 …" or "Right or area: 13.1. …".
    static func group(_ title: String) -> Recommendation.Theme? {
        let known = ["theme", "right or area"].contains { title.lowercased().hasPrefix($0) }
        guard known, let colon = title.firstIndex(of: ":") else { return nil }
        return theme(IndexRecord.plain(String(title[title.index(after: colon)...])))
    }

    private mutating func addTheme(_ line: String) {
        if let theme = Self.theme(line) { themes.append(theme) }
    }

    /// `D32 Enforced disappearances`, or `13.1 Liberty and security`.
    private static func theme(_ line: String) -> Recommendation.Theme? {
        guard let space = line.firstIndex(of: " ") else { return nil }
        var code = String(line[..<space])
        if code.hasSuffix(".") { code.removeLast() }
        let label = String(line[line.index(after: space)...])
        let isCoded = code.first?.isUppercase == true && code.dropFirst().allSatisfy(\.isNumber) && code.count <= 3
        let isArea = code.allSatisfy { $0.isNumber || $0 == "." } && !code.isEmpty
        guard isCoded || isArea else { return nil }
        return .init(scheme: isCoded ? .coded : .area, code: code, label: label)
    }
}

extension Recommendation {
    /// Takes in what the same recommendation says in another place of the same matrix.
    fileprivate mutating func unite(with other: Recommendation) {
        themes += other.themes.filter { !themes.contains($0) }
        affectedPersons += other.affectedPersons.filter { !affectedPersons.contains($0) }
        positions += other.positions.filter { !positions.contains($0) }
        recommendingStates += other.recommendingStates.filter { !recommendingStates.contains($0) }
    }
}
