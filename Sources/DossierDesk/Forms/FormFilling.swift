import DossierModel

/// Fills the boxes of a form from a record. ``FormReading`` reads the same record out of them.
struct FormFilling {
    private var values = FormValues()

    static func values(of record: Record) -> FormValues {
        var filling = FormFilling()
        filling.values["record.language"] = record.language.text
        filling.values["record.level"] = record.confidentiality?.word ?? ""
        filling.fill(record.entries, FieldCatalogue.fields(of: record.kind), at: "")
        return filling.values
    }

    private mutating func fill(_ entries: Entries, _ fields: [FieldDefinition], at prefix: String) {
        for field in fields {
            guard let entry = entries[field.name] else { continue }
            fill(entry, field, at: prefix + field.name)
        }
    }

    private mutating func fill(_ entry: Entry, _ field: FieldDefinition, at name: String) {
        values["\(name).level"] = entry.confidentiality?.word ?? ""
        let kind: AnswerKind
        switch entry.answer {
        case .given(let accounts): return fill(accounts, field.type, at: name)
        case .notAsked: return
        case .unknown: kind = .unknown
        case .none: kind = .none
        case .refused: kind = .refused
        case .withheld: kind = .withheld
        }
        values["\(name).answer"] = kind.rawValue
        if let why = entry.answer.why { fill(why, at: "\(name).why") }
    }

    private mutating func fill(_ accounts: Accounts<FieldValue>, _ type: FieldType, at name: String) {
        for (index, account) in accounts.all.enumerated() {
            let place = "\(name).\(index + 1)"
            fill(account.value, type, at: "\(place).value")
            if let source = account.source { fill(source, at: "\(place).source") }
            values["\(place).preferred"] = account.isPreferred ? "yes" : ""
        }
    }

    private mutating func fill(_ value: FieldValue, _ type: FieldType, at name: String) {
        switch value {
        case .line(let text): values[name] = text
        case .text(let text): fill(text, at: name)
        case .names(let names): each(names, at: name) { $0.fill($1, at: $2) }
        case .date(let date): fill(date, at: name)
        case .age(let age):
            values["\(name).years"] = String(age.years)
            values["\(name).counting"] = age.counting.rawValue
            values["\(name).at"] = age.at.edtf
        case .place(let place): fill(place, at: name)
        case .choices(let codes): fill(codes, type, at: name)
        case .states(let states): fill(list: states.map(\.text), type, at: name)
        case .references(let ids): fill(list: ids.map(\.text), type, at: name)
        case .number(let number): values[name] = String(number)
        case .items(let items): each(items, at: name) { $0.fill($1, type.itemFields, at: $2) }
        }
    }

    private mutating func fill(_ codes: [String], _ type: FieldType, at name: String) {
        switch type {
        case .codes: values[name] = codes.joined(separator: ", ")
        case .lines: values[name] = codes.joined(separator: "\n")
        case .choices:
            // A box for each choice; its text is the place in the list.
            for (index, code) in codes.enumerated() { values["\(name).\(code)"] = String(index + 1) }
        default: values[name] = codes.first ?? ""
        }
    }

    private mutating func fill(list: [String], _ type: FieldType, at name: String) {
        switch type {
        case .state, .reference: values[name] = list.first ?? ""
        default: each(list, at: name) { $0.values[$2] = $1 }
        }
    }

    private mutating func each<Member>(
        _ members: [Member], at name: String, _ fill: (inout FormFilling, Member, String) -> Void
    ) {
        for (index, member) in members.enumerated() { fill(&self, member, "\(name).\(index + 1)") }
    }

    private mutating func fill(_ text: LocalizedText, at name: String) {
        values["\(name).lang"] = text.original.language.text
        values["\(name).text"] = text.original.text
        for (index, translation) in text.translations.enumerated() {
            let place = "\(name).in.\(index + 1)"
            values["\(place).lang"] = translation.wording.language.text
            values["\(place).text"] = translation.wording.text
            values["\(place).by"] = translation.translator ?? ""
            values["\(place).status"] = translation.status == .unstated ? "" : translation.status.rawValue
        }
    }

    private mutating func fill(_ name: PersonName, at place: String) {
        values["\(place).kind"] = name.kind == .primary ? "" : name.kind.rawValue
        values["\(place).script"] = name.script.rawValue
        values["\(place).system"] = name.system?.rawValue ?? ""
        values["\(place).family"] = name.family ?? ""
        values["\(place).given"] = name.given ?? ""
        values["\(place).frozen"] = name.frozenFor.joined(separator: ", ")
    }

    // Where the words say all by themselves, they alone stand in the form: whoever corrects them corrects the date.
    private mutating func fill(_ statement: DateStatement, at name: String) {
        if let words = statement.words { fill(words, at: "\(name).words") }
        let told = statement.words?.original.text
        if let told, PartialDate(told) == nil, let read = SpokenDate(told), read.date == statement.date,
            read.calendar == statement.calendar, read.statedYear == statement.statedYear
        {
            return
        }
        let isBare = told == nil && statement.calendar == .gregorian && statement.statedYear == nil
        values[isBare ? "\(name).words.text" : "\(name).edtf"] = statement.date.edtf
        values["\(name).calendar"] = statement.calendar == .gregorian ? "" : statement.calendar.rawValue
        values["\(name).year"] = statement.statedYear.map(String.init) ?? ""
    }

    private mutating func fill(_ place: Place, at name: String) {
        for (index, placeName) in place.names.enumerated() {
            let box = "\(name).names.\(index + 1)"
            values["\(box).lang"] = placeName.wording.language.text
            values["\(box).text"] = placeName.wording.text
            values["\(box).from"] = placeName.from?.edtf ?? ""
            values["\(box).until"] = placeName.until?.edtf ?? ""
        }
        values["\(name).state"] = place.state?.text ?? ""
        guard let point = place.coordinates else { return }
        values["\(name).latitude"] = "\(point.latitude)"
        values["\(name).longitude"] = "\(point.longitude)"
        values["\(name).radius"] = "\(point.radius)"
    }

    private mutating func fill(_ item: Item, _ fields: [FieldDefinition], at name: String) {
        values["\(name).level"] = item.confidentiality?.word ?? ""
        fill(item.entries, fields, at: "\(name).")
    }
}

/// How a question was answered.
enum AnswerKind: String, Sendable, CaseIterable {
    /// With a value; with none in its boxes, nobody has asked yet.
    case given
    case unknown, none, refused, withheld
}
