import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@Suite("Mappings of lists")
struct MappingReaderTests {
    private func problems(_ yaml: String) throws -> [TableMapping.Problem] {
        do {
            _ = try ReadList.mapping(yaml: yaml)
            return []
        } catch let error as TableMapping.Unusable {
            return error.problems
        }
    }

    @Test("Every fault of a mapping is told at once, with its line and with what would be right")
    func faults() throws {
        let found = try problems(
            """
            source: Liste A
            language: "?"
            encoding: latin1
            headRow: 0
            sorce: x
            incident: every
            unnamed: maybe
            constants:
              person.sexx: male
              person.nationalities: [KOR, PRK]
            columns:
              성명: person.name
              나이: {to: person.age, at: somewhen}
              생년: {too: person.birthDate}
              날: {to: person.birthDate, format: serail, century: 9, calendar: mayan}
              비고: {to: person.notes, language: "?", item: 0}
              주소: {to: person.residence, state: Nowhere}
              성별: {to: person.sex, values: male}
            """)
        let told = found.map { "\($0.line) \($0.rule.rawValue) \($0.value)" }
        for expected in [
            "1 badSource Liste A", "2 badWord ?", "3 badWord latin1", "4 badWord 0", "5 unknownKey sorce",
            "6 badIncident every", "7 badWord maybe", "9 unknownField person.sexx", "10 badWord ",
            "12 unknownField person.name", "13 badWord somewhen", "14 unknownKey too", "14 missing ",
            "15 badWord serail", "15 badWord 9", "15 badWord mayan", "16 badWord ?", "16 badWord 0",
            "17 badWord Nowhere", "18 badWord male",
        ] { #expect(told.contains(expected), "\(expected) in \(told)") }
        #expect(found.contains { $0.rule == .badKey })
        #expect(found.first { $0.value == "person.name" }?.expected == "person.names")
        #expect(found.first { $0.value == "sorce" }?.expected == "source")
    }

    @Test("A mapping without source, key or columns is refused", arguments: ["language: ko", "a", "[]", "{}"])
    func nothing(_ yaml: String) throws {
        let rules = Set(try problems(yaml).map(\.rule))
        #expect(rules.isSuperset(of: [.missing, .badKey]))
    }

    @Test(
        "No column goes to a field that points to another record",
        arguments: ["case.person", "case.sightings", "person.names.x", "consent.by", "", "person"])
    func pointing(_ path: String) throws {
        #expect(throws: (any Error).self) { try ReadList.mapping("성명: \"\(path)\"") }
    }

    /// Mappings of every kind.
    private static let mappings = [
        "source: a\nkey: x\ncolumns: {x: ignore}",
        "source: a-1\ntitle: 지어낸 명부\nlanguage: ko\nencoding: cp949\nsheet: \"1\"\nheadRow: 3\nkey: [x, \"y: z\"]\ncolumns: {x: person.names}",
        "source: a\ntitle: {en: A, ko: 가}\nlanguage: en\nkey: x\nunknown: [\"?\", \"-\", \"\", \"no\"]\npeople: [\",\", \"\\n\"]\n"
            + "unnamed: keep\nincident: {shared: [x, y]}\nconstants: {person.sex: male, case.underAge: \"no\"}\ncolumns: {x: person.names}",
        "source: a\nkey: x\nincident: {existing: incident-a}\ncolumns:\n"
            + "  x: {to: person.names, part: family, name: n, script: hanja, kind: alias, system: dprk}\n"
            + "  y: [person.notes, {to: person.birthDate, format: day-first, calendar: lunar, century: 19, unread: keep}]\n"
            + "  \"no\": {to: case.sightings.date, item: 2}\n"
            + "  \"# z\": {to: person.age, at: \"[y]\", counting: korean}\n"
            + "  w: {to: person.residence, language: en, state: KOR}\n"
            + "  v: {to: person.sex, values: {남: male, \"1\": male, \"~\": female, \"null\": other, \" \": \"\"}}",
        "source: a\nkey: x\ncolumns:\n  x: person.names\n  ? \"\(String(repeating: "긴 질문 ", count: 300))\"\n  : person.notes\n",
        "source: a\nkey: x\nfiles: [x, y]\nparent: {sheet: 본표, key: _index, by: _parent_index}\ncolumns: {x: ignore}",
        "source: a\nkey: x\nparent: {file: main.csv, key: KEY, by: PARENT_KEY}\ncolumns: {x: ignore}",
        "source: a\nkey: x\ncolumns:\n  x: person.names\n  \"\(String(repeating: "q", count: 200))\": person.notes\n",
    ]

    @Test("What is written of a mapping is read back as it was", arguments: mappings.indices)
    func roundTrip(_ index: Int) throws {
        let mapping = try ReadList.mapping(yaml: Self.mappings[index])
        #expect(try TableMapping(from: mapping.plain, path: "again") == mapping)
        let yaml = try #require(CaseFileWriter.yaml(mapping.plain))
        #expect(try ReadList.mapping(yaml: yaml) == mapping, "\(yaml)")
    }

    @Test("Random mappings are read back as they were")
    func randomRoundTrip() throws {
        var random = SeededRandom(seed: 7)
        let words = [
            "a", "성명", "no", "1", "~", "x: y", "# z", "- q", "", "\"", "'", " b", "漢", "[c]", "{d}", "a,b", "*", "&e",
            "!",
            "%", "@", "0x1F", "1e3", "null",
        ]
        for _ in 0..<200 {
            let word = { words[Int.random(in: 0..<words.count, using: &random)] }
            let columns = Set((0..<6).map { _ in word() }).sorted().map { name in
                var targets: [TableMapping.Target] = []
                for _ in 0..<Int.random(in: 0..<3, using: &random) {
                    guard var target = ReadList.target(index: Int.random(in: 0..<1_000, using: &random)) else {
                        continue
                    }
                    target.name = word()
                    for _ in 0..<2 { target.values[word()] = word() }
                    target.item = Int.random(in: 1...100, using: &random)
                    target.at = ["", "1950", "[성명]"].randomElement(using: &random) ?? ""
                    target.format = TableMapping.Target.DateFormat.allCases.randomElement(using: &random) ?? .spoken
                    targets.append(target)
                }
                return TableMapping.Column(name: name, targets: targets)
            }
            var mapping = TableMapping(source: "list", language: .english, columns: columns)
            mapping.key = [word(), "번호"]
            mapping.unknown = [word(), word()]
            mapping.files = [word()]
            let yaml = try #require(CaseFileWriter.yaml(mapping.plain))
            #expect(try ReadList.mapping(yaml: yaml) == mapping, "\(yaml)")
        }
    }

    @Test("Columns that the table has not are named once each, with the nearest that it has")
    func missingColumns() throws {
        let mapping = try ReadList.mapping(
            yaml: "source: a\nkey: [번호, 성명]\nincident: {shared: [사건]}\ncolumns:\n  성명: person.names\n"
                + "  occupaton: person.occupation\n  나이: {to: person.age, at: \"[날]\"}\n")
        let problems = mapping.problems(with: Table(columns: ["성명", "occupation", "나이"], rows: []))
        #expect(problems.map(\.value) == ["occupaton", "번호", "사건", "날"])
        #expect(problems.allSatisfy { $0.rule == .noSuchColumn })
        #expect(problems.first?.expected == "occupation")
        #expect(
            mapping.problems(with: Table(columns: ["번호", "성명", "occupaton", "나이", "사건", "날"], rows: [])) == [])
    }
}

extension ReadList {
    /// Any field that a column may go to.
    static func target(index: Int) -> TableMapping.Target? {
        let fields = FieldCatalogue.all
        let path = fields[index % fields.count].id
        return try? mapping("성명: \(path)").columns.first?.targets.first
    }
}
