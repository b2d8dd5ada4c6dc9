import DossierModel

/// What `--json` prints of a submission: its fields under the names of the catalogue, and those alone that are answered.
struct SubmissionPlain: Encodable, Sendable {
    var id: String
    var cases: [String]
    var report: String?
    var channel: String?
    var recipient: String?
    var edition: String?
    var profile: String?
    var number: String?
    var seal: String?
    var fileSha256: String?
    var means: String?
    var sentOn: String?
    var sentBy: String?
    var receipt: String?
    var receiptOn: String?
    var receiptExhibit: String?
    var entry: Int?
    var notes: String?

    init(_ record: Record) {
        id = record.id.text
        cases = (record[SubmissionFields.cases].value ?? []).map(\.text)
        report = record[SubmissionFields.report].value
        channel = record[SubmissionFields.channel].value
        recipient = record[SubmissionFields.recipient].value
        edition = record[SubmissionFields.edition].value
        profile = record[SubmissionFields.profile].value
        number = record[SubmissionFields.number].value
        seal = record[SubmissionFields.seal].value
        fileSha256 = record[SubmissionFields.fileSha256].value
        means = record[SubmissionFields.means].value
        sentOn = record[SubmissionFields.sentOn].value?.date.edtf
        sentBy = record[SubmissionFields.sentBy].value
        receipt = record[SubmissionFields.receipt].value?.original.text
        receiptOn = record[SubmissionFields.receiptOn].value?.date.edtf
        receiptExhibit = record[SubmissionFields.receiptExhibit].value?.text
        entry = record[SubmissionFields.entry].value
        notes = record[SubmissionFields.notes].value?.original.text
    }
}
