import DossierModel

/// Takes out of records what an audience may not see, and notes each thing taken out.
struct Redaction {
    let audience: Audience
    /// Field ids that the consent in force leaves out.
    var except: Set<String> = []
    /// Persons besides the disappeared one who may be named.
    var named: Set<RecordID> = []
    /// Accounts and exhibits that may be told of.
    var open: Set<RecordID> = []
    var standings: [RecordID: ClaimStanding] = [:]
    private(set) var withheld: [Withheld] = []
    private var marks: Set<Edition.Mark> = []

    init(audience: Audience) { self.audience = audience }

    func edition(_ folder: CaseFolder, unnamed: [RecordID]) -> Edition {
        Edition(
            audience: audience, folder: folder, withheld: withheld, markedConfidential: marks, standings: standings,
            unnamed: Set(unnamed))
    }

    /// The edition of a case that may not be disclosed at all.
    mutating func empty(_ folder: CaseFolder) -> Edition {
        let shell = { (record: Record) in Record(id: record.id, kind: record.kind, language: record.language) }
        let records = [folder.caseRecord, folder.person, folder.incident].compactMap(\.self)
        for record in records + folder.earlierIncidents { withholdAll(of: record, because: .noConsent) }
        return edition(
            CaseFolder(
                caseRecord: shell(folder.caseRecord), person: folder.person.map(shell),
                incident: folder.incident.map(shell)),
            unnamed: [folder.person?.id].compactMap(\.self) + folder.others.keys)
    }

    mutating func withholdAll(of record: Record, because reason: Withheld.Reason) {
        for field in FieldCatalogue.fields(of: record.kind) where record.entries[field.name] != nil {
            withheld.append(Withheld(record: record.id, field: field.id, reason: reason))
        }
    }

    mutating func withhold(_ field: FieldDefinition, of record: RecordID, because reason: Withheld.Reason) {
        withheld.append(Withheld(record: record, field: field.id, reason: reason))
    }

    mutating func redact(_ record: Record, nameForm: ConsentFields.NameForm) -> Record {
        var result = record
        result.origin = nil
        result.entries = redact(
            record.entries, fields: FieldCatalogue.fields(of: record.kind),
            within: record.confidentiality ?? .public, record: record.id, nameForm: nameForm)
        return result
    }

    private mutating func redact(
        _ entries: Entries, fields: [FieldDefinition], within floor: Confidentiality, record: RecordID,
        nameForm: ConsentFields.NameForm
    ) -> Entries {
        var result = Entries()
        for field in fields {
            guard let entry = entries[field.name] else { continue }
            let level = max(entry.confidentiality ?? field.confidentiality, floor)
            if let reason = reasonToWithhold(field, level: level, nameForm: nameForm) {
                withheld.append(Withheld(record: record, field: field.id, reason: reason))
                continue
            }
            // Only a level that somebody has set asks the body for secrecy; the catalogue's own levels say who may read.
            if (entry.confidentiality ?? floor) >= .body { marks.insert(.init(record: record, field: field.id)) }
            let answer = entry.answer.compactMap {
                redact($0, field: field, within: entry.confidentiality ?? floor, record: record, nameForm: nameForm)
            }
            guard !answer.isNotAsked || entry.answer.isNotAsked else { continue }
            result[field.name] = Entry(answer: stripped(answer), confidentiality: entry.confidentiality)
        }
        return result
    }

    private func reasonToWithhold(
        _ field: FieldDefinition, level: Confidentiality, nameForm: ConsentFields.NameForm
    ) -> Withheld.Reason? {
        if level > audience.ceiling { return .confidential }
        if except.contains(field.id) { return .leftOutOfConsent }
        let isNameAsInitials = field.id == PersonFields.names.definition.id && nameForm == .initials
        if field.identifies == .subject, nameForm != .full, !isNameAsInitials { return .notNamed }
        return nil
    }

    private mutating func redact(
        _ value: FieldValue, field: FieldDefinition, within floor: Confidentiality, record: RecordID,
        nameForm: ConsentFields.NameForm
    ) -> FieldValue? {
        switch value {
        case .names(let names):
            guard nameForm == .initials else { return value }
            withheld.append(Withheld(record: record, field: field.id, reason: .initials))
            return names.spelling(for: audience.recipients.first ?? "").map { .names([Self.initials(of: $0)]) }
        case .references(let ids):
            guard let allowed = allowed(field) else { return value }
            let kept = ids.filter(allowed.contains)
            if kept.count < ids.count {
                withheld.append(Withheld(record: record, field: field.id, reason: .notNamed))
            }
            return kept.isEmpty ? nil : .references(kept)
        case .line(let line) where field.id == IdentityDocumentFields.number.definition.id:
            guard let masked = Self.masked(line) else { return value }
            withheld.append(Withheld(record: record, field: field.id, reason: .masked))
            return .line(masked)
        case .items(let items):
            let kept = items.compactMap {
                redact($0, fields: field.type.itemFields, within: floor, record: record, nameForm: nameForm)
            }
            return kept.isEmpty ? nil : .items(kept)
        default: return value
        }
    }

    /// The ids that a field may show; nil where any may stand.
    private func allowed(_ field: FieldDefinition) -> Set<RecordID>? {
        switch field.type {
        case .reference(.person), .references(.person): field == CaseFields.person.definition ? nil : named
        case .reference(.testimony), .references(.testimony), .reference(.exhibit), .references(.exhibit): open
        default: nil
        }
    }

    private mutating func redact(
        _ item: Item, fields: [FieldDefinition], within floor: Confidentiality, record: RecordID,
        nameForm: ConsentFields.NameForm
    ) -> Item? {
        let entries = redact(
            item.entries, fields: fields, within: max(item.confidentiality ?? floor, floor), record: record,
            nameForm: nameForm)
        return entries.isEmpty ? nil : Item(entries: entries, confidentiality: item.confidentiality)
    }

    // MARK: What never leaves

    /// Takes out what no document prints or only the body may see: translators, and outside the body who said what.
    private func stripped(_ answer: Answer<FieldValue>) -> Answer<FieldValue> {
        switch answer {
        case .given(let accounts):
            let stripped = accounts.all.map { account in
                Account(
                    value: Self.withoutTranslators(account.value),
                    source: audience.ceiling >= .body ? account.source?.withoutTranslators : nil,
                    isPreferred: account.isPreferred)
            }
            return Accounts(stripped).map { .given($0) } ?? .notAsked
        case .unknown(let why): return .unknown(why: why?.withoutTranslators)
        case .none(let why): return Answer.none(why: why?.withoutTranslators)
        case .refused(let why): return .refused(why: why?.withoutTranslators)
        // Why something is withheld is told to the body alone: the reason can betray what it covers.
        case .withheld(let why): return .withheld(why: audience.ceiling >= .body ? why?.withoutTranslators : nil)
        case .notAsked: return .notAsked
        }
    }

    private static func withoutTranslators(_ value: FieldValue) -> FieldValue {
        switch value {
        case .text(let text): .text(text.withoutTranslators)
        case .date(var date):
            {
                date.words = date.words?.withoutTranslators
                return .date(date)
            }()
        default: value
        }
    }

    /// The spelling reduced to its initials, without what would tell the name again.
    private static func initials(of name: PersonName) -> PersonName {
        PersonName(script: name.script, family: nil, given: name.initials)
    }

    /// The first part of a number such as `500101-1234567` with the private half covered; nil when the number has no
    /// such half.
    static func masked(_ number: String) -> String? {
        guard let dash = number.firstIndex(of: "-") else {
            guard number.utf8.count >= 13 else { return nil }
            return number.prefix(6) + String(repeating: "*", count: number.count - 6)
        }
        let tail = number[number.index(after: dash)...]
        guard tail.count >= 6 else { return nil }
        return number[...dash] + String(repeating: "*", count: tail.count)
    }
}

extension LocalizedText {
    /// The same text without the names or codes of those who translated it.
    var withoutTranslators: LocalizedText {
        var text = self
        for index in text.translations.indices { text.translations[index].translator = nil }
        return text
    }
}
