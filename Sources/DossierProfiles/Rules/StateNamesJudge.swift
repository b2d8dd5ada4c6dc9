import DossierModel

/// Every State in the case has its UN name in the table, and at least one State is addressed.
struct StateNamesJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let record = hearing.folder.caseRecord
        let addressed = CaseFields.statesAddressed
        var shortfalls: [Shortfall] = []
        if record[addressed].value == nil {
            shortfalls.append(hearing.shortfall(at: addressed.definition, of: record, variant: "addressed"))
        }
        let fields = [addressed.definition, CaseFields.statesCopied.definition, PersonFields.nationalities.definition]
        for field in fields {
            for holder in hearing.folder.records(of: field) {
                for state in holder.entries[field.name]?.answer.compactMap([StateCode].init(fieldValue:)).value ?? []
                where !hearing.check.states.contains(state) {
                    shortfalls.append(
                        hearing.shortfall(at: field, of: holder, variant: "unknown", ["state": state.text]))
                }
            }
        }
        return shortfalls
    }
}
