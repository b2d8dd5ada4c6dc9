/// Prints a record as the plain tree that ``RecordReader`` reads back to an equal record, fields in catalogue order.
public enum RecordPrinter {
    public static func plain(_ record: Record) -> PlainNode { plain(record) { $0.text } }

    /// The same with what records are called elsewhere in place of their ids.
    public static func plain(_ record: Record, id: (RecordID) -> String) -> PlainNode {
        var pairs: [(String, PlainNode?)] = [
            ("record", .scalar(record.kind.rawValue)), ("id", .scalar(id(record.id))),
            ("language", .scalar(record.language.text)),
            ("confidentiality", record.confidentiality.map { .scalar($0.word) }),
        ]
        withoutActuallyEscaping(id) { id in
            let printing = Printing(language: record.language, id: id)
            pairs += printing.entries(record.entries, fields: FieldCatalogue.fields(of: record.kind))
        }
        return .map(pairs)
    }
}

/// How values look in a record whose bare texts are in `language`.
private struct Printing {
    let language: LanguageTag
    let id: (RecordID) -> String

    func entries(_ entries: Entries, fields: [FieldDefinition]) -> [(String, PlainNode?)] {
        fields.compactMap { field in entries[field.name].map { (field.name, entry($0, field: field)) } }
    }

    private func entry(_ entry: Entry, field: FieldDefinition) -> PlainNode? {
        let level = entry.confidentiality.map { PlainNode.scalar($0.word) }
        switch entry.answer {
        case .given(let accounts):
            if accounts.all.count == 1, accounts.leading.source == nil, !accounts.leading.isPreferred {
                let plain = value(accounts.leading.value, field: field)
                return level == nil ? plain : .map([("value", plain), ("confidentiality", level)])
            }
            let list = accounts.all.map { account in
                PlainNode.map([
                    ("value", value(account.value, field: field)), ("source", account.source.map(text)),
                    ("preferred", account.isPreferred ? .scalar("yes") : nil),
                ])
            }
            return .map([("accounts", .list(list)), ("confidentiality", level)])
        case .unknown(let why): return .map([("unknown", reason(why)), ("confidentiality", level)])
        case .none(let why): return .map([("none", reason(why)), ("confidentiality", level)])
        case .refused(let why): return .map([("refused", reason(why)), ("confidentiality", level)])
        case .withheld(let why): return .map([("withheld", reason(why)), ("confidentiality", level)])
        case .notAsked: return nil
        }
    }

    private func reason(_ why: LocalizedText?) -> PlainNode { why.map(text) ?? .scalar("") }

    private func value(_ value: FieldValue, field: FieldDefinition) -> PlainNode {
        switch value {
        case .line(let line): .scalar(line)
        case .text(let localized): text(localized)
        case .names(let names): .list(names.map(name))
        case .date(let statement): date(statement)
        case .age(let age): self.age(age)
        case .place(let place): self.place(place)
        case .choices(let codes): oneOrList(codes)
        case .states(let states): oneOrList(states.map(\.text))
        case .references(let ids): oneOrList(ids.map(id))
        case .number(let number): .scalar(String(number))
        case .items(let items): .list(items.map { item($0, fields: field.type.itemFields) })
        }
    }

    private func oneOrList(_ texts: [String]) -> PlainNode {
        texts.count == 1 ? .scalar(texts[0]) : .list(texts.map { .scalar($0) })
    }

    private func item(_ item: Item, fields: [FieldDefinition]) -> PlainNode {
        .map(
            entries(item.entries, fields: fields) + [("confidentiality", item.confidentiality.map { .scalar($0.word) })]
        )
    }

    private func text(_ text: LocalizedText) -> PlainNode {
        if text.translations.isEmpty {
            if text.original.language == language { return .scalar(text.original.text) }
            return .map([(text.original.language.text, .scalar(text.original.text))])
        }
        let tags = Set(text.wordings.map(\.language))
        let isPlain = text.translations.allSatisfy { $0.translator == nil && $0.status == .unstated }
        if isPlain, tags.count == text.wordings.count {
            return .map(text.wordings.map { ($0.language.text, .scalar($0.text)) })
        }
        return .map([
            ("original", wording(text.original)),
            ("translations", .list(text.translations.map(translation))),
        ])
    }

    private func wording(_ wording: LocalizedText.Wording) -> PlainNode {
        .map([("lang", .scalar(wording.language.text)), ("text", .scalar(wording.text))])
    }

    private func translation(_ translation: LocalizedText.Translation) -> PlainNode {
        .map([
            ("lang", .scalar(translation.wording.language.text)), ("text", .scalar(translation.wording.text)),
            ("translator", translation.translator.map { .scalar($0) }),
            ("status", translation.status == .unstated ? nil : .scalar(translation.status.rawValue)),
        ])
    }

    private func name(_ name: PersonName) -> PlainNode {
        .map([
            ("kind", name.kind == .primary ? nil : .scalar(name.kind.rawValue)),
            ("script", .scalar(name.script.rawValue)), ("system", name.system.map { .scalar($0.rawValue) }),
            ("family", name.family.map { .scalar($0) }), ("given", name.given.map { .scalar($0) }),
            ("frozenFor", name.frozenFor.isEmpty ? nil : oneOrList(name.frozenFor)),
        ])
    }

    private func date(_ statement: DateStatement) -> PlainNode {
        if statement.words == nil, statement.calendar == .gregorian, statement.statedYear == nil {
            return .scalar(statement.date.edtf)
        }
        return .map([
            ("edtf", .scalar(statement.date.edtf)), ("words", statement.words.map(text)),
            ("calendar", statement.calendar == .gregorian ? nil : .scalar(statement.calendar.rawValue)),
            ("statedYear", statement.statedYear.map { .scalar(String($0)) }),
        ])
    }

    private func age(_ age: AgeStatement) -> PlainNode {
        .map([
            ("years", .scalar(String(age.years))), ("counting", .scalar(age.counting.rawValue)),
            ("at", .scalar(age.at.edtf)),
        ])
    }

    private func place(_ place: Place) -> PlainNode {
        let tags = Set(place.names.map(\.wording.language))
        let isPlain = tags.count == place.names.count && place.names.allSatisfy { $0.from == nil && $0.until == nil }
        let names: [(String, PlainNode?)] =
            isPlain
            ? place.names.map { ($0.wording.language.text, .scalar($0.wording.text)) }
            : [("names", .list(place.names.map(placeName)))]
        return .map(
            names + [
                ("state", place.state.map { .scalar($0.text) }),
                ("coordinates", place.coordinates.map(coordinates)),
            ])
    }

    private func placeName(_ name: Place.PlaceName) -> PlainNode {
        .map([
            ("lang", .scalar(name.wording.language.text)), ("text", .scalar(name.wording.text)),
            ("from", name.from.map { .scalar($0.edtf) }), ("until", name.until.map { .scalar($0.edtf) }),
        ])
    }

    private func coordinates(_ point: Place.Coordinates) -> PlainNode {
        .map([
            ("latitude", .scalar("\(point.latitude)")), ("longitude", .scalar("\(point.longitude)")),
            ("radius", .scalar("\(point.radius)")),
        ])
    }
}
