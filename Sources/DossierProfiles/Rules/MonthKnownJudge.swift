import DossierModel

/// The date of the disappearance is known at least to month and year. An interval or a set counts when both its ends name
/// a month; nothing is ever filled in.
struct MonthKnownJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let field = IncidentFields.date
        guard let incident = hearing.folder.incident else {
            return [hearing.shortfall(at: CaseFields.incident.definition, of: nil, variant: "missing")]
        }
        let dates = incident[field].accounts.map(\.value.date)
        guard let leading = incident[field].value?.date else {
            return [hearing.shortfall(at: field.definition, of: incident, variant: "missing")]
        }
        guard !dates.contains(where: \.namesMonths) else { return [] }
        return [hearing.shortfall(at: field.definition, of: incident, variant: "vague", ["date": leading.edtf])]
    }
}
