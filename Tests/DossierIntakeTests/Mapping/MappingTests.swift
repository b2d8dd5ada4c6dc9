import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@Suite("Mappings of lists")
struct MappingTests {
    private func mapping(_ yaml: String) throws -> TableMapping {
        try TableMapping(from: YAMLDocuments(Array(yaml.utf8), file: "m.yaml").documents[0], path: "m.yaml")
    }

    private func problems(_ yaml: String) -> [String] {
        do {
            _ = try mapping(yaml)
            return []
        } catch {
            return (error as? TableMapping.Unusable)?.problems.map {
                "\($0.line) \($0.rule.rawValue) \($0.value) \($0.expected)"
            } ?? ["\(error)"]
        }
    }

    @Test("Every fault is told at once, with its line and the nearest known word")
    func faults() {
        let found = problems(
            """
            source: Kwafu List
            colums: {}
            encoding: euc
            incident: sometimes
            columns:
              이름: person.name
              생일: {to: person.birthDate, formt: serial, calendar: moon, century: 5}
              나이: {to: person.age, at: soon}
              부: {script: hangul}
              사람: case.person
            """)
        for part in [
            "1 badSource Kwafu List", "2 unknownKey colums columns", "3 badWord euc utf-8, utf-16, cp949",
            "4 badIncident sometimes",
            "6 unknownField person.name person.names", "7 unknownKey formt format", "7 badWord moon",
            "7 badWord 5 10…29",
            "8 badWord soon EDTF", "9 missing", "10 unknownField case.person", "badKey",
        ] {
            #expect(found.contains { $0.hasPrefix(part) || $0.contains(part) }, "\(part) in \(found)")
        }
    }

    @Test("A mapping that is written reads back equal")
    func roundTrip() throws {
        let one = try mapping(
            """
            source: kwafu-1951
            title: {ko: 명부, en: List}
            language: ko
            encoding: cp949
            sheet: 명부
            headRow: 3
            key: [권, 번호]
            unknown: [미상, "?"]
            people: [",", "\\\\n"]
            unnamed: keep
            incident: {shared: [사건]}
            constants: {case.stateOfLastSighting: KOR}
            columns:
              권: ignore
              성: {to: person.names, part: family, name: 가}
              이름: {to: person.names, part: given, name: 가, kind: primary}
              영문: {to: person.names, script: latin, system: own}
              생일: [{to: person.birthDate, calendar: lunar, unread: keep}, person.notes]
              나이: {to: person.age, counting: korean, at: "[피랍일]"}
              피랍일: {to: case.lastSeenDate, century: 19, format: serial}
              곳: {to: case.lastSeenPlace, state: KOR, language: ko}
              성별: {to: person.sex, values: {남: male, 여: female}}
              본 날: {to: case.sightings.date, item: 2}
            """)
        let yaml = try #require(CaseFileWriter.yaml(one.plain))
        #expect(try mapping(yaml) == one, "\(yaml)")
    }

    @Test("Columns that the table has not are named, with the nearest that it has")
    func columns() throws {
        let one = try mapping("source: t\nkey: [번호]\ncolumns: {성명: person.names, 나이: {to: person.age, at: \"[피랍일]\"}}")
        let table = try TableReader().table(Array("번호,성 명,나이\n".utf8), path: "list.csv")
        #expect(one.problems(with: table).map(\.value) == ["성명", "피랍일"])
        #expect(one.problems(with: table).first?.expected == "성 명")
    }

    private func proposal(_ csv: String) throws -> MappingProposal {
        let words = try ColumnWords(
            from: try ProjectFolder.templates.document("intake/columns.yaml"), file: "columns.yaml")
        return MappingProposal(
            for: try TableReader().table(Array(csv.utf8), path: "list.csv"), source: "t", words: words)
    }

    private func fields(_ proposal: MappingProposal) -> [String: String] {
        Dictionary(uniqueKeysWithValues: proposal.mapping.columns.map { ($0.name, $0.targets.first?.field.id ?? "") })
    }

    @Test("Headings in Korean are understood, and what is not is left out and told")
    func korean() throws {
        let found = try proposal(
            "번호,피랍자 성명,한자,성별,나이,생년월일,부친,피랍 일자,피랍 장소,경위,쪽수\n1,김철수,金哲洙,남,45,1905,김만복,1950.8,자택,끌려감,3\n")
        #expect(
            fields(found) == [
                "번호": "", "피랍자 성명": "person.names", "한자": "person.names", "성별": "person.sex", "나이": "person.age",
                "생년월일": "person.birthDate", "부친": "person.father", "피랍 일자": "case.lastSeenDate",
                "피랍 장소": "case.lastSeenPlace", "경위": "incident.circumstances", "쪽수": "",
            ])
        #expect(found.mapping.key == ["번호"])
        #expect(found.leftOut == ["쪽수"])
        #expect(found.questions == [.ageDate(column: "나이")])
        #expect(found.mapping.columns.first { $0.name == "성별" }?.targets.first?.values == ["남": "male"])
        #expect(found.mapping.language == .korean)
    }

    @Test("Forms of KoBo and lists of Uwazi: groups, languages, columns that say nothing of anybody")
    func forms() throws {
        let kobo = try proposal("start,victim/full_name,victim/date_of_birth,_uuid\n2026-01-01,Kim,1905-02-03,ab-1\n")
        #expect(
            fields(kobo) == [
                "start": "", "victim/full_name": "person.names", "victim/date_of_birth": "person.birthDate",
                "_uuid": "",
            ])
        #expect(kobo.mapping.key == ["_uuid"])
        let uwazi = try proposal("id,title__en,occupation__ko\nx1,Kim Chol-su,농업\n")
        #expect(uwazi.mapping.columns.last?.targets.first?.language == .korean)
    }

    @Test("The cells tell how dates are written, and what nobody can tell is asked")
    func dates() throws {
        func target(_ cells: [String]) throws -> (TableMapping.Target.DateFormat?, [MappingProposal.Question]) {
            let found = try proposal(
                "no,이름,생년월일\n" + cells.enumerated().map { "\($0.offset),김철수,\($0.element)" }.joined(separator: "\n"))
            return (found.mapping.columns.last?.targets.first?.format, found.questions)
        }
        #expect(try target(["18511", "18512"]).0 == .serial)
        #expect(try target(["19500905", "19500906"]).0 == .compact)
        #expect(try target(["13/2/1950", "5/9/1950"]).0 == .dayFirst)
        #expect(try target(["2/13/1950", "5/9/1950"]).0 == .monthFirst)
        #expect(try target(["2/3/1950", "5/9/1950"]).1 == [.dayOrder(column: "생년월일")])
        #expect(try target(["50.9.5"]).1 == [.century(column: "생년월일")])
    }

    @Test("Rows that no column tells apart are asked about")
    func keys() throws {
        #expect(try proposal("이름,생년월일\n김철수,1905\n김철수,1906\n").mapping.key == ["이름", "생년월일"])
        #expect(try proposal("이름\n김철수\n김철수\n").questions.contains(.key(["이름"])))
        #expect(try proposal("주소\n서울\n").questions.contains(.noNames))
    }
}
