import DossierModel

/// What is said about being under 18 agrees with the birth date or age, as far as these settle it.
struct AgeAgreesJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        let stated = record[CaseFields.underAge].value
        let minority = hearing.folder.minority
        let variant: String
        switch (stated, minority) {
        case ("yes", .adult), ("no", .minor): variant = "contradicts"
        case (nil, .undetermined) where record[CaseFields.underAge].isNotAsked: variant = "open"
        default: return []
        }
        return [hearing.shortfall(at: CaseFields.underAge.definition, of: record, variant: variant)]
    }
}
