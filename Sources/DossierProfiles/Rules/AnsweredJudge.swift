import DossierModel

/// At least one of the rule's fields is answered, by a value or by a reason.
struct AnsweredJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let fields = hearing.rule.fields
        guard let first = fields.first else { return [] }
        let isAnswered = fields.contains { field in
            hearing.folder.records(of: field).contains { $0.entries[field.name] != nil }
        }
        return isAnswered ? [] : [hearing.shortfall(at: first, of: hearing.folder.records(of: first).first)]
    }
}
