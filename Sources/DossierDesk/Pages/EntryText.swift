import DossierModel

/// What a field of a record holds, in the words of the pages.
struct EntryText {
    let words: DeskWords
    /// How a record is called; nil where nobody knows.
    let title: (RecordID) -> String?

    /// In lines; none where the field was not answered.
    func lines(_ entry: Entry?, _ field: FieldDefinition) -> [String] {
        guard let entry else { return [] }
        var lines = answer(entry.answer, field)
        if let level = entry.confidentiality { lines.append("(\(words["form.level"]): \(words.label(level)))") }
        return lines
    }

    private func answer(_ answer: Answer<FieldValue>, _ field: FieldDefinition) -> [String] {
        let kind: AnswerKind
        switch answer {
        case .notAsked: return []
        case .given(let accounts): return accounts.all.flatMap { account($0, field, isAlone: accounts.all.count == 1) }
        case .unknown: kind = .unknown
        case .none: kind = .none
        case .refused: kind = .refused
        case .withheld: kind = .withheld
        }
        let word = words["answers.\(kind.rawValue)"]
        return [answer.why.map { "\(word): \(text($0))" } ?? word]
    }

    private func account(_ account: Account<FieldValue>, _ field: FieldDefinition, isAlone: Bool) -> [String] {
        var lines = value(account.value, field)
        let notes = [
            account.source.map { words.filled("timeline.source", ["source": text($0)]) },
            account.isPreferred && !isAlone ? words["form.preferred"] : nil,
        ].compactMap(\.self)
        if !notes.isEmpty { lines.append("(\(notes.joined(separator: ", ")))") }
        return lines
    }

    private func value(_ value: FieldValue, _ field: FieldDefinition) -> [String] {
        switch value {
        case .line(let text): [text]
        case .text(let text): text.wordings.flatMap { $0.text.split(separator: "\n").map(String.init) }
        case .names(let names): names.map(name)
        case .date(let statement): [date(statement)]
        case .age(let age):
            ["\(age.years) (\(words["counting.\(age.counting.rawValue)"]), \(words.date(age.at)))"]
        case .place(let place): [self.place(place)]
        case .choices(let codes): [codes.map { word($0, field) }.joined(separator: ", ")]
        case .states(let states): [states.map { words.state($0) }.joined(separator: ", ")]
        case .references(let ids): ids.map { title($0) ?? $0.text }
        case .number(let number): [String(number)]
        case .items(let items): items.map { item($0, field) }
        }
    }

    private func word(_ code: String, _ field: FieldDefinition) -> String {
        FieldCatalogue.field(id: code).map { words.label($0) } ?? words.choice(code, of: field)
    }

    private func item(_ item: Item, _ field: FieldDefinition) -> String {
        let parts = field.type.itemFields.compactMap { part -> String? in
            let lines = lines(item.entries[part.name], part)
            return lines.isEmpty ? nil : "\(words.label(part)): \(lines.joined(separator: " / "))"
        }
        return "– " + parts.joined(separator: "; ")
    }

    private func text(_ text: LocalizedText) -> String { text.best(for: words.language).text }

    private func name(_ name: PersonName) -> String {
        let notes = [
            words["scripts.\(name.script.rawValue)"],
            name.kind == .primary ? nil : words["nameKinds.\(name.kind.rawValue)"],
            name.system.map { words["systems.\($0.rawValue)"] },
        ].compactMap(\.self)
        return "\(name.joined) (\(notes.joined(separator: ", ")))"
    }

    private func date(_ statement: DateStatement) -> String {
        let date = words.date(statement.date)
        return statement.words.map { "\(date) (“\($0.original.text)”)" } ?? date
    }

    private func place(_ place: Place) -> String {
        (place.names.map(\.wording.text) + [place.state.map { words.state($0) }].compactMap(\.self))
            .joined(separator: " / ")
    }
}
