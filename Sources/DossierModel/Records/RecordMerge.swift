/// What becomes of a record when the list that it came from tells it anew, while people have worked on it.
///
/// Field by field: what only the list has changed is taken from the list; what only people have changed stays; where both have, both
/// stand side by side, and the field is told as doubtful. Nothing that somebody wrote is lost.
public struct RecordMerge: Sendable, Hashable {
    /// What the record is to say.
    public let record: Record
    /// The fields in which list and people say different things.
    public let doubtful: [FieldDefinition]

    /// - Parameters:
    ///   - current: What the record says now.
    ///   - told: What the list says now.
    ///   - base: What the list said last; nil when the record did not come from it.
    public init(current: Record, told: Record, base: Record?) {
        var record = current
        var doubtful: [FieldDefinition] = []
        for field in FieldCatalogue.fields(of: current.kind) {
            let here = current.entries[field.name]
            let there = told.entries[field.name]
            let then = base?.entries[field.name]
            guard !Self.sayTheSame(there, then), !Self.sayTheSame(here, there) else { continue }
            if Self.sayTheSame(here, then) {
                record.entries[field.name] = there
                continue
            }
            // A list that no longer tells something does not take away what people know.
            guard let there else { continue }
            doubtful.append(field)
            if let both = Self.sideBySide(here, there) { record.entries[field.name] = both }
        }
        self.record = record
        self.doubtful = doubtful
    }

    private static func sayTheSame(_ one: Entry?, _ other: Entry?) -> Bool { one?.answer == other?.answer }

    /// Nil where what stands cannot be added to: lists of items, and answers that are no value.
    private static func sideBySide(_ here: Entry?, _ there: Entry) -> Entry? {
        guard var entry = here else { return there }
        guard case .given(let own) = entry.answer, case .given(let told) = there.answer else {
            if case .given = entry.answer { return nil }
            // People say that nobody knows, and the list says more than before: the value stands.
            return there
        }
        if case .items = own.leading.value { return nil }
        let new = told.all.filter { account in !own.all.contains { $0.value == account.value } }
        let kept = own.all + new.map { Account(value: $0.value, source: $0.source, isPreferred: false) }
        guard let accounts = Accounts(kept) else { return nil }
        entry.answer = .given(accounts)
        return entry
    }
}
