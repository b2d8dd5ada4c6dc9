import DossierModel

/// A pregnancy says in which month, so that a child born in captivity can be looked for.
struct PregnancyDetailJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        guard record[CaseFields.pregnant].value == "yes", record[CaseFields.pregnantMonths].isNotAsked else {
            return []
        }
        return [hearing.shortfall(at: CaseFields.pregnantMonths.definition, of: record)]
    }
}
