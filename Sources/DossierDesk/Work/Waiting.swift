import DossierModel

/// A consent that somebody should look at: it has run out, it soon will, or it was withdrawn.
struct Waiting: Sendable, Hashable {
    enum What: String, Sendable, CaseIterable {
        case expired, expires, withdrawn
    }

    var what: What
    var caseID: RecordID
    var consent: RecordID
    /// Who gave it, and whose data it opens.
    var name: String?
    var date: String

    /// How many months ahead one is told.
    private static let months = 3

    static func all(in folder: CaseFolder, on today: Day, _ words: DeskWords) -> [Waiting] {
        folder.consents.compactMap { consent in
            let made = { (what: What, date: PartialDate) in
                Waiting(
                    what: what, caseID: folder.caseRecord.id, consent: consent.id,
                    name: NameLine.title(of: consent, folder, words),
                    date: date.edtf)
            }
            if let withdrawn = consent[ConsentFields.withdrawnOn].value { return made(.withdrawn, withdrawn.date) }
            guard let ends = consent[ConsentFields.expiresOn].value?.date, let last = ends.earliest else { return nil }
            if last < today { return made(.expired, ends) }
            return last <= today.adding(months: months) ? made(.expires, ends) : nil
        }
    }
}
