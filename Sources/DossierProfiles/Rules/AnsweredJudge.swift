import DossierModel

/// At least one of the rule's fields is answered, by a value or by a reason.
struct AnsweredJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let fields = hearing.rule.fields
        guard let first = fields.first else { return [] }
        let isAnswered = fields.contains { field in
            hearing.records(of: field).contains { $0.entries[field.name] != nil }
        }
        return isAnswered ? [] : [hearing.shortfall(at: first, of: hearing.records(of: first).first)]
    }
}

extension Hearing {
    /// The case's records in which a field of the catalogue stands.
    func records(of field: FieldDefinition) -> [Record] {
        switch field.id.prefix(while: { $0 != "." }) {
        case "person": [folder.person].compactMap(\.self)
        case "incident": folder.incidents
        case "case": [folder.caseRecord]
        default: folder.consents
        }
    }
}
