import DossierIntake
import DossierModel
import Foundation
import Testing

@Suite("Rows of a list")
struct RowTests {
    private func list(_ more: String = "", rows: [String]) -> ListReading {
        ListReading(
            mapping: """
                source: t
                language: ko
                key: [no]
                \(more)
                columns:
                  no: ignore
                  이름: person.names
                  한자: {to: person.names, script: hanja}
                  피랍일: case.lastSeenDate
                  사건: incident.title
                """, rows: ["no,이름,한자,피랍일,사건"] + rows)
    }

    @Test("A row becomes a person, and a case and an incident where columns tell of them")
    func kinds() throws {
        let records = try list(rows: ["1,김철수,金哲洙,1950-08,납치", "2,박영희,,,"]).records()
        #expect(
            records.map(\.id.text)
                == ["person-t-1", "incident-t-1", "case-t-1", "person-t-2"].sorted { one, other in
                    let order = records.map(\.id.text)
                    return (order.firstIndex(of: one) ?? 9) < (order.firstIndex(of: other) ?? 9)
                })
        let person = try #require(records.first { $0.id.text == "person-t-1" })
        let names = person[PersonFields.names].value ?? []
        #expect(names.map(\.joined) == ["김철수", "金哲洙"])
        #expect(names.allSatisfy { $0.kind == .asListed })
        let found = try #require(records.first { $0.kind == .case })
        #expect(found[CaseFields.person].value?.text == "person-t-1")
        #expect(found[CaseFields.incident].value?.text == "incident-t-1")
        #expect(found.origin?.line == 2)
    }

    @Test("Rows that say the same of an incident share it, or all have one that is in the library")
    func incidents() throws {
        let shared = try list("incident: {shared: [사건]}", rows: ["1,김철수,,,화물선", "2,박영희,,,화물선", "3,최은희,,,여객선"]).records()
        #expect(shared.count { $0.kind == .incident } == 2)
        #expect(Set(shared.filter { $0.kind == .case }.compactMap { $0[CaseFields.incident].value }).count == 2)
        let existing = try list("incident: {existing: incident-war}", rows: ["1,김철수,,,"]).records()
        #expect(existing.first { $0.kind == .case }?[CaseFields.incident].value?.text == "incident-war")
    }

    @Test("Several people in a cell are refused, or told apart as the mapping says, and its words stay")
    func several() throws {
        let rows = ["1,\"김철수, 박영희 외 3명\",,1950-08,"]
        #expect(try list(rows: rows).findings() == ["2 이름 severalPeople"])
        let records = try list("people: [\",\"]", rows: rows).records()
        let people = records.filter { $0.kind == .person }
        #expect(people.map(\.id.text) == ["person-t-1-1", "person-t-1-2"])
        #expect(people.compactMap { $0[PersonFields.names].value?.first?.joined } == ["김철수", "박영희"])
        #expect(people.allSatisfy { $0[PersonFields.notes].value?.original.text == "이름: 김철수, 박영희 외 3명" })
        #expect(records.filter { $0.kind == .case }.count == 2)
    }

    @Test("Names in brackets are further names of one person; an inverted Latin name is one")
    func brackets() throws {
        let person = try list(rows: ["1,김철수(金哲洙),,,"]).person()
        #expect(person[PersonFields.names].value?.map(\.script) == [.hangul, .hanja])
        #expect(try list(rows: ["1,\"Kim, Chol-su\",,,"]).findings() == [])
    }

    @Test("Nobody named, no key and a key that stands twice are told")
    func keys() throws {
        #expect(
            try list(rows: ["1,,,,", ",김철수,,,", "2,박영희,,,", "2,최은희,,,"]).findings() == [
                "2  nobody", "3 no noKey", "5 no repeatedKey",
            ])
        #expect(try list("unnamed: keep", rows: ["1,,,1950-08,"]).findings() == [])
    }

    @Test("A key that is no number is hashed, so that no name gets into an id; the same row has the same id")
    func hashed() throws {
        var list = list(rows: ["1,김철수,,,", "2,KimChol,,,"])
        list.mapping = list.mapping.replacing("key: [no]", with: "key: [이름]")
        let ids = try list.records().map(\.id.text)
        #expect(ids.allSatisfy { !$0.contains("kim") && $0.hasPrefix("person-t-x") })
        #expect(try list.records().map(\.id.text) == ids)
    }

    @Test("Decomposed Hangul, as some computers write it, is composed")
    func decomposed() throws {
        let person = try list(rows: ["1,\("김철수".decomposedStringWithCanonicalMapping),,,"]).person()
        #expect(person[PersonFields.names].value?.first?.given == "철수")
    }

    @Test("Two columns of one field stand side by side, with the list as their source")
    func accounts() throws {
        let list = ListReading(
            mapping: """
                source: t
                title: {ko: 시험 명부}
                language: ko
                key: [no]
                constants: {case.stateOfLastSighting: KOR}
                columns: {no: ignore, 이름: person.names, 주소: person.residence, 옛주소: person.residence}
                """, rows: ["no,이름,주소,옛주소", "1,김철수,서울,개성"])
        let accounts = try list.person()[PersonFields.residence].accounts
        #expect(accounts.map { $0.value.names.first?.wording.text } == ["서울", "개성"])
        #expect(accounts.allSatisfy { $0.source?.original.text == "시험 명부" })
        #expect(try list.records().first { $0.kind == .case }?[CaseFields.stateOfLastSighting].value?.text == "KOR")
    }

    @Test("A thousand rows are read in their order, whatever core read them")
    func order() throws {
        let rows = (1...1_000).map { "\($0),김철수,,1950-08," }
        let reading = try list(rows: rows).reading()
        #expect(reading.rows.map(\.number) == Array(2...1_001))
        #expect(reading.records.count == 2_000)
    }
}
