import DossierModel

/// Where sources contradict each other, one account is marked as preferred, or staff know that none is.
struct AccountsWeighedJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let records = [hearing.folder.person, hearing.folder.caseRecord].compactMap(\.self) + hearing.folder.incidents
        return records.flatMap { record in
            FieldCatalogue.fields(of: record.kind).compactMap { field in
                guard let accounts = record.entries[field.name]?.answer.accounts, accounts.count > 1,
                    !accounts.contains(where: \.isPreferred)
                else { return nil }
                return hearing.shortfall(at: field, of: record, ["count": String(accounts.count)])
            }
        }
    }
}
