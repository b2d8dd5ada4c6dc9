/// What has become of one record between two times.
public struct RecordDifference: Sendable, Hashable, Identifiable {
    /// Nil: it was not among the records then.
    public let earlier: Record?
    /// Nil: it is not among them any more.
    public let later: Record?
    public let id: RecordID
    public let kind: RecordKind
    /// The fields that say something else, in the order of the catalogue.
    public let fields: [FieldDifference]

    /// The differences between two sets of records: those that are there later in their order, then those that are gone.
    public static func between(_ earlier: [Record], _ later: [Record]) -> [RecordDifference] {
        let before = Dictionary(earlier.map { ($0.id, $0) }) { first, _ in first }
        let kept = Set(later.map(\.id))
        return later.compactMap { RecordDifference(from: before[$0.id], to: $0) }
            + earlier.filter { !kept.contains($0.id) }.compactMap { RecordDifference(from: $0, to: nil) }
    }

    /// Nil when both say the same. In which language bare texts stand is a matter of writing a record down, and says
    /// nothing: every text knows its own.
    public init?(from earlier: Record?, to later: Record?) {
        guard let one = later ?? earlier else { return nil }
        self.earlier = earlier
        self.later = later
        id = one.id
        kind = one.kind
        fields = FieldCatalogue.fields(of: kind).compactMap {
            FieldDifference($0, from: earlier?.entries[$0.name], to: later?.entries[$0.name])
        }
        if earlier != nil, later != nil, fields.isEmpty, !isLevelChanged { return nil }
    }

    /// Whether the record as a whole was opened or closed.
    public var isLevelChanged: Bool {
        guard let earlier, let later else { return false }
        return earlier.confidentiality != later.confidentiality
    }
}

/// What has become of one field of a record between two times.
public struct FieldDifference: Sendable, Hashable {
    public let field: FieldDefinition
    /// Nil: it had not been answered then.
    public let earlier: Entry?
    /// Nil: it is not answered any more.
    public let later: Entry?

    public enum Change: String, Sendable, CaseIterable {
        case answered, changed, taken
    }

    /// Nil when both say the same.
    init?(_ field: FieldDefinition, from earlier: Entry?, to later: Entry?) {
        self.field = field
        self.earlier = earlier.flatMap { $0.answer.isNotAsked ? nil : $0 }
        self.later = later.flatMap { $0.answer.isNotAsked ? nil : $0 }
        if self.earlier == self.later { return nil }
    }

    public var change: Change {
        switch (earlier, later) {
        case (nil, _): .answered
        case (_, nil): .taken
        default: .changed
        }
    }

    /// The field without what stayed the same: of a list, only the members that were taken out and those that are new, so
    /// that nobody has to look for one changed sighting among ten.
    public var parts: (earlier: Entry?, later: Entry?) {
        guard let earlier, let later, earlier.confidentiality == later.confidentiality,
            let old = Self.items(earlier), let new = Self.items(later)
        else { return (self.earlier, self.later) }
        let (gone, come) = (Self.items(old, without: new), Self.items(new, without: old))
        // The same members in another order.
        if gone.isEmpty, come.isEmpty { return (earlier, later) }
        return (Self.entry(of: gone, like: earlier), Self.entry(of: come, like: later))
    }

    /// The members of a list that stands as one account without a source.
    private static func items(_ entry: Entry) -> [Item]? {
        guard case .given(let accounts) = entry.answer, accounts.all.count == 1, accounts.leading.source == nil,
            !accounts.leading.isPreferred, case .items(let items) = accounts.leading.value
        else { return nil }
        return items
    }

    /// Members that are there twice are taken out as often as the others have them.
    private static func items(_ items: [Item], without others: [Item]) -> [Item] {
        var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return items.filter { item in
            guard let count = counts[item], count > 0 else { return true }
            counts[item] = count - 1
            return false
        }
    }

    private static func entry(of items: [Item], like entry: Entry) -> Entry? {
        guard !items.isEmpty else { return nil }
        return Entry(answer: .given(Accounts(.items(items))), confidentiality: entry.confidentiality)
    }
}
