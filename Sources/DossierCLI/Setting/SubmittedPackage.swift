import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice

/// The making of a package, as the ledger tells of it.
struct SubmittedPackage: Sendable, Hashable {
    /// The number of the first entry that bears the seal. Entries of one making stand in one transaction, so that no record
    /// differs between them; and were the same bytes made again later, nothing that has changed since the first is missed.
    let entry: Int
    /// In UTC.
    let at: String
    let cases: [RecordID]
    /// What else the package was noted under and the library holds no record of: the report that is a manuscript.
    let others: [RecordID]

    /// - Throws: ``Refusal`` when the ledger does not know the seal.
    init(of seal: String, in library: Library) throws {
        let noted = try library.disclosures(fingerprint: seal)
        guard let first = noted.first else { throw Refusal(.noInput, "unknownSeal", ["seal": seal]) }
        let subjects = Set(noted.map(\.caseID)).sorted()
        var (cases, others): ([RecordID], [RecordID]) = ([], [])
        for id in subjects {
            switch try library.standing(of: id)?.kind {
            case .case?: cases.append(id)
            case nil: others.append(id)
            default: break
            }
        }
        entry = first.entry
        at = first.at
        self.cases = cases
        self.others = others
    }

    /// Of the library that an option names.
    static func making(of seal: String, in path: String?, _ office: Office) throws -> SubmittedPackage {
        let library = try office.library(path, readOnly: true)
        let making = try SubmittedPackage(of: seal, in: library)
        try library.close()
        return making
    }
}

extension Library {
    /// - Throws: ``Refusal`` when there is no submission of that id.
    func submission(_ text: String) throws -> DossierModel.Record {
        guard let id = RecordID(text), let record = try record(id), record.kind == .submission else {
            throw Refusal(.noInput, "noSubmission", ["id": text])
        }
        return record
    }
}
