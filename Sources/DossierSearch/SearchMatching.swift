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
