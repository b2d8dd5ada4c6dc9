import DossierIntake
import DossierModel
import Testing

@Suite("Cells of a list")
struct CellTests {
    private static let dates: [(cell: String, target: String, edtf: String, calendar: SourceCalendar)] = [
        ("1950-09", "person.birthDate", "1950-09", .gregorian),
        ("1950년 9월 5일", "person.birthDate", "1950-09-05", .gregorian),
        ("19500905", "person.birthDate", "1950-09-05", .gregorian),
        ("19500900", "{to: person.birthDate, format: compact}", "1950-09", .gregorian),
        ("19500000", "{to: person.birthDate, format: compact}", "1950", .gregorian),
        ("단기 4283년", "person.birthDate", "1950", .dangi),
        ("4283.9.10", "{to: person.birthDate, calendar: dangi}", "1950-09-10", .dangi),
        ("1950-09", "{to: person.birthDate, calendar: dangi}", "1950-09", .gregorian),
        ("18511", "{to: person.birthDate, format: serial}", "1950-09-05", .gregorian),
        ("1950년 가을", "{to: person.birthDate, format: serial}", "1950-23", .gregorian),
        ("5/9/1950", "{to: person.birthDate, format: day-first}", "1950-09-05", .gregorian),
        ("9/5/1950", "{to: person.birthDate, format: month-first}", "1950-09-05", .gregorian),
        ("50.9.5", "{to: person.birthDate, century: 19}", "1950-09-05", .gregorian),
        ("1950-09-05T00:00:00.000+09:00", "person.birthDate", "1950-09-05", .gregorian),
    ]

    @Test("Dates are read as the mapping says, and what the list wrote stays beside them", arguments: dates.indices)
    func date(_ index: Int) throws {
        let (cell, target, edtf, calendar) = Self.dates[index]
        let found = try #require(try ListReading.one(cell, target).person()[PersonFields.birthDate].value)
        #expect(found.date.edtf == edtf)
        #expect(found.calendar == calendar)
        if cell != edtf { #expect(found.words?.original.text == cell) }
    }

    private static let faults: [(cell: String, target: String, rule: String)] = [
        ("18511", "person.birthDate", "excelSerial"), ("50.9.5", "person.birthDate", "twoDigitYear"),
        ("3/5/1950", "person.birthDate", "ambiguousDay"), ("4283.9.10", "person.birthDate", "eraYear"),
        ("언젠가", "person.birthDate", "unreadDate"), ("1950-02-30", "person.birthDate", "unreadDate"),
        ("19501399", "{to: person.birthDate, format: compact}", "unreadDate"),
        ("45", "person.age", "ageWithoutDate"), ("노인", "{to: person.age, at: 1950}", "unreadAge"),
        ("200", "{to: person.age, at: 1950}", "unreadAge"), ("X", "{to: person.sex, values: {남: male}}", "notInValues"),
        ("남", "person.sex", "notAChoice"),
    ]

    @Test("What cannot be read for certain is told with row, column and rule", arguments: faults.indices)
    func fault(_ index: Int) throws {
        let (cell, target, rule) = Self.faults[index]
        #expect(try ListReading.one(cell, target).findings() == ["2 x \(rule)"])
    }

    @Test("A cell that cannot be read may stay as the reason for which nobody knows")
    func unread() throws {
        let person = try ListReading.one("언젠가", "{to: person.birthDate, unread: keep}").person()
        guard case .unknown(let why) = person[PersonFields.birthDate] else {
            Issue.record("\(person)")
            return
        }
        #expect(why?.original.text == "언젠가")
    }

    @Test("Words for “not known” are an answer, and empty cells are none")
    func unknown() throws {
        let person = try ListReading.one("미상", "person.birthDate", unknown: "[미상]").person()
        #expect(person[PersonFields.birthDate] == .unknown(why: nil))
        #expect(try ListReading.one("", "person.birthDate").person()[PersonFields.birthDate].isNotAsked)
    }

    @Test("Ages keep how they were counted, and when they were so")
    func ages() throws {
        let korean = try ListReading.one("45세", "{to: person.age, counting: korean, at: 1950}").person()
        #expect(korean[PersonFields.age].value == AgeStatement(years: 45, counting: .korean, at: try edtf("1950")))
        let international = try ListReading.one("만 45세", "{to: person.age, counting: korean, at: 1950}").person()
        #expect(international[PersonFields.age].value?.counting == .international)
        var list = ListReading.one("45", "{to: person.age, at: \"[때]\"}")
        list.mapping = list.mapping.replacing("columns: {", with: "columns: {때: case.lastSeenDate, ")
        list.rows = ["no,이름,x,때", "1,김철수,45,1950년 8월"]
        #expect(try list.person()[PersonFields.age].value?.at.edtf == "1950-08")
    }

    @Test("Leading zeros stay, and several columns of one item are put together")
    func numbers() throws {
        let list = ListReading(
            mapping: """
                source: t
                key: [no]
                columns:
                  no: ignore
                  이름: person.names
                  번호: person.identityDocuments.number
                  종류: person.identityDocuments.type
                """, rows: ["no,이름,번호,종류", "0007,김철수,001234-0,도민증"])
        let person = try list.person("0007")
        let documents = person[PersonFields.identityDocuments].value ?? []
        #expect(documents.count == 1)
        #expect(documents.first?[IdentityDocumentFields.number].value == "001234-0")
        #expect(documents.first?[IdentityDocumentFields.type].value?.original.text == "도민증")
    }

    private func edtf(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
}
