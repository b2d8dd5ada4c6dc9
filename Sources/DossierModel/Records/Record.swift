/// One record as the catalogue shapes it: an id, and an entry for each field that has been answered.
public struct Record: Sendable, Hashable, Identifiable {
    public var id: RecordID
    public var kind: RecordKind
    /// The language of texts for which the case file names none.
    public var language: LanguageTag
    public var entries: Entries
    /// Set when the whole record is more confidential than its fields.
    public var confidentiality: Confidentiality?
    /// Where the record was read from; not part of what it says.
    public var origin: Origin?

    public init(id: RecordID, kind: RecordKind, language: LanguageTag = .english, entries: Entries = Entries()) {
        self.id = id
        self.kind = kind
        self.language = language
        self.entries = entries
    }

    @inlinable
    public subscript<Value>(field: Field<Value>) -> Answer<Value> { entries[field] }

    // The origin is left out: a record read from another file says the same.
    public static func == (left: Record, right: Record) -> Bool {
        left.id == right.id && left.kind == right.kind && left.language == right.language
            && left.entries == right.entries && left.confidentiality == right.confidentiality
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(entries)
    }

    /// Where a record came from: a case file and the line on which the record begins.
    public struct Origin: Sendable, Hashable {
        public var file: String
        public var line: Int

        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }
}

extension Record {
    /// Whether a list begins with all that it held in an earlier revision.
    public func grows(_ field: FieldDefinition, from earlier: Record) -> Bool {
        let items = { (record: Record) -> [Item] in
            guard case .items(let items) = record.entries[field.name]?.answer.value else { return [] }
            return items
        }
        return items(self).starts(with: items(earlier))
    }
}

/// The answered fields of a record or of one item in a list, by field name.
///
/// A list and not a dictionary: a record has a score of entries at most, among which looking is faster than hashing,
/// and a check of the whole library builds and reads millions of them.
public struct Entries: Sendable, Hashable {
    @usableFromInline var list: [Named] = []

    public init() {}

    public var isEmpty: Bool { list.isEmpty }

    @inlinable
    public subscript<Value>(field: Field<Value>) -> Answer<Value> {
        guard let entry = self[field.definition.name] else { return .notAsked }
        return entry.answer.compactMap(Value.init(fieldValue:))
    }

    @inlinable
    public subscript(name: String) -> Entry? {
        get { list.first { $0.name == name }?.entry }
        set {
            let index = list.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let entry?): list[index].entry = entry
            case (let index?, nil): list.remove(at: index)
            case (nil, let entry?): list.append(Named(name: name, entry: entry))
            case (nil, nil): break
            }
        }
    }

    // In what order the fields were answered is not part of what they say.
    public static func == (left: Entries, right: Entries) -> Bool {
        left.list.count == right.list.count && left.list.allSatisfy { right[$0.name] == $0.entry }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(list))
    }

    @usableFromInline
    struct Named: Sendable, Hashable {
        @usableFromInline let name: String
        @usableFromInline var entry: Entry

        @usableFromInline
        init(name: String, entry: Entry) {
            self.name = name
            self.entry = entry
        }
    }
}

/// One field's answer, how confidential it is, and the line of the case file that gave it.
public struct Entry: Sendable, Hashable {
    public var answer: Answer<FieldValue>
    /// Nil: as the catalogue says.
    public var confidentiality: Confidentiality?
    /// 1 for the first line of the case file; 0 when unknown. Not part of what the entry says.
    public var line: Int

    public init(answer: Answer<FieldValue>, confidentiality: Confidentiality? = nil, line: Int = 0) {
        self.answer = answer
        self.confidentiality = confidentiality
        self.line = line
    }

    // The line is left out: a record moved down its file says the same.
    public static func == (left: Entry, right: Entry) -> Bool {
        left.answer == right.answer && left.confidentiality == right.confidentiality
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(answer)
        hasher.combine(confidentiality)
    }
}

/// One member of a repeated group, such as one sighting.
public struct Item: Sendable, Hashable {
    public var entries: Entries
    /// Set when the whole item is more confidential than its fields.
    public var confidentiality: Confidentiality?
    /// As ``Entry/line``.
    public var line: Int

    public init(entries: Entries, confidentiality: Confidentiality? = nil, line: Int = 0) {
        self.entries = entries
        self.confidentiality = confidentiality
        self.line = line
    }

    @inlinable
    public subscript<Value>(field: Field<Value>) -> Answer<Value> { entries[field] }

    public static func == (left: Item, right: Item) -> Bool {
        left.entries == right.entries && left.confidentiality == right.confidentiality
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(entries)
        hasher.combine(confidentiality)
    }
}
