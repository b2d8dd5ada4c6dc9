/// What a record is about. One case-file document holds one record of one kind.
public enum RecordKind: String, Sendable, Hashable, CaseIterable {
    /// Anyone: disappeared person, relative, witness, author, official.
    case person
    /// What happened, once. One incident may concern many cases.
    case incident
    /// One disappeared person in one incident, with everything done for that person.
    case `case`
    /// An account given by one person on one occasion.
    case testimony
    /// A piece of evidence, a file or an object.
    case exhibit
    /// A statement of fact about a case, with what it rests on.
    case claim
    /// What one person allows: purpose, recipient, scope, date, withdrawal.
    case consent
    /// A report to the Universal Periodic Review: its cover, tables and charts.
    case report
    /// A package that was sent: to whom, how and when, and the receipt.
    case submission
}
