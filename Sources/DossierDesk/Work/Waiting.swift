import DossierModel
import DossierProfiles

/// What somebody should look at before anything else: a window that closes, a consent that has run out, soon will, or was
/// withdrawn.
struct Waiting: Sendable, Hashable {
    enum What: String, Sendable, CaseIterable {
        case urgent, expired, expires, withdrawn
    }

    var what: What
    var caseID: RecordID
    /// The consent; of a window that closes the case.
    var record: RecordID
    /// Whose case it is; of a consent who gave it, and whose data it opens.
    var name: String?
    var date: String

    /// How many months ahead one is told of a consent.
    private static let months = 3

    /// What waits in some cases: windows first, and a consent that several of them share once.
    static func all(
        in cases: [CaseFolder], on today: Day, _ standing: (CaseFolder) -> ProcedureStanding, _ words: DeskWords
    ) -> [Waiting] {
        var seen: Set<RecordID> = []
        return cases.compactMap { urgent($0, standing($0), words) }
            + cases.flatMap { consents(of: $0, on: today, words) }.filter { seen.insert($0.record).inserted }
    }

    /// The last day on which the shorter reading of the date is still inside the window of the urgent procedure.
    private static func urgent(_ folder: CaseFolder, _ standing: ProcedureStanding, _ words: DeskWords) -> Waiting? {
        guard standing.assessment == .urgent, let last = standing.closesOn else { return nil }
        let id = folder.caseRecord.id
        return Waiting(what: .urgent, caseID: id, record: id, name: NameLine.name(of: folder.person), date: "\(last)")
    }

    private static func consents(of folder: CaseFolder, on today: Day, _ words: DeskWords) -> [Waiting] {
        folder.consents.compactMap { consent in
            let made = { (what: What, date: PartialDate) in
                Waiting(
                    what: what, caseID: folder.caseRecord.id, record: consent.id,
                    name: NameLine.title(of: consent, folder, words), date: words.date(date))
            }
            if let withdrawn = consent[ConsentFields.withdrawnOn].value { return made(.withdrawn, withdrawn.date) }
            guard let ends = consent[ConsentFields.expiresOn].value?.date, let last = ends.earliest else { return nil }
            if last < today { return made(.expired, ends) }
            return last <= today.adding(months: months) ? made(.expires, ends) : nil
        }
    }
}
