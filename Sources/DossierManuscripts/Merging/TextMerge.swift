/// Merges what a partner has changed in a text with what we have changed meanwhile, block by block. Where both have
/// changed the same place, both stand there, marked.
public struct TextMerge: Sendable {
    public private(set) var pieces: [Piece] = []

    public enum Piece: Sendable, Hashable {
        case same([String])
        /// Changed by us alone, or by both in the same way.
        case ours([String])
        /// Changed by the partner alone: what stood there, what stands there now, and its line in the partner's copy.
        case theirs(before: [String], after: [String], line: Int)
        case conflict(base: [String], ours: [String], theirs: [String], line: Int)
    }

    /// Above this many blocks texts are compared as a whole: a report has some hundred.
    static let blockLimit = 4_000

    public init(base: String, ours: String, theirs: String) {
        let sides = [base, ours, theirs].map { TextBlocks($0).all }
        guard sides.allSatisfy({ $0.count <= Self.blockLimit }) else {
            resolve(sides[0][...], sides[1][...], sides[2][...])
            return
        }
        let toOurs = Self.matches(sides[0], sides[1])
        let toTheirs = Self.matches(sides[0], sides[2])
        var place = (base: 0, ours: 0, theirs: 0)
        for index in sides[0].indices {
            guard let one = toOurs[index], let other = toTheirs[index] else { continue }
            resolve(sides[0][place.base..<index], sides[1][place.ours..<one], sides[2][place.theirs..<other])
            append(.same([sides[1][one].text]))
            place = (index + 1, one + 1, other + 1)
        }
        resolve(sides[0][place.base...], sides[1][place.ours...], sides[2][place.theirs...])
    }

    /// Where each block of the base stands in the other text, in order; blocks without a place are left out.
    private static func matches(_ base: [TextBlocks.Block], _ other: [TextBlocks.Block]) -> [Int: Int] {
        let keys = (base.map(\.key), other.map(\.key))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in keys.1.difference(from: keys.0) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let kept = (base.indices.filter { !removed.contains($0) }, other.indices.filter { !inserted.contains($0) })
        return Dictionary(zip(kept.0, kept.1)) { first, _ in first }
    }

    private mutating func resolve(
        _ base: ArraySlice<TextBlocks.Block>, _ ours: ArraySlice<TextBlocks.Block>,
        _ theirs: ArraySlice<TextBlocks.Block>
    ) {
        guard !(base.isEmpty && ours.isEmpty && theirs.isEmpty) else { return }
        let keys = (base.map(\.key), ours.map(\.key), theirs.map(\.key))
        let texts = (base.map(\.text), ours.map(\.text), theirs.map(\.text))
        let line = theirs.first?.line ?? 0
        if keys.1 == keys.2 || keys.2 == keys.0 {
            append(.ours(texts.1))
        } else if keys.1 == keys.0 {
            append(.theirs(before: texts.0, after: texts.2, line: line))
        } else if base.count > 1, base.count == ours.count, base.count == theirs.count {
            // Neighbours that were changed by one side each are no conflict.
            for index in 0..<base.count {
                resolve(
                    base.dropFirst(index).prefix(1), ours.dropFirst(index).prefix(1),
                    theirs.dropFirst(index).prefix(1))
            }
        } else {
            append(.conflict(base: texts.0, ours: texts.1, theirs: texts.2, line: line))
        }
    }

    private mutating func append(_ piece: Piece) {
        if case .same(let more) = piece, case .same(let before)? = pieces.last {
            pieces[pieces.count - 1] = .same(before + more)
        } else {
            pieces.append(piece)
        }
    }

    // MARK: Results

    /// What a conflict begins with; a manuscript that holds it is not ready.
    public static let mark = "<<<<<<<"

    /// The merged text. In a conflict our blocks come first, then the partner's, between lines that are easy to see.
    public var text: String {
        let blocks = pieces.flatMap { piece -> [String] in
            switch piece {
            case .same(let blocks), .ours(let blocks), .theirs(_, let blocks, _): blocks
            case .conflict(_, let ours, let theirs, _):
                ["\(Self.mark) ours"] + ours + ["======="] + theirs + ["\\>>>>>>> theirs"]
            }
        }
        return blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
    }

    public var conflicts: Int {
        pieces.count { if case .conflict = $0 { true } else { false } }
    }

    /// How many places the partner's copy changes.
    public var taken: Int {
        pieces.count { if case .theirs = $0 { true } else { false } }
    }
}
