import DossierModel

/// Names of hidden persons in running text.
extension Redaction {
    /// Takes out every text of the folder in which a hidden person is named.
    mutating func sweep(_ folder: inout CaseFolder, with sweep: NameSweep) {
        swept(&folder.caseRecord, sweep)
        if var person = folder.person { swept(&person, sweep); folder.person = person }
        if var incident = folder.incident { swept(&incident, sweep); folder.incident = incident }
        for index in folder.earlierIncidents.indices { swept(&folder.earlierIncidents[index], sweep) }
        for id in folder.others.keys.sorted() {
            if var other = folder.others[id] { swept(&other, sweep); folder.others[id] = other }
        }
        for id in folder.evidence.testimonies.keys.sorted() {
            if var account = folder.evidence.testimonies[id] {
                swept(&account, sweep)
                folder.evidence.testimonies[id] = account
            }
        }
        for id in folder.evidence.exhibits.keys.sorted() {
            if var exhibit = folder.evidence.exhibits[id] {
                swept(&exhibit, sweep)
                folder.evidence.exhibits[id] = exhibit
            }
        }
        for index in folder.evidence.claims.indices { swept(&folder.evidence.claims[index], sweep) }
    }

    private mutating func swept(_ record: inout Record, _ sweep: NameSweep) {
        record.entries = swept(record.entries, FieldCatalogue.fields(of: record.kind), record.id, sweep)
    }

    private mutating func swept(
        _ entries: Entries, _ fields: [FieldDefinition], _ record: RecordID, _ sweep: NameSweep
    ) -> Entries {
        var result = entries
        for field in fields {
            guard let entry = entries[field.name] else { continue }
            if case .given(let accounts) = entry.answer, case .items(let items) = accounts.leading.value {
                let kept = items.map { item in
                    var kept = item
                    kept.entries = swept(item.entries, field.type.itemFields, record, sweep)
                    return kept
                }
                let filled = kept.filter { !$0.entries.isEmpty }
                result[field.name]?.answer = filled.isEmpty ? .notAsked : .given(Accounts(.items(filled)))
                if filled.isEmpty { result[field.name] = nil }
            } else if sweep.findsName(in: entry.answer) {
                withhold(field, of: record, because: .namesWithheldPerson)
                result[field.name] = nil
            }
        }
        return result
    }
}
