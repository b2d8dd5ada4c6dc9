import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice

/// What has changed in the submitted cases since the package was made.
struct SubmissionChanges: Sendable {
    let submission: Record
    let making: SubmittedPackage
    /// None for a report that cites no case; its manuscript is not in the library.
    let cases: [RecordID]
    let differences: [RecordDifference]
    /// Of those that have come to the cases, the records that were in the library before.
    let joined: Set<RecordID>

    /// - Throws: ``Refusal`` when the ledger does not know the package.
    init(since submission: Record, in library: Library) throws {
        // The seal and not the number of the entry leads there: a case file may have brought the submission from another
        // library, whose entries count otherwise.
        let making = try SubmittedPackage(of: submission[SubmissionFields.seal].value ?? "", in: library)
        let cases = submission[SubmissionFields.cases].value ?? making.cases
        self.submission = submission
        self.making = making
        self.cases = cases
        differences = RecordDifference.between(
            try Self.records(cases) { try library.folder(ofCase: $0, asOfEntry: making.entry) },
            try Self.records(cases) { try library.folder(ofCase: $0) })
        joined = try Set(
            differences.filter { $0.earlier == nil }.map(\.id)
                .filter { try library.record($0, asOfEntry: making.entry) != nil })
    }

    /// The records of several cases, each once.
    private static func records(
        _ cases: [RecordID], _ folder: (RecordID) throws -> CaseFolder?
    ) rethrows -> [Record] {
        var seen: Set<RecordID> = []
        return try cases.flatMap { try folder($0)?.records ?? [] }.filter { seen.insert($0.id).inserted }
    }
}
