/// A value as any field may hold it. Code that knows its field uses a typed ``Field`` instead.
///
/// Indirect, because values are passed on far more often than they are opened, and the widest of them is wide.
public indirect enum FieldValue: Sendable, Hashable {
    /// Short text that is never translated: a number, a telephone, a symbol.
    case line(String)
    case text(LocalizedText)
    case names([PersonName])
    case date(DateStatement)
    case age(AgeStatement)
    case place(Place)
    /// Codes out of the field's list.
    case choices([String])
    case states([StateCode])
    case references([RecordID])
    case number(Int)
    case items([Item])
}

/// What a typed field hands out.
public protocol FieldContent: Sendable, Hashable {
    /// Nil when the value is of another type; reading against the catalogue has made sure that it is not.
    init?(fieldValue: FieldValue)
}

/// What a typed field hands out in lists.
public protocol ListedFieldContent: Sendable, Hashable {
    static func list(of fieldValue: FieldValue) -> [Self]?
}

extension Array: FieldContent where Element: ListedFieldContent {
    public init?(fieldValue: FieldValue) {
        guard let list = Element.list(of: fieldValue) else { return nil }
        self = list
    }
}

extension String: FieldContent, ListedFieldContent {
    public init?(fieldValue: FieldValue) {
        switch fieldValue {
        case .line(let text): self = text
        case .choices(let codes): guard let first = codes.first else { return nil }; self = first
        default: return nil
        }
    }

    public static func list(of fieldValue: FieldValue) -> [String]? {
        if case .choices(let codes) = fieldValue { codes } else { nil }
    }
}

extension Int: FieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .number(let number) = fieldValue else { return nil }
        self = number
    }
}

extension LocalizedText: FieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .text(let text) = fieldValue else { return nil }
        self = text
    }
}

extension DateStatement: FieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .date(let date) = fieldValue else { return nil }
        self = date
    }
}

extension AgeStatement: FieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .age(let age) = fieldValue else { return nil }
        self = age
    }
}

extension Place: FieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .place(let place) = fieldValue else { return nil }
        self = place
    }
}

extension PersonName: ListedFieldContent {
    public static func list(of fieldValue: FieldValue) -> [PersonName]? {
        if case .names(let names) = fieldValue { names } else { nil }
    }
}

extension StateCode: FieldContent, ListedFieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .states(let states) = fieldValue, let first = states.first else { return nil }
        self = first
    }

    public static func list(of fieldValue: FieldValue) -> [StateCode]? {
        if case .states(let states) = fieldValue { states } else { nil }
    }
}

extension RecordID: FieldContent, ListedFieldContent {
    public init?(fieldValue: FieldValue) {
        guard case .references(let ids) = fieldValue, let first = ids.first else { return nil }
        self = first
    }

    public static func list(of fieldValue: FieldValue) -> [RecordID]? {
        if case .references(let ids) = fieldValue { ids } else { nil }
    }
}

extension Item: ListedFieldContent {
    public static func list(of fieldValue: FieldValue) -> [Item]? {
        if case .items(let items) = fieldValue { items } else { nil }
    }
}
