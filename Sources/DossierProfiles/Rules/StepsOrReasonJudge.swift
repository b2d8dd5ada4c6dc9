import DossierModel

/// Complaints or other steps to find the person are listed, or it is said why none was possible. One of the three is
/// enough: a family that has acted owes no excuse, and one that could not act owes no list.
struct StepsOrReasonJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        let answers = [record[CaseFields.complaints], record[CaseFields.otherSteps]]
        if answers.contains(where: { !$0.accounts.isEmpty || ($0.isNone && $0.why != nil) }) { return [] }
        let variant = answers.contains(where: \.isNone) ? "reason" : "missing"
        return [hearing.shortfall(at: CaseFields.complaints.definition, of: record, variant: variant)]
    }
}

extension Answer {
    var isNone: Bool {
        if case .none = self { true } else { false }
    }
}
