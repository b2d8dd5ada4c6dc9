/// What a record is about. One case-file document holds one record of one kind.
public enum RecordKind: String, Sendable, Hashable, CaseIterable {
    /// Anyone: disappeared person, relative, witness, author, official.
    case person
    /// What happened, once. One incident may concern many cases.
    case incident
    /// One disappeared person in one incident, with everything done for that person.
    case `case`
    /// What one person allows: purpose, recipient, scope, date, withdrawal.
    case consent
}
