import DossierIntake
import DossierModel
import Testing

/// Each rule of reading is provoked by a few lines, and found in its place: `←` in the text marks the expected line.
@Suite("What cannot be taken in")
struct FindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var rule: RecordFinding.Rule
        var path: String
        var yaml: String
        var testDescription: String { "\(rule.rawValue) at \(path)" }

        init(_ rule: RecordFinding.Rule, at path: String, _ yaml: String) {
            self.rule = rule
            self.path = path
            self.yaml = yaml
        }
    }

    private static let person = "record: person\nid: person-a\n"

    static let all: [Case] = [
        Case(.unknownKey, at: "person.occupaton", person + "occupaton: a #←"),
        Case(
            .unknownKey, at: "person.names[1].famly",
            person + "names:\n  - script: latin\n    given: a\n    famly: b #←"),
        Case(
            .unknownKey, at: "case.sightings[2].wen",
            "record: case\nid: case-a\nsightings:\n  - date: 1950\n  - wen: 1951 #←"),
        Case(.repeatedKey, at: "person.sex", person + "sex: male\nsex: male #←"),
        Case(.missingKey, at: "person", "record: person #←\nsex: male"),
        Case(.missingKey, at: "", "id: person-a #←"),
        Case(.unknownKind, at: "", "record: persn #←\nid: person-a"),
        Case(.notARecord, at: "", "- a #←"),
        Case(.badID, at: "person.id", "record: person\nid: Person A #←"),
        Case(.wrongType, at: "person.sex", person + "sex: {a: b} #←"),
        Case(
            .wrongType, at: "person.names[1]", person + "names: Kim #←".replacing("names: Kim", with: "names:\n  - Kim")
        ),
        Case(.emptyValue, at: "person.occupation", person + "occupation: \"  \" #←"),
        Case(.emptyValue, at: "person.nationalities", person + "nationalities: [] #←"),
        Case(.controlCharacter, at: "person.occupation", person + "occupation: \"a\\u0001\" #←"),
        Case(.controlCharacter, at: "person.occupation.en", person + "occupation: {en: \"a\u{2066}b\"} #←"),
        Case(.notNormalised, at: "person.occupation", person + "occupation: \"\u{1112}\u{1161}\u{11AB}\" #←"),
        Case(
            .badLanguage, at: "person.occupation.original.lang",
            person + "occupation: {original: {lang: Korean, text: a}} #←"),
        Case(.notEDTF, at: "person.birthDate", person + "birthDate: 1950-02-30 #←"),
        Case(.notEDTF, at: "person.birthDate.edtf", person + "birthDate: {edtf: soon} #←"),
        Case(
            .yearMismatch, at: "person.birthDate",
            person + "birthDate: {edtf: 1951, calendar: juche, statedYear: 39} #←"),
        Case(.badState, at: "person.nationalities[2]", person + "nationalities: [PRK, Korea] #←"),
        Case(.notAChoice, at: "person.sex", person + "sex: man #←"),
        Case(.notAChoice, at: "person.sex.confidentiality", person + "sex: {value: male, confidentiality: secret} #←"),
        Case(.badCode, at: "consent.recipients", "record: consent\nid: consent-a\nrecipients: WGEID #←"),
        Case(.badNumber, at: "case.pregnantMonths", "record: case\nid: case-a\npregnantMonths: 12 #←"),
        Case(.badNumber, at: "person.age.years", person + "age: {years: old, at: 1950} #←"),
        Case(
            .badCoordinates, at: "person.birthPlace.coordinates",
            person + "birthPlace: {en: a, coordinates: {latitude: 91, longitude: 0, radius: 1}} #←"),
        Case(.nameWithoutParts, at: "person.names[1]", person + "names: [{script: hangul}] #←"),
        Case(
            .severalPreferred, at: "person.sex.accounts",
            person + "sex: {accounts: [{value: male, preferred: \"yes\"}, {value: female, preferred: \"yes\"}]} #←"),
        Case(.aliasRefused, at: "", person + "notes: &a b\nminority: *a #←"),
        Case(.syntax, at: "", person + "\tnotes: b #←"),
        Case(.tooDeep, at: "", person + "notes: \(String(repeating: "[", count: 40)) #←"),
    ]

    @Test("Each is found on its line, with its path, and nothing else is", arguments: all)
    func each(_ example: Case) throws {
        let reading = CaseFileReader().read(Array(example.yaml.utf8), file: "a.yaml")
        let lines = example.yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = try #require(lines.firstIndex { $0.contains("←") }) + 1
        let found = reading.findings.filter { $0.rule == example.rule }
        #expect(found.map(\.path) == [example.path], "\(reading.findings)")
        #expect(found.map(\.line) == [marked], "\(reading.findings)")
    }

    @Test("Every rule is provoked by some test")
    func complete() {
        let elsewhere: Set<RecordFinding.Rule> = [
            // The whole file, or several records: tried below and on the built program.
            .unreadableFile, .fileTooLarge, .notUTF8, .binaryContent, .noRecords, .duplicateID, .unknownReference,
            .wrongReferenceKind,
            // Of files of other programs: EditionRoundTripTests and FollowTheMoneyReaderTests.
            .notInSchema, .notAnEntity,
        ]
        let tried = Set(Self.all.map(\.rule)).union(elsewhere)
        #expect(Set(RecordFinding.Rule.allCases).subtracting(tried) == [])
    }

    @Test("A mistyped word is answered with the nearest known one")
    func nearest() {
        let reading = CaseFileReader().read(Array((Self.person + "ocupation: a").utf8), file: "a.yaml")
        #expect(reading.findings.first?.expected == "occupation")
        let far = CaseFileReader().read(Array((Self.person + "zzzzzzzzzz: a").utf8), file: "a.yaml")
        #expect(far.findings.first?.expected == "")
    }

    @Test("All that is wrong in a file is found at once, and what is right is not")
    func together() {
        let yaml = """
            record: person
            id: person-a
            sex: man
            birthDate: 1950-02-30
            ---
            record: incident
            id: incident-a
            date: 1950-09
            plce: here
            """
        let rules = CaseFileReader().read(Array(yaml.utf8), file: "a.yaml").findings.map(\.rule)
        #expect(rules == [.notAChoice, .notEDTF, .unknownKey])
    }

    @Test("Bytes that are no text are told by kind, and with their line")
    func bytes() {
        func rule(_ bytes: [UInt8]) -> [String] {
            CaseFileReader().read(bytes, file: "a").findings.map { "\($0.rule.rawValue):\($0.line)" }
        }
        #expect(rule(Array("a: b\nc: ".utf8) + [0xFF]) == ["notUTF8:2"])
        #expect(rule([0xFF, 0xFE, 0x72, 0x00]) == ["binaryContent:1"])
        #expect(rule([]) == ["noRecords:0"])
        #expect(rule(Array("# only a comment\n".utf8)) == ["noRecords:0"])
        #expect(rule(Array(repeating: 0x61, count: YAMLDocuments.sizeLimit + 1)) == ["fileTooLarge:0"])
        #expect(CaseFileReader().read(paths: ["/nowhere.yaml"]).findings.map(\.rule) == [.unreadableFile])
    }

    @Test("A hundred thousand keys, and a bomb of aliases, take no time", .timeLimit(.minutes(1)))
    func hostile() {
        let keys = Self.person + (0..<100_000).map { "k\($0): v\n" }.joined()
        #expect(CaseFileReader().read(Array(keys.utf8), file: "a").findings.count == 100_000)
        var bomb = Self.person + "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, earlier) in zip("bcdefghi", "abcdefgh") {
            bomb += "\(name): &\(name) [\(Array(repeating: "*\(earlier)", count: 9).joined(separator: ", "))]\n"
        }
        let findings = CaseFileReader().read(Array(bomb.utf8), file: "a").findings
        #expect(findings.filter { $0.rule == .aliasRefused }.count == 72)
    }

    @Test("References are checked against the import and the library")
    func references() throws {
        let yaml = """
            record: case
            id: case-a
            person: person-a
            incident: person-b
            linkedCases: [{case: case-z}]
            """
        let records = CaseFileReader().read(Array(yaml.utf8), file: "a.yaml").records
        let findings = ReferenceCheck.findings(in: records + records) { $0.text == "person-b" ? .person : nil }
        let told = Set(findings.map { "\($0.rule.rawValue) \($0.path) \($0.line)" })
        #expect(
            told == [
                "duplicateID case 1", "unknownReference case.person 3", "wrongReferenceKind case.incident 4",
                "unknownReference case.linkedCases.case 5",
            ])
    }
}
