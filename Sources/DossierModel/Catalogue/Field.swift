/// A field of the catalogue with the type of its value known: `record[CaseFields.person]` is an answer of `RecordID`.
public struct Field<Value: FieldContent>: Sendable, Hashable {
    public let definition: FieldDefinition

    public init(
        _ id: String, _ type: FieldType, _ confidentiality: Confidentiality,
        identifies: FieldDefinition.Identifies = .no, growsOnly: Bool = false, isMeasured: Bool = false
    ) {
        definition = FieldDefinition(
            id: id, type: type, confidentiality: confidentiality, identifies: identifies, growsOnly: growsOnly,
            isMeasured: isMeasured)
    }
}

/// The one definition of a field, which the case-file reader, the checks, disclosure, the documents and the manual read.
///
/// A class only so that the many places that pass a definition on copy one pointer; it never changes.
public final class FieldDefinition: Sendable, Hashable, Identifiable {
    /// Where the field lives, for example `case.sightings.date`.
    public let id: String
    public let type: FieldType
    /// Used where a record sets no other.
    public let confidentiality: Confidentiality
    public let identifies: Identifies
    /// Whether a list may only be added to at its end, as a custody record is.
    public let growsOnly: Bool
    /// Whether the program finds out the value itself, such as a file's digest: nobody types it into a form.
    public let isMeasured: Bool

    public init(
        id: String, type: FieldType, confidentiality: Confidentiality, identifies: Identifies = .no,
        growsOnly: Bool = false, isMeasured: Bool = false
    ) {
        self.id = id
        self.growsOnly = growsOnly
        self.isMeasured = isMeasured
        self.type = type
        self.confidentiality = confidentiality
        self.identifies = identifies
        let parts = id.split(separator: ".")
        name = parts.last.map(String.init) ?? id
        kind = parts.first.flatMap { RecordKind(rawValue: String($0)) } ?? .person
    }

    /// The kind of record in which the field stands, by the first part of the id.
    public let kind: RecordKind

    /// The key in a case file: the last part of the id.
    public let name: String

    public static func == (left: FieldDefinition, right: FieldDefinition) -> Bool {
        left === right || left.id == right.id
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Whether the value can tell who a person is; such values fall away where the person may not be named.
    public enum Identifies: Sendable, Hashable {
        case no
        /// The person whom the record or item is about.
        case subject
    }
}

/// What values a field takes.
public indirect enum FieldType: Sendable, Hashable {
    case line
    case text
    case names
    case date
    case age
    case place
    /// One code of a list.
    case choice([String])
    /// Any of a list of codes.
    case choices([String])
    /// Free codes, such as names of channels: `[a-z0-9-]`.
    case codes
    /// Several short texts, such as citations.
    case lines
    case state
    case states
    case reference(RecordKind)
    case references(RecordKind)
    case number(ClosedRange<Int>)
    case items([FieldDefinition])

    /// The word by which messages and the manual name the type.
    public var word: String {
        switch self {
        case .line: "line"
        case .text: "text"
        case .names: "names"
        case .date: "date"
        case .age: "age"
        case .place: "place"
        case .choice: "choice"
        case .choices: "choices"
        case .codes: "codes"
        case .lines: "lines"
        case .state: "state"
        case .states: "states"
        case .reference: "reference"
        case .references: "references"
        case .number: "number"
        case .items: "items"
        }
    }

    /// Whether values are ids of other records.
    var links: Bool {
        switch self {
        case .reference, .references: true
        default: false
        }
    }

    /// The fields of an item; none for other types.
    public var itemFields: [FieldDefinition] {
        if case .items(let fields) = self { fields } else { [] }
    }
}
