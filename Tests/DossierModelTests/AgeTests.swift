import DossierModel
import Testing

@Suite("Ages, and who was a child")
struct AgeTests {
    private func birth(_ years: Int, _ counting: AgeStatement.Counting, at text: String) throws -> String {
        let age = AgeStatement(years: years, counting: counting, at: try #require(PartialDate(text)))
        let range = try #require(age.birth)
        return "\(range.lowerBound)/\(range.upperBound)"
    }

    @Test("An age by international counting leaves a year of birth dates")
    func international() throws {
        #expect(try birth(20, .international, at: "1950-09-14") == "1929-09-15/1930-09-14")
        #expect(try birth(20, .international, at: "1950") == "1929-01-02/1930-12-31")
    }

    @Test("An age by Korean counting gives the year of birth")
    func korean() throws {
        // One at birth and one more each New Year: twenty in 1950 is born in 1931.
        #expect(try birth(20, .korean, at: "1950-09-14") == "1931-01-01/1931-12-31")
        #expect(try birth(1, .korean, at: "1951-02") == "1951-01-01/1951-12-31")
    }

    @Test("Where the counting is not known, both readings count")
    func unknown() throws {
        #expect(try birth(20, .unknown, at: "1950-09-14") == "1929-09-15/1931-12-31")
    }

    @Test(
        "Whether somebody was under 18 is settled only where every reading agrees",
        arguments: [
            ("1940", "1950-09", Minority.minor), ("1930", "1950-09", .adult), ("1932", "1950-09", .undetermined),
            ("1932-09", "1950-09", .undetermined), ("1932-10", "1950-09", .minor), ("1932-08", "1950-09", .adult),
            ("1932-09-14", "1950-09-14", .adult), ("1932-09-15", "1950-09-14", .minor),
        ])
    func minority(_ born: String, _ event: String, _ expected: Minority) throws {
        let (birth, date) = (try #require(PartialDate(born)), try #require(PartialDate(event)))
        #expect(Minority(birth: birth.days, event: date.days) == expected)
    }

    @Test("Without a date nothing is settled")
    func open() throws {
        let birth = try #require(PartialDate("1940"))
        #expect(Minority(birth: birth.days, event: nil) == .undetermined)
        #expect(Minority(birth: birth.days, event: try #require(PartialDate("1950/..")).days) == .undetermined)
    }

    @Test(
        "Years of other calendars are those of the common era",
        arguments: [
            (SourceCalendar.dangi, 4283, 1950), (.juche, 39, 1950), (.showa, 25, 1950), (.showa, 53, 1978),
            (.taisho, 1, 1912), (.meiji, 43, 1910),
        ])
    func calendars(_ calendar: SourceCalendar, _ stated: Int, _ common: Int) {
        #expect(calendar.commonYear(for: stated) == common)
    }
}
