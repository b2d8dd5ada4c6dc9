public import DossierModel
public import DossierNames
import Foundation

/// Whether a piece of a record is what somebody looks for, and why.
public struct SearchMatching: Sendable {
    private let reader: NameReader
    private let likeness: NameLikeness

    /// From which likeness on a name is shown.
    static let leastName = 0.55

    public init(_ tables: NameTables) {
        reader = NameReader(tables)
        likeness = NameLikeness(tables)
    }

    /// Why a record was found.
    public struct Reason: Sendable, Hashable {
        public var field: FieldDefinition
        public var level: Confidentiality
        public var kind: Kind
        /// From 0 to 1: how well it fits, by which hits are ranked.
        public var score: Double

        public enum Kind: Sendable, Hashable {
            /// A name, as it is recorded.
            case name(PersonName, exactly: Bool)
            /// A text: what stands before, the words that were found, what stands after.
            case text(before: String, found: String, after: String)
            case date(DateStatement)
            /// The record of that id.
            case itself
        }

        public init(field: FieldDefinition, level: Confidentiality, kind: Kind, score: Double) {
            self.field = field
            self.level = level
            self.kind = kind
            self.score = score
        }
    }

    /// The best reason for which a term fits some pieces; nil when none does.
    public func reason(_ term: SearchTerm, in pieces: [SearchPiece]) -> Reason? {
        var best: Reason?
        for piece in pieces {
            guard let found = reason(term, in: piece), found.score > best?.score ?? 0 else { continue }
            best = found
            if found.score >= 1 { break }
        }
        return best
    }

    public func reason(_ term: SearchTerm, in piece: SearchPiece) -> Reason? {
        switch piece.content {
        case .text(let text):
            guard !term.isWhole, let place = SearchPlace(term, in: text) else { return nil }
            return Reason(
                field: piece.field, level: piece.level, kind: place.kind, score: place.isWholeWord ? 0.6 : 0.5)
        case .name(let name): return nameReason(term, name, piece)
        case .date(let date):
            guard let wanted = term.date, Self.overlap(wanted, date.date) else { return nil }
            return Reason(
                field: piece.field, level: piece.level, kind: .date(date), score: wanted == date.date ? 0.7 : 0.6)
        }
    }

    private func nameReason(_ term: SearchTerm, _ name: PersonName, _ piece: SearchPiece) -> Reason? {
        let isWritten = SearchPlace(term, in: name.joined) != nil
        let score = score(term, name)
        guard isWritten || score >= Self.leastName else { return nil }
        // The person's own name before those of the parents.
        let own = piece.field == PersonFields.names.definition ? 0.3 : 0.1
        return Reason(
            field: piece.field, level: piece.level, kind: .name(name, exactly: isWritten),
            score: own + 0.7 * max(score, isWritten ? 0.75 : 0))
    }

    /// How alike a term and a name are.
    public func score(_ term: SearchTerm, _ name: PersonName) -> Double {
        term.names.isEmpty ? 0 : likeness.score(term.names, reader.readings(of: name))
    }

    /// Whether two dates may be the same day.
    static func overlap(_ first: PartialDate, _ second: PartialDate) -> Bool {
        if let end = first.latest, let start = second.earliest, end < start { return false }
        if let end = second.latest, let start = first.earliest, end < start { return false }
        // What nothing bounds says nothing.
        return (first.earliest ?? first.latest) != nil && (second.earliest ?? second.latest) != nil
    }
}

/// Where a term stands in a text.
struct SearchPlace {
    let kind: SearchMatching.Reason.Kind
    /// Whether nothing follows the words: no particle, no rest of a word.
    let isWholeWord: Bool

    private static let around = 40

    init?(_ term: SearchTerm, in text: String) {
        let wanted = SearchTokens.folded(term.text).filter { $0.isLetter || $0.isNumber }
        guard !wanted.isEmpty, let range = Self.range(of: Array(wanted), in: text, isPrefix: term.isPrefix) else {
            return nil
        }
        let before = text[..<range.lowerBound].suffix(Self.around)
        let after = text[range.upperBound...].prefix(Self.around)
        kind = .text(
            before: (before.startIndex > text.startIndex ? "…" : "") + String(before), found: String(text[range]),
            after: String(after) + (after.endIndex < text.endIndex ? "…" : ""))
        isWholeWord = after.first.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    /// Letters and digits in order, whatever stands between them but no other letter; words of letters begin where the text has a word.
    private static func range(of wanted: [Character], in text: String, isPrefix: Bool) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            // Most letters are not the first one, and are passed over without a closer look.
            guard Self.first(text[start]) == wanted[0] else {
                start = text.index(after: start)
                continue
            }
            if let end = end(of: wanted, in: text, from: start), begins(text, start, wanted[0]),
                isPrefix || ends(text, end, wanted)
            {
                return start..<end
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// The first letter of what a letter is folded to.
    private static func first(_ character: Character) -> Character? {
        if let ascii = character.asciiValue {
            return (0x41...0x5A).contains(ascii) ? Character(Unicode.Scalar(ascii | 0x20)) : character
        }
        return SearchTokens.isComposedHangul(character) ? character : SearchTokens.folded(String(character)).first
    }

    private static func begins(_ text: String, _ index: String.Index, _ first: Character) -> Bool {
        guard !SearchTokens.isPaired(first), index > text.startIndex else { return true }
        let before = text[text.index(before: index)]
        return !before.isLetter && !before.isNumber || SearchTokens.isPaired(before)
    }

    private static func ends(_ text: String, _ index: String.Index, _ wanted: [Character]) -> Bool {
        guard let last = wanted.last, !SearchTokens.isPaired(last), index < text.endIndex else { return true }
        return !text[index].isLetter && !text[index].isNumber || SearchTokens.isPaired(text[index])
    }

    private static func end(of wanted: [Character], in text: String, from start: String.Index) -> String.Index? {
        var index = start
        var place = 0
        while index < text.endIndex {
            let character = text[index]
            if character.isLetter || character.isNumber {
                if let letter = first(character), character.isASCII || SearchTokens.isComposedHangul(character) {
                    guard letter == wanted[place] else { return nil }
                    place += 1
                } else {
                    for letter in SearchTokens.folded(String(character)) {
                        guard place < wanted.count, letter == wanted[place] else { return nil }
                        place += 1
                    }
                }
            } else if place == 0 {
                return nil
            }
            index = text.index(after: index)
            if place == wanted.count { return index }
        }
        return nil
    }
}
