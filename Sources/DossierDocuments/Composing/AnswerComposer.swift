import DossierModel
import DossierProfiles

/// Turns the answers to fields into blocks of text.
struct AnswerComposer {
    let phrases: Phrasebook
    let channel: String
    /// Persons who may be named, by id.
    let persons: [RecordID: Record]
    /// The date whose names of places and institutions are used; an item with a date of its own uses that.
    var namesDate: PartialDate?

    /// The blocks of one answer; none when the question was not asked.
    func blocks(_ answer: Answer<FieldValue>, field: FieldDefinition) -> [Block] {
        switch answer {
        case .given(let accounts): self.blocks(accounts, field: field)
        case .notAsked: []
        default: self.lines(answer, field: field).map { .line($0) }
        }
    }

    private func blocks(_ accounts: Accounts<FieldValue>, field: FieldDefinition) -> [Block] {
        if accounts.all.count == 1 { return blocks(accounts.leading.value, field: field) }
        let entries = accounts.all.map { account -> Line in
            var runs = lines(account.value, field: field).flatMap(\.runs)
            if let source = account.source {
                runs = pattern(
                    "answers.according", ["value": runs, "source": [phrases.run(source.best(for: phrases.language))]])
            }
            return Line(account.isPreferred ? pattern("answers.preferred", ["value": runs]) : runs)
        }
        return [.line(Line([Run(phrases.wording["answers.accounts"])])), .list(entries)]
    }

    private func blocks(_ value: FieldValue, field: FieldDefinition) -> [Block] {
        if case .items(let items) = value {
            return [.records(items.map { facts(of: $0, fields: field.type.itemFields) })]
        }
        return lines(value, field: field).map { .line($0) }
    }

    /// An item's answered fields with their labels.
    func facts(of item: Item, fields: [FieldDefinition]) -> [Fact] {
        var composer = self
        if let dated = fields.first(where: { $0.name == "date" && $0.type == .date }),
            case .date(let statement)? = item.entries[dated.name]?.answer.value
        {
            composer.namesDate = statement.date
        }
        return composer.facts(ofDated: item, fields: fields)
    }

    private func facts(ofDated item: Item, fields: [FieldDefinition]) -> [Fact] {
        fields.compactMap { field in
            guard let entry = item.entries[field.name] else { return nil }
            // Another case is known here by what it has to do with this one.
            if field.type == .reference(.case) { return nil }
            let lines = lines(entry.answer, field: field)
            return lines.isEmpty ? nil : Fact(phrases.wording["itemFields.\(field.id)"], lines)
        }
    }

    private func lines(_ answer: Answer<FieldValue>, field: FieldDefinition) -> [Line] {
        switch answer {
        case .given(let accounts): accounts.all.flatMap { lines($0.value, field: field) }
        case .unknown(let why): reason("unknown", why)
        case .none(let why): reason("none", why)
        case .refused(let why): reason("refused", why)
        case .withheld(let why): reason("withheld", why)
        case .notAsked: []
        }
    }

    private func reason(_ word: String, _ why: LocalizedText?) -> [Line] {
        guard let why else { return [Line([Run(phrases.wording["answers.\(word)"])])] }
        let wording = why.best(for: phrases.language)
        return [Line(pattern("answers.\(word)Why", ["why": [phrases.run(wording)]]))]
    }

    private func lines(_ value: FieldValue, field: FieldDefinition) -> [Line] {
        switch value {
        case .line(let text): [Line([Run(text)])]
        case .text(let text): lines(text)
        case .names(let names): [Line(phrases.runs(names, channel: channel))]
        case .date(let statement): [Line(phrases.runs(statement))]
        case .age(let age): [Line([Run(phrases.age(age))])]
        case .place(let place): [Line(phrases.runs(place, at: namesDate))]
        case .choices(let codes): [Line([Run(codes.map { choice($0, of: field) }.joined(separator: ", "))])]
        case .states(let states): [Line([Run(states.map(phrases.state).joined(separator: "; "))])]
        case .references(let ids): ids.flatMap(person)
        case .number(let number): [Line([Run(String(number))])]
        case .items(let items): items.flatMap { facts(of: $0, fields: field.type.itemFields).flatMap(\.lines) }
        }
    }

    private func choice(_ code: String, of field: FieldDefinition) -> String {
        guard field.type == .codes || field.type == .lines else { return phrases.choice(code, of: field) }
        if [TestimonyFields.spoken.definition, ExhibitFields.languages.definition].contains(field) {
            return LanguageTag(code).map(phrases.languageName) ?? code
        }
        return phrases.institutions[code]?.name(in: phrases.language, at: namesDate) ?? code
    }

    private func person(_ id: RecordID) -> [Line] {
        guard let person = persons[id], let names = person[PersonFields.names].value else {
            return [Line([Run(phrases.wording["answers.personNotNamed"])])]
        }
        var lines = [Line(phrases.runs(names, channel: channel))]
        if let contact = person[PersonFields.contact].value { lines += self.lines(contact) }
        return lines
    }

    /// A text in the document's language with its original beside it: in brackets when short, else as a line of its own.
    private func lines(_ text: LocalizedText) -> [Line] {
        guard let wording = text.wording(in: phrases.language) ?? text.wording(in: .english) else {
            let name = phrases.languageName(text.original.language)
            let note = phrases.wording.filled("answers.untranslated", ["language": name])
            return [Line([Run(note + " "), phrases.run(text.original)])]
        }
        let isTranslated = wording.language != text.original.language
        let own = phrases.run(wording)
        if !isTranslated { return paragraphs(wording.text).map { Line([Run($0, own.language)]) } }
        if text.original.text.count <= 24, !text.original.text.contains("\n") {
            return [Line(pattern("answers.inOriginal", ["text": [own], "original": [phrases.run(text.original)]]))]
        }
        let status = text.translation(into: wording.language)?.status ?? .unstated
        let label = phrases.wording.filled(
            "answers.originalText", ["language": phrases.languageName(text.original.language)])
        let original = Line(
            [
                Run("\(label) "), phrases.run(text.original),
                Run(" [\(phrases.wording["translation.\(status.rawValue)"])]"),
            ],
            role: .original)
        return paragraphs(wording.text).map { Line([Run($0, own.language)]) } + [original]
    }

    /// A text within a line: in the document's language, with its original in brackets.
    func inline(_ text: LocalizedText) -> [Run] {
        let wording = text.best(for: phrases.language)
        guard wording.language != text.original.language else { return [phrases.run(wording)] }
        return pattern(
            "answers.inOriginal", ["text": [phrases.run(wording)], "original": [phrases.run(text.original)]])
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// A pattern's text with each `{name}` replaced by runs, which keep their languages.
    func pattern(_ key: String, _ arguments: [String: [Run]]) -> [Run] {
        var runs: [Run] = []
        var rest = phrases.wording[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { runs.append(Run(String(rest[..<open]))) }
            runs += arguments[String(rest[rest.index(after: open)..<close])] ?? []
            rest = rest[rest.index(after: close)...]
        }
        return rest.isEmpty ? runs : runs + [Run(String(rest))]
    }
}
