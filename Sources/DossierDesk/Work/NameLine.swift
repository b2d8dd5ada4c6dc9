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
        case .consent:
            if let about = person(record[ConsentFields.about].value, folder) { return name(of: about) }
            let accounts = record[ConsentFields.testimonies].value ?? []
            let exhibits = record[ConsentFields.exhibits].value ?? []
            let first =
                accounts.first.flatMap { folder?.evidence.testimonies[$0] }
                ?? exhibits.first.flatMap { folder?.evidence.exhibits[$0] }
            return first.flatMap { title(of: $0, folder, words) }
        case .report, .submission: return nil
        }
    }

    private static func person(_ id: RecordID?, _ folder: CaseFolder?) -> Record? {
        id.flatMap { folder?.others[$0] ?? (folder?.person?.id == $0 ? folder?.person : nil) }
    }
}
