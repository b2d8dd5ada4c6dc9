public import DossierModel

/// One thing that an edition leaves out, for staff to read: where it stands and why it may not go.
public struct Withheld: Sendable, Hashable {
    public var record: RecordID
    /// The field's id in the catalogue.
    public var field: String
    public var reason: Reason

    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// No consent of the person concerned stands for this purpose and recipient.
        case noConsent
        /// A consent stands, and leaves this field out.
        case leftOutOfConsent
        /// More confidential than the audience may see.
        case confidential
        /// The person may be spoken of, not named.
        case notNamed
        /// Naming the person would bring danger, and no consent says to do so all the same.
        case danger
        /// The text names a person who may not be named.
        case namesWithheldPerson
        /// Shown in part: the private half of an identity number is covered.
        case masked
        /// Shown as initials.
        case initials
    }
}
