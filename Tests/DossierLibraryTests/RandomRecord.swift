import DossierModel
import DossierTestSupport

/// Records with any answer in any field, the same in every run.
struct RandomRecord {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func record() throws -> Record {
        let kind = pick(RecordKind.allCases)
        let number = Int.random(in: 0...99_999, using: &random)
        var record = Record(id: try id("\(kind.rawValue)-\(number)"), kind: kind, language: pick([.english, .korean]))
        record.entries = try entries(FieldCatalogue.fields(of: kind))
        record.origin = Record.Origin(file: "Cases/\(pick(["a b", "한글", "c,d"])).yaml", line: line())
        return record
    }

    private mutating func entries(_ fields: [FieldDefinition]) throws -> Entries {
        var entries = Entries()
        for field in fields where chance(60) {
            let level = chance(20) ? pick(Confidentiality.allCases) : nil
            entries[field.name] = Entry(answer: try answer(field), confidentiality: level, line: line())
        }
        return entries
    }

    private mutating func answer(_ field: FieldDefinition) throws -> Answer<FieldValue> {
        let why = chance(50) ? text() : nil
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return .unknown(why: why)
        case 1: return .none(why: why)
        case 2: return .refused(why: why)
        case 3: return .withheld(why: why)
        case 4:
            let first = Account(value: try value(field), source: chance(50) ? text() : nil, isPreferred: chance(50))
            let second = Account(value: try value(field), source: text())
            return Accounts([first, second]).map { .given($0) } ?? .notAsked
        default: return .given(Accounts(try value(field)))
        }
    }

    private mutating func value(_ field: FieldDefinition) throws -> FieldValue {
        switch field.type {
        case .line: .line(words())
        case .text: .text(text())
        case .names: .names(several { $0.name() })
        case .date: try .date(date())
        case .age:
            .age(
                AgeStatement(
                    years: Int.random(in: 0...130, using: &random), counting: pick(AgeStatement.Counting.allCases),
                    at: try partialDate()))
        case .place: .place(try place())
        case .choice(let choices): .choices([pick(choices)])
        case .choices(let choices): .choices(several { $0.pick(choices) })
        case .lines: .choices(several { $0.pick(["un:A/HRC/25/63#64", "no", "한 줄"]) })
        case .codes: .choices(several { $0.pick(["wgeid", "any", "kpa", "no", "012"]) })
        case .state: .states([try state()])
        case .states: .states([try state(), try state()])
        case .reference(let kind): .references([try id("\(kind.rawValue)-x")])
        case .references(let kind): .references([try id("\(kind.rawValue)-x"), try id("\(kind.rawValue)-y")])
        case .number(let range): .number(Int.random(in: range, using: &random))
        case .items(let fields): .items([try item(fields), try item(fields)])
        }
    }

    private mutating func item(_ fields: [FieldDefinition]) throws -> Item {
        Item(
            entries: try entries(fields), confidentiality: chance(20) ? pick(Confidentiality.allCases) : nil,
            line: line())
    }

    private mutating func text() -> LocalizedText {
        let translations = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            LocalizedText.Translation(
                wording: wording(), translator: chance(30) ? words() : nil,
                status: chance(50) ? .unstated : pick(TranslationStatus.allCases))
        }
        return LocalizedText(original: wording(), translations: translations)
    }

    private mutating func wording() -> LocalizedText.Wording {
        .init(text: words(), language: pick([.english, .korean, .hanja, .koreanInLatin, .japanese]))
    }

    private mutating func name() -> PersonName {
        let family = chance(80) ? words() : nil
        return PersonName(
            kind: pick(PersonName.Kind.allCases), script: pick(PersonName.Script.allCases),
            system: chance(50) ? pick(PersonName.RomanisationSystem.allCases) : nil, family: family,
            given: family == nil || chance(80) ? words() : nil,
            frozenFor: chance(30) ? several { $0.pick(["wgeid", "upr", "ced"]) } : [])
    }

    private mutating func date() throws -> DateStatement {
        let words = chance(30) ? text() : nil
        guard chance(30) else { return DateStatement(date: try partialDate(), words: words) }
        guard let date = PartialDate("1950-09~") else { throw TestDataError("no date") }
        return chance(50)
            ? DateStatement(date: date, words: words, calendar: .dangi, statedYear: 4283)
            : DateStatement(date: date, words: words, calendar: .lunar)
    }

    private mutating func partialDate() throws -> PartialDate {
        let text = pick([
            "1950", "195X", "19XX", "1951-21~", "1950-09-12", "1970/1972", "../1953-07", "[..1951-03]", "[1950..]",
        ])
        guard let date = PartialDate(text) else { throw TestDataError("“\(text)” is no date") }
        return date
    }

    private mutating func place() throws -> Place {
        let names = try (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Place.PlaceName(
                wording: wording(), from: chance(30) ? try partialDate() : nil,
                until: chance(30) ? try partialDate() : nil)
        }
        let point = Place.Coordinates(
            latitude: Double.random(in: -90...90, using: &random),
            longitude: Double.random(in: -180...180, using: &random),
            radius: Double.random(in: 0...20_000, using: &random))
        return Place(
            names: names, state: names.isEmpty || chance(50) ? try state() : nil, coordinates: chance(30) ? point : nil)
    }

    private mutating func state() throws -> StateCode {
        guard let code = StateCode(pick(["PRK", "KOR", "CHN", "JPN"])) else { throw TestDataError("no State") }
        return code
    }

    /// Text with what is hard to keep: quotes, controls, Hangul composed and not, pictures, an end that is a space.
    private mutating func words() -> String {
        let hard = [
            "\"", "\\", "\n", "\t", "\r\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "온누리",
            "한\u{301}",
            "\u{1112}\u{1161}\u{11AB}", "👩‍👧", "𠮷", "\\u0041", "</script>", "'", " ", "no", "012", "🇰🇷",
        ]
        let parts = (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(hard) }
        return "x" + parts.joined()
    }

    private mutating func several<Value>(_ make: (inout RandomRecord) -> Value) -> [Value] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in make(&self) }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    private mutating func line() -> Int { Int.random(in: 1...5_000, using: &random) }
}
