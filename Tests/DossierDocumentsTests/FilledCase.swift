import DossierModel
import DossierTestSupport

/// A case in which every field of every record that may leave is answered, in one of the many ways in which it can be:
/// the seed decides which. Everything is open to everyone, so that an edition holds it all.
struct FilledCase {
    private(set) var folder: CaseFolder
    private var random: SeededRandom

    init(seed: UInt64) throws {
        random = SeededRandom(seed: seed)
        folder = CaseFolder(caseRecord: Record(id: try Self.id("case-zq"), kind: .case), person: nil, incident: nil)
        folder.caseRecord = record("case-zq", .case)
        folder.person = record("person-zqsubject", .person)
        folder.incident = record("incident-zqlast", .incident)
        folder.earlierIncidents = [record("incident-zqfirst", .incident), record("incident-zqsecond", .incident)]
        for person in [record("person-zqother", .person), record("person-zqthird", .person)] {
            folder.others[person.id] = person
        }
        folder.evidence = Evidence(
            testimonies: [try Self.id("testimony-zq"): record("testimony-zq", .testimony)],
            exhibits: [try Self.id("exhibit-zq"): record("exhibit-zq", .exhibit)],
            claims: [record("claim-zq", .claim), record("claim-zqtwo", .claim)])
        folder.caseRecord.entries["person"] = Self.given(.references([try Self.id("person-zqsubject")]))
        folder.caseRecord.entries["witnesses"] = Self.given(
            .items(
                try ["person-zqother", "person-zqthird"].map {
                    var item = Item(entries: Entries())
                    item.entries["person"] = Self.given(.references([try Self.id($0)]))
                    return item
                }))
        folder.consents = try ["person-zqsubject", "person-zqother", "person-zqthird"].map {
            try WideConsent.toEverything(about: try Self.id($0))
        }
        folder.consents.append(
            try WideConsent.toSources(
                testimonies: [try Self.id("testimony-zq")], exhibits: [try Self.id("exhibit-zq")]))
    }

    private static func id(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else { throw TestDataError(text) }
        return id
    }

    static func given(_ value: FieldValue) -> Entry {
        Entry(answer: .given(Accounts(value)), confidentiality: .public)
    }

    // MARK: Filling

    private mutating func record(_ id: String, _ kind: RecordKind) -> Record {
        var record = Record(
            id: RecordID(id) ?? folder.caseRecord.id, kind: kind, language: one(of: [.korean, .english]))
        record.entries = entries(FieldCatalogue.fields(of: kind))
        return record
    }

    private mutating func entries(_ fields: [FieldDefinition]) -> Entries {
        var entries = Entries()
        for field in fields {
            entries[field.name] = Entry(
                answer: answer(field), confidentiality: one(of: [.public, .public, .body]))
        }
        return entries
    }

    private mutating func answer(_ field: FieldDefinition) -> Answer<FieldValue> {
        let why: LocalizedText? = one(of: [nil, text()])
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return .unknown(why: why)
        case 1: return Answer.none(why: why)
        case 2: return .refused(why: why)
        case 3: return .withheld(why: why)
        default:
            let count = one(of: [1, 1, 2, 3])
            let preferred = one(of: [nil, Int.random(in: 0..<count, using: &random)])
            let accounts = (0..<count).map { number in
                Account(value: value(field.type), source: one(of: [nil, text()]), isPreferred: number == preferred)
            }
            return Accounts(accounts).map { .given($0) } ?? .notAsked
        }
    }

    private mutating func value(_ type: FieldType) -> FieldValue {
        switch type {
        case .line: .line(words())
        case .text: .text(text())
        case .names: .names(some { $0.name() })
        case .date:
            .date(
                DateStatement(
                    date: date(), words: one(of: [nil, text()]), calendar: one(of: SourceCalendar.allCases),
                    statedYear: one(of: [nil, 1, 4283, 9999])))
        case .age:
            .age(
                AgeStatement(
                    years: one(of: [0, 20, 130]), counting: one(of: AgeStatement.Counting.allCases), at: date()))
        case .place: .place(place())
        case .choice(let codes): .choices([one(of: codes)])
        case .choices(let codes): .choices(some { $0.one(of: codes) })
        case .codes: .choices(some { $0.one(of: ["a", "ko", "element-state", "9-9"]) })
        case .lines: .choices(some { $0.words() })
        case .state: .states([one(of: Self.states)])
        case .states: .states(some { $0.one(of: Self.states) })
        case .reference(let kind): .references([reference(kind)])
        case .references(let kind): .references(some { $0.reference(kind) })
        case .number(let range): .number(one(of: [range.lowerBound, range.upperBound]))
        case .items(let fields): .items(some { Item(entries: $0.entries(fields)) })
        }
    }

    private static let states = ["PRK", "KOR", "JPN"].compactMap { StateCode($0) }

    private mutating func reference(_ kind: RecordKind) -> RecordID {
        let text =
            switch kind {
            case .person: one(of: ["person-zqsubject", "person-zqother", "person-zqthird"])
            case .incident: one(of: ["incident-zqfirst", "incident-zqlast"])
            case .case: one(of: ["case-zq", "case-zqelsewhere"])
            default: "\(kind.rawValue)-zq"
            }
        return RecordID(text) ?? folder.caseRecord.id
    }

    private mutating func words() -> String {
        one(of: ["사람", "a < b & \"c\" > 'd' ]]>", " two  spaces\n\tand a line\r\nend ", "\u{1}\u{FFFE}", "한\u{1F1F0}"])
    }

    private mutating func text() -> LocalizedText {
        LocalizedText(
            original: .init(text: words(), language: one(of: Self.tags)),
            translations: (0..<one(of: [0, 0, 1, 3])).map { _ in
                .init(
                    wording: .init(text: words(), language: one(of: Self.tags)), translator: one(of: [nil, "T-9"]),
                    status: one(of: TranslationStatus.allCases))
            })
    }

    private static let tags = ["ko", "en", "ko-Hani", "zh-Hans", "ko-KP", "und"].compactMap { LanguageTag($0) }

    private mutating func name() -> PersonName {
        PersonName(
            kind: one(of: PersonName.Kind.allCases), script: one(of: PersonName.Script.allCases),
            system: one(of: [nil] + PersonName.RomanisationSystem.allCases), family: one(of: [nil, words()]),
            given: words(), frozenFor: one(of: [[], ["wgeid"], ["secret-channel"]]))
    }

    private mutating func date() -> PartialDate {
        let texts = [
            "1950", "1950-09", "1950-09-30", "195X", "19XX", "1951-21~", "1951-24?", "1950-09-15%", "1969/1970",
            "../1970", "1969-12-11/..", "[..1951-03]", "[1950-06~..]", "[195X..1960]", "195X?",
        ]
        return PartialDate(one(of: texts)) ?? .point(DatePart(year: 1950))
    }

    private mutating func place() -> Place {
        let names = (0..<one(of: [0, 1, 2])).map { _ in
            Place.PlaceName(
                wording: .init(text: words(), language: one(of: Self.tags)), from: one(of: [nil, date()]),
                until: one(of: [nil, date()]))
        }
        let points = [
            nil, Place.Coordinates(latitude: 37.5665, longitude: -126.978, radius: 0.00001),
            Place.Coordinates(latitude: -90, longitude: 180, radius: 20_000),
        ]
        return Place(
            names: names, state: names.isEmpty ? one(of: Self.states) : one(of: [nil] + Self.states),
            coordinates: one(of: points))
    }

    private mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func some<Value>(_ make: (inout FilledCase) -> Value) -> [Value] {
        (0..<one(of: [1, 1, 2])).map { _ in make(&self) }
    }
}
