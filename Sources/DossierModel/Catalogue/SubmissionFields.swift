/// The fields of a submission: what was sent, how, by whom and when, and what came back. All of it stays in the house.
public enum SubmissionFields {
    /// Whose package it was.
    public static let cases = Field<[RecordID]>("submission.cases", .references(.case), .house)
    /// The id of a report to the Universal Periodic Review, which is a manuscript and no record of the library.
    public static let report = Field<String>("submission.report", .line, .house)
    public static let channel = Field<String>("submission.channel", .line, .house)
    /// A channel or a partner's code.
    public static let recipient = Field<String>("submission.recipient", .line, .house)
    public static let edition = Field<String>("submission.edition", .choice(["full", "partner", "public"]), .house)
    /// With its version, for example `wgeid 2026-11`.
    public static let profile = Field<String>("submission.profile", .line, .house)
    /// The package's own.
    public static let number = Field<String>("submission.number", .line, .house)
    /// SHA-256 of the package's tag manifest `tagmanifest-sha256.txt`, which holds the hashes of all else: 64 digits,
    /// lower-case hexadecimal.
    public static let seal = Field<String>("submission.seal", .line, .house)
    /// Of the file that was sent, when it was one file and no folder; as ``seal``.
    public static let fileSha256 = Field<String>("submission.fileSha256", .line, .house)
    public static let means = Field<String>("submission.means", .choice(Means.allCases.map(\.rawValue)), .house)
    public static let sentOn = Field<DateStatement>("submission.sentOn", .date, .house)
    /// A code of the house, never a name.
    public static let sentBy = Field<String>("submission.sentBy", .line, .house)
    /// What the recipient said on receiving it: a number, a line of an answer.
    public static let receipt = Field<LocalizedText>("submission.receipt", .text, .house)
    public static let receiptOn = Field<DateStatement>("submission.receiptOn", .date, .house)
    public static let receiptExhibit = Field<RecordID>("submission.receiptExhibit", .reference(.exhibit), .house)
    /// The number of the ledger's entry under which the package was made.
    public static let entry = Field<Int>("submission.entry", .number(1...999_999_999), .house)
    public static let notes = Field<LocalizedText>("submission.notes", .text, .house)

    static let all: [FieldDefinition] = [
        cases.definition, report.definition, channel.definition, recipient.definition, edition.definition,
        profile.definition, number.definition, seal.definition, fileSha256.definition, means.definition,
        sentOn.definition, sentBy.definition, receipt.definition, receiptOn.definition, receiptExhibit.definition,
        entry.definition, notes.definition,
    ]

    /// How it was sent.
    public enum Means: String, Sendable, CaseIterable {
        case email, upload, post, hand, fax, other
    }
}
