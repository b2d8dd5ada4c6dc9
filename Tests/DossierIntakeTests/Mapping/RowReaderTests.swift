import DossierIntake
import DossierModel
import Foundation
import Testing

@Suite("The records that rows of a list become")
struct RowReaderTests {
    private func names(_ text: String, _ head: String = "") throws -> [[String]] {
        try ReadList("번호,성명\n1,\(ReadList.quoted(text))\n", "성명: person.names", head).people.map(\.written)
    }

    @Test(
        "A name is divided, and one in brackets is another name of the same person",
        arguments: [
            ("김철수", [["hangul 김 철수"]]), ("김철수(金哲洙)", [["hangul 김 철수", "hanja 金 哲洙"]]),
            ("김철수 （Kim Cholsu）", [["hangul 김 철수", "latin Kim Cholsu"]]), ("철", [["hangul – 철"]]),
            ("김철수".decomposedStringWithCanonicalMapping, [["hangul 김 철수"]]),
        ])
    func bracketed(_ text: String, _ expected: [[String]]) throws { #expect(try names(text) == expected) }

    @Test(
        "A cell that names several people is refused until the mapping says how to tell them apart",
        arguments: ["김가나, 박다라", "김가나、박다라", "김가나·박다라", "김가나\n박다라", "김가나 외 3명", "김가나 및 박다라", "선원 3명"])
    func several(_ text: String) throws {
        let list = try ReadList("번호,성명\n1,\(ReadList.quoted(text))\n", "성명: person.names")
        #expect(list.rules == ["severalPeople"])
        #expect(list.records.isEmpty)
    }

    @Test("With the marks, each is a person of their own, and the words of the list stay with all of them")
    func split() throws {
        let list = try ReadList("번호,성명\n7,\"김철수, 박영희 외 3명\"\n", "성명: person.names", "people: [\",\"]\n")
        #expect(list.rules == [])
        #expect(list.people.map(\.id.text) == ["person-list-7-1", "person-list-7-2"])
        #expect(list.people.map(\.written) == [["hangul 김 철수"], ["hangul 박 영희"]])
        for person in list.people {
            #expect(person[PersonFields.notes].value?.original.text.contains("외 3명") == true)
        }
    }

    @Test("A Latin name that was turned round is one person, not two")
    func inverted() throws {
        #expect(try ReadList("번호,성명\n1,\"Kim, Chol-su\"\n", "성명: person.names").people.count == 1)
    }

    @Test("Family name and given name of two columns are one name")
    func twoColumns() throws {
        let list = try ReadList(
            "번호,성,명,漢\n1,김,철수,金哲洙\n2,박,,\n",
            "성: {to: person.names, part: family}\n명: {to: person.names, part: given}\n漢: person.names")
        #expect(list.rules == [])
        #expect(list.people.map(\.written) == [["hangul 김 철수", "hanja 金 哲洙"], ["hangul 박 –"]])
    }

    @Test("A row in which nobody is named is refused, or kept when the mapping says so or the list says unknown")
    func unnamed() throws {
        #expect(try ReadList("번호,성명\n1,\n", "성명: person.names").rules == ["nobody"])
        #expect(try ReadList("번호,성명\n1,\n", "성명: person.names", "unnamed: keep\n").people.count == 1)
        let unknown = try ReadList("번호,성명\n1,미상\n", "성명: person.names", "unknown: [미상]\n")
        #expect(unknown.rules == [])
        #expect(unknown.people.first?.written == [])
    }

    @Test("Zeros in front of a key stay, and tell rows apart")
    func leadingZeros() throws {
        let list = try ReadList("번호,성명\n007,김가나\n7,박다라\n", "성명: person.names")
        #expect(list.people.map(\.id.text) == ["person-list-007", "person-list-7"])
    }

    @Test(
        "No id holds a name: a key that is none of numbers and codes stands as a hash",
        arguments: ["김철수", "kimcholsu", "Kim Chol-su 3", "kim_1", "金1", String(repeating: "1", count: 25)])
    func hashed(_ key: String) throws {
        let id = try ReadList("번호,성명\n\(key),김가나\n", "성명: person.names").only(.person).id.text
        #expect(id.wholeMatch(of: /person-list-x[a-z0-9]{13}/) != nil, "\(id)")
    }

    @Test("A key of several columns is one hash, and no two of them run together")
    func composed() throws {
        let list = try ReadList(
            "성명,생년\n김가,1931\n김,가1931\n", "성명: person.names", "key: [성명, 생년]\n")
        #expect(Set(list.people.map(\.id)).count == 2)
    }

    @Test("A row without a key, and a key that is there twice, are refused with where the first one stands")
    func keys() throws {
        let list = try ReadList("번호,성명\n,김가나\n2,박다라\n2,이마바\n", "성명: person.names")
        #expect(list.rules == ["noKey", "repeatedKey"])
        #expect(list.reading.findings.map(\.row) == [2, 4])
        #expect(list.reading.findings.last?.expected == "3")
    }

    @Test("Words that the list has for unknown are no values")
    func unknown() throws {
        let list = try ReadList.cell("미상", "person.birthDate", "unknown: [미상, \"-\"]\n")
        let answer = try list.only(.person)[PersonFields.birthDate]
        #expect(answer.value == nil)
        #expect(!answer.isNotAsked)
    }

    @Test("A cell that cannot be read refuses the row, or stays in its words where the mapping says keep")
    func unread() throws {
        #expect(try ReadList.cell("봄에", "person.birthDate").rules == ["unreadDate"])
        let kept = try ReadList.cell("봄에", "{to: person.birthDate, unread: keep}").only(.person)
        #expect(kept[PersonFields.birthDate].why?.original.text == "봄에")
    }

    @Test("Words of the list become words of the catalogue, and others are refused with those that are known")
    func values() throws {
        let target = "{to: person.sex, values: {남: male, 여: female}}"
        #expect(try ReadList.cell("여", target).only(.person)[PersonFields.sex].value == "female")
        #expect(try ReadList.cell("male", target).only(.person)[PersonFields.sex].value == "male")
        let refused = try ReadList.cell("나", target)
        #expect(refused.rules == ["notInValues"])
        #expect(refused.reading.findings.first?.expected.contains("남") == true)
        #expect(try !ReadList.cell("남", "person.sex").rules.isEmpty)
    }

    @Test("Items are put together out of several columns, one item a number")
    func items() throws {
        let list = try ReadList(
            "번호,성명,군번,주민,본날,본날2\n1,김가나,0012,X-9,1952,1953\n",
            "성명: person.names\n군번: person.identityDocuments.number\n주민: {to: person.identityDocuments.number, item: 2}\n"
                + "본날: case.sightings.date\n본날2: {to: case.sightings.date, item: 2}")
        #expect(list.rules == [])
        let documents = try list.only(.person)[PersonFields.identityDocuments].value ?? []
        #expect(documents.map { $0[IdentityDocumentFields.number].value } == ["0012", "X-9"])
        guard case .items(let sightings) = try list.only(.case).entries["sightings"]?.answer.value else {
            Issue.record("no sightings")
            return
        }
        #expect(sightings.count == 2)
    }

    @Test("Two columns for one field are two accounts of it, and the title of the list is their source")
    func accounts() throws {
        let list = try ReadList(
            "번호,성명,생년,생일\n1,김가나,1931,1932-01\n", "성명: person.names\n생년: person.birthDate\n생일: person.birthDate",
            "title: {ko: 지어낸 명부, en: An invented list}\n")
        let accounts = try list.only(.person)[PersonFields.birthDate].accounts
        #expect(accounts.map(\.value.date.edtf) == ["1931", "1932-01"])
        #expect(accounts.map { $0.source?.original.text } == ["지어낸 명부", "지어낸 명부"])
    }

    @Test("Constants stand in every row")
    func constants() throws {
        let list = try ReadList(
            "번호,성명\n1,김가나\n2,박다라\n", "성명: person.names", "constants: {person.sex: male, person.nationalities: KOR}\n")
        #expect(list.people.count == 2)
        #expect(list.people.allSatisfy { $0[PersonFields.sex].value == "male" })
    }

    @Test("An incident is of one row, of all rows that say the same, or one that is there already")
    func incidents() throws {
        let csv = "번호,성명,사건\n1,김가나,제1\n2,박다라,제1\n3,이마바,제2\n4,최사아,\n"
        let columns = "성명: person.names\n사건: incident.title"
        let counts = { (list: ReadList) in
            (list.records.count { $0.kind == .incident }, list.records.count { $0.kind == .case })
        }
        #expect(try counts(ReadList(csv, columns)) == (3, 3))
        let shared = try ReadList(csv, columns, "incident: {shared: [사건]}\n")
        #expect(counts(shared) == (2, 3))
        let cases = shared.records.filter { $0.kind == .case }
        #expect(cases[0][CaseFields.incident].value == cases[1][CaseFields.incident].value)
        #expect(cases[0][CaseFields.incident].value != cases[2][CaseFields.incident].value)
        let known = try ReadList(csv, "성명: person.names", "incident: {existing: incident-x1}\n")
        #expect(counts(known) == (0, 4))
        #expect(known.records.allSatisfy { $0.kind != .case || $0[CaseFields.incident].value?.text == "incident-x1" })
    }

    @Test("Text that no record takes is refused by the row and the column in which it stands")
    func forbiddenText() throws {
        let list = try ReadList.cell("a\u{202E}b", "person.notes")
        #expect(list.reading.findings.map(\.column) == ["칸"])
        #expect(list.reading.findings.map(\.row) == [2])
    }

    @Test("However the rows fall among the cores, records and findings stand in the order of the rows")
    func order() throws {
        let rows = (1...3_000).map { "\($0),김가나,\($0 % 700 == 0 ? "봄에" : "1931")" }.joined(separator: "\n")
        let read = { try ReadList("번호,성명,생년\n\(rows)\n", "성명: person.names\n생년: person.birthDate") }
        let first = try read()
        #expect(first.reading.rows.map(\.key) == (1...3_000).map(String.init))
        #expect(first.reading.findings.map(\.row) == [701, 1_401, 2_101, 2_801])
        let second = try read()
        #expect(first.records == second.records)
        #expect(first.reading.findings == second.reading.findings)
    }

    @Test("Files that a row names are told apart, whatever becomes of the rest of the row")
    func files() throws {
        let list = try ReadList(
            "번호,성명,파일,첨부\n1,김가나,편지.jpg,\"a.png| b.png |\n두 줄.wav\"\n2,김다라,,\n", "성명: person.names\n파일: ignore",
            "files: [파일, 첨부]")
        #expect(list.rules == [])
        #expect(list.reading.rows.map { $0.files.map(\.name) } == [["편지.jpg", "a.png", "b.png", "두 줄.wav"], []])
        #expect(list.reading.rows[0].files.map(\.column) == ["파일", "첨부", "첨부", "첨부"])
    }
}
