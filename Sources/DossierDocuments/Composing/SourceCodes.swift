public import DossierModel

/// The codes by which one channel knows sources that are not named: another for each channel, so that two documents
/// cannot be laid side by side to find out who spoke.
public struct SourceCodes: Sendable {
    private let codes: [RecordID: String]

    /// `codes` by the id of the speaker, or of the account where no speaker is recorded.
    public init(_ codes: [RecordID: String] = [:]) { self.codes = codes }

    /// The code of whoever gave an account.
    func code(of testimony: Record) -> String? { codes[testimony.id] }

    /// Codes for all accounts of a case. `number` makes an opaque hexadecimal number of an id; accounts of one speaker
    /// bear one code.
    public init(_ evidence: Evidence, number: (RecordID) -> String) {
        codes = evidence.testimonies.mapValues { testimony in
            "W-\(number(testimony[TestimonyFields.speaker].value ?? testimony.id).prefix(6).uppercased())"
        }
    }
}
