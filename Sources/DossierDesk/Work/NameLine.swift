import DossierModel

/// A person or a record in one line, for lists and links.
enum NameLine {
    /// The name in Hangul, else under which the body knows it, else as it comes; nil for nobody named.
    static func name(of person: Record?) -> String? {
        let names = person?[PersonFields.names].value ?? []
        return (names.first { $0.kind == .primary && $0.script == .hangul } ?? names.spelling(for: "wgeid"))?.joined
    }

    /// Other spellings of the name, as a petition prints the first of them.
    static func besides(of person: Record?) -> String? {
        let names = person?[PersonFields.names].value ?? []
        let hanja = names.first { $0.kind == .primary && $0.script == .hanja }?.joined
        let latin = names.spelling(for: "wgeid").flatMap { $0.script == .latin ? $0.printed : nil }
        let all = [hanja, latin].compactMap(\.self)
        return all.isEmpty ? nil : all.joined(separator: " · ")
    }

    /// What tells a record from others of its kind.
    static func title(of record: Record, _ folder: CaseFolder?, _ words: DeskWords) -> String? {
        let text = { (field: Field<LocalizedText>) in record[field].value?.best(for: words.language).text }
        switch record.kind {
        case .person: return name(of: record)
        case .incident:
            return text(IncidentFields.title) ?? record[IncidentFields.date].value.map { words.date($0.date) }
        case .case: return name(of: folder?.person)
        case .testimony:
            return name(of: person(record[TestimonyFields.speaker].value, folder)) ?? text(TestimonyFields.relation)
        case .exhibit: return text(ExhibitFields.title) ?? record[ExhibitFields.originalName].value
        case .claim: return text(ClaimFields.statement)
        case .consent: return consent(record, folder, words)
        case .report, .submission: return nil
        }
    }

    /// Who gave it, and whose data or which account it opens.
    private static func consent(_ record: Record, _ folder: CaseFolder?, _ words: DeskWords) -> String? {
        let by = name(of: person(record[ConsentFields.by].value, folder))
        let accounts = record[ConsentFields.testimonies].value ?? []
        let exhibits = record[ConsentFields.exhibits].value ?? []
        let opened =
            accounts.first.flatMap { folder?.evidence.testimonies[$0] }
            ?? exhibits.first.flatMap { folder?.evidence.exhibits[$0] }
        let about =
            name(of: person(record[ConsentFields.about].value, folder))
            ?? opened.flatMap { record in
                title(of: record, folder, words).map { "\($0) (\(words.label(record.kind)))" }
            }
        switch (by, about) {
        case (let by?, let about?) where by != about:
            return words.filled("records.consentAbout", ["by": by, "about": about])
        case (let by?, _): return words.filled("records.consentBy", ["by": by])
        case (nil, let about?): return words.filled("records.consentFor", ["about": about])
        case (nil, nil): return nil
        }
    }

    private static func person(_ id: RecordID?, _ folder: CaseFolder?) -> Record? {
        id.flatMap { folder?.others[$0] ?? (folder?.person?.id == $0 ? folder?.person : nil) }
    }
}
