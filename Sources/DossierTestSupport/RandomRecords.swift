public import DossierModel

/// Records of any kind with any fields and any answers, the same in every run.
public struct RandomRecords {
    private var random: SeededRandom
    private var count = 0
    private let isPadded: Bool

    /// `isPadded`: some lines have blanks at their ends.
    public init(seed: UInt64, isPadded: Bool = true) {
        random = SeededRandom(seed: seed)
        self.isPadded = isPadded
    }

    public mutating func record() -> Record? {
        count += 1
        let kinds = RecordKind.allCases
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        guard let id = RecordID("\(kind.rawValue)-r\(count)") else { return nil }
        var record = Record(id: id, kind: kind, language: chance(2) ? .korean : .english)
        record.entries = entries(FieldCatalogue.fields(of: kind), one: 3)
        return record
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func entries(_ fields: [FieldDefinition], one of: Int) -> Entries {
        var entries = Entries()
        for field in fields where chance(of) {
            let answer: Answer<FieldValue>
            switch Int.random(in: 0..<10, using: &random) {
            case 0: answer = .unknown(why: chance(2) ? text() : nil)
            case 1: answer = Answer.none(why: text())
            case 2: answer = .refused(why: nil)
            case 3: answer = .withheld(why: text())
            case 4:
                let accounts = (0..<3).map { Account(value: value(field), source: text(), isPreferred: $0 == 1) }
                answer = Accounts(accounts).map { .given($0) } ?? .notAsked
            default: answer = .given(Accounts(value(field)))
            }
            let level = chance(4) ? pick(Confidentiality.allCases) : nil
            entries[field.name] = Entry(answer: answer, confidentiality: level)
        }
        return entries
    }

    private mutating func line() -> String {
        pick([
            "no", "yes", "012", "~", "null", "1950-09", "a: b", "- x", "#hash", "한글과 漢字",
            isPadded ? " padded " : "plain", "'quoted'",
            "\"double\"", "tab\tin", "100%", "@at", "`tick", "!bang", "&amp", "*star", "{brace}", "[bracket]", "a, b",
            "\u{1F6A2}", "é", "back\\slash", "?", "true", ">", "|", "%", "-", "---", "...",
        ])
    }

    private mutating func phrase() -> String {
        chance(4) ? "\(line())\n\n\(line()) second\nthird" : "\(line()) \(line())"
    }

    private mutating func text() -> LocalizedText {
        var text = LocalizedText(phrase(), pick([.korean, .english, .japanese, .hanja]))
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            text.translations.append(
                .init(
                    wording: .init(text: phrase(), language: pick([.french, .spanish, .english])),
                    translator: chance(2) ? "T-1" : nil, status: pick(TranslationStatus.allCases)))
        }
        return text
    }

    private mutating func date() -> PartialDate {
        PartialDate(pick(["1950", "1950-09", "1950-09-14~", "1951-21", "[..1951-03]", "1950-08/1950-10"]))
            ?? .point(DatePart(year: 1950))
    }

    private mutating func value(_ field: FieldDefinition) -> FieldValue {
        switch field.type {
        case .line: .line(line())
        case .text: .text(text())
        case .names:
            .names(
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    PersonName(
                        kind: pick(PersonName.Kind.allCases), script: pick(PersonName.Script.allCases),
                        system: chance(2) ? pick(PersonName.RomanisationSystem.allCases) : nil, family: line(),
                        given: chance(3) ? nil : line(), frozenFor: chance(3) ? ["wgeid", "upr"] : [])
                })
        case .date:
            .date(DateStatement(date: date(), words: chance(2) ? text() : nil, calendar: pick([.gregorian, .lunar])))
        case .age: .age(AgeStatement(years: 20, counting: pick(AgeStatement.Counting.allCases), at: date()))
        case .place: .place(place())
        case .choice(let codes): .choices([pick(codes)])
        case .choices(let codes): .choices(Array(Set([pick(codes), pick(codes)])))
        case .lines: .choices(["un:A/HRC/25/63#64", "한 줄"])
        case .codes: .choices(["wgeid", "any"])
        case .state, .states: .states([StateCode(pick(["PRK", "KOR", "CHN"]))].compactMap(\.self))
        case .reference, .references: .references([RecordID("person-x"), nil].compactMap(\.self))
        case .number(let range): .number(Int.random(in: range, using: &random))
        case .items(let fields):
            .items(
                (0..<2).map { _ in
                    var entries = entries(fields, one: 2)
                    if entries.isEmpty, let first = fields.first {
                        entries[first.name] = Entry(answer: .refused(why: nil))
                    }
                    return Item(entries: entries, confidentiality: chance(3) ? .house : nil)
                })
        }
    }

    private mutating func place() -> Place {
        let names = [LanguageTag.korean, .english].map { Place.PlaceName(wording: .init(text: line(), language: $0)) }
        var place = Place(names: names, state: chance(2) ? StateCode("KOR") : nil)
        if chance(3) { place.names[0].until = date() }
        if chance(3) { place.coordinates = .init(latitude: 37.5, longitude: 126.25, radius: 3) }
        return place
    }
}
