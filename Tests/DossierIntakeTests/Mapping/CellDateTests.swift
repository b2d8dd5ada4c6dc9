import DossierIntake
import DossierModel
import Testing

@Suite("Dates in the cells of lists")
struct CellDateTests {
    private func date(_ text: String, _ options: String = "") throws -> String {
        let list = try ReadList.cell(text, "{to: person.birthDate\(options.isEmpty ? "" : ", \(options)")}")
        guard list.rules.isEmpty else { return list.rules.joined(separator: " ") }
        guard let value = try list.only(.person)[PersonFields.birthDate].value else { return "–" }
        return value.calendar == .gregorian ? value.date.edtf : "\(value.calendar.rawValue) \(value.date.edtf)"
    }

    @Test(
        "Dates are read as people write them",
        arguments: [
            ("1931-04-05", "1931-04-05"), ("1931-04", "1931-04"), ("1931", "1931"), ("1931.4.5", "1931-04-05"),
            ("1931년 4월 5일", "1931-04-05"), ("1931. 4. 5.", "1931-04-05"), ("1931/04/05", "1931-04-05"),
            ("1931-04-05T10:20:30.000+09:00", "1931-04-05"), ("1931-04-05 00:00:00", "1931-04-05"),
            ("  1931-04-05  ", "1931-04-05"), ("1931-04~", "1931-04~"),
        ])
    func spoken(_ text: String, _ expected: String) throws { #expect(try date(text) == expected) }

    @Test(
        "What may be two dates is refused by the name of the doubt, and not guessed",
        arguments: [
            ("3/5/1951", "ambiguousDay"), ("51.3.5", "twoDigitYear"), ("4283.9.10", "eraYear"),
            ("11418", "excelSerial"), ("11418.5", "excelSerial"), ("봄에", "unreadDate"), ("1931-02-30", "unreadDate"),
            ("1931-13-01", "unreadDate"), ("19310230", "unreadDate"),
        ])
    func doubtful(_ text: String, _ rule: String) throws { #expect(try date(text) == rule) }

    @Test(
        "What the mapping says of a column decides",
        arguments: [
            ("11418", "format: serial", "1931-04-05"), ("11418.75", "format: serial", "1931-04-05"),
            ("1931-04-05", "format: serial", "1931-04-05"), ("1931", "format: serial", "1931"),
            ("60", "format: serial", "unreadDate"), ("0", "format: serial", "unreadDate"),
            ("19310405", "format: compact", "1931-04-05"), ("19310400", "format: compact", "1931-04"),
            ("19310000", "format: compact", "1931"), ("19311300", "format: compact", "unreadDate"),
            ("3/5/1951", "format: day-first", "1951-05-03"), ("3/5/1951", "format: month-first", "1951-03-05"),
            ("13/5/1951", "format: month-first", "unreadDate"), ("3/5/51", "format: day-first", "twoDigitYear"),
            ("3/5/51", "format: day-first, century: 19", "1951-05-03"), ("51.3.5", "century: 19", "1951-03-05"),
            ("1951.3.5", "century: 18", "1951-03-05"), ("51", "century: 19", "1951"),
            ("0", "format: unix", "1970-01-01"), ("nan", "format: unix", "unreadDate"),
            ("1e300", "format: unix", "unreadDate"), ("-594345600", "format: unix", "1951-03-03"),
        ])
    func options(_ text: String, _ options: String, _ expected: String) throws {
        #expect(try date(text, options) == expected)
    }

    @Test(
        "Other calendars are told by the mapping or by the cell, and stay beside the date",
        arguments: [
            ("4283.9.10", "calendar: dangi", "dangi 1950-09-10"), ("단기 4283년", "", "dangi 1950"),
            ("주체39", "calendar: juche", "juche 1950"), ("39", "calendar: juche", "juche 1950"),
        ])
    func calendars(_ text: String, _ options: String, _ expected: String) throws {
        #expect(try date(text, options) == expected)
    }

    @Test("A lunar day is marked as one, whether the cell says so or the mapping")
    func lunar() throws {
        let bySaying = try date("음력 1931.3.5")
        #expect(bySaying.hasPrefix("lunar"))
        #expect(try date("1931.3.5", "calendar: lunar") == bySaying)
        #expect(try date("음력 1931.3.5", "calendar: lunar") == bySaying)
    }

    @Test("What the list writes stays in its words beside the date that it was read as")
    func words() throws {
        let value = try ReadList.cell("1931년 4월 5일", "person.birthDate").only(.person)[PersonFields.birthDate].value
        #expect(value?.words?.original.text == "1931년 4월 5일")
    }

    @Test("Hostile cells are refused or read, without harm", .timeLimit(.minutes(1)))
    func hostile() throws {
        for format in ["spoken", "serial", "compact", "day-first", "month-first", "unix"] {
            for text in [
                String(repeating: "1", count: 100_000), String(repeating: "1.", count: 20_000), "３/５/1951", "١٩٣١",
                "1931-04-05T", "\u{202E}1931", "9999999999999999999999", "-0", ".", "음력", "단기", "1/1/0000", "99999",
            ] { _ = try date(text, "format: \(format), century: 19") }
        }
    }
}

@Suite("Ages in the cells of lists")
struct CellAgeTests {
    private func age(_ text: String, _ options: String) throws -> String {
        let list = try ReadList.cell(text, "{to: person.age\(options)}")
        guard list.rules.isEmpty else { return list.rules.joined(separator: " ") }
        guard let age = try list.only(.person)[PersonFields.age].value else { return "–" }
        return "\(age.years) \(age.counting.rawValue) \(age.at.edtf)"
    }

    @Test(
        "An age is read with its way of counting and its date",
        arguments: [
            ("45", ", at: 1950", "45 unknown 1950"), ("45세", ", at: 1950", "45 unknown 1950"),
            ("만 45세", ", at: 1950, counting: korean", "45 international 1950"),
            ("45", ", at: 1950-09, counting: korean", "45 korean 1950-09"), ("45.0", ", at: 1950", "45 unknown 1950"),
            ("45 years old", ", at: 1950", "45 unknown 1950"), ("45歲", ", at: 1950", "45 unknown 1950"),
            ("0", ", at: 1950", "0 unknown 1950"),
        ])
    func ages(_ text: String, _ options: String, _ expected: String) throws {
        #expect(try age(text, options) == expected)
    }

    @Test(
        "What is no age of a person is refused, and so is one without a date",
        arguments: [
            ("45", "", "ageWithoutDate"), ("131", ", at: 1950", "unreadAge"), ("-1", ", at: 1950", "unreadAge"),
            ("마흔", ", at: 1950", "unreadAge"), ("45 또는 46", ", at: 1950", "unreadAge"),
            ("99999999999999999999", ", at: 1950", "unreadAge"), ("45", ", at: \"[성명]\"", "ageWithoutDate"),
        ])
    func refused(_ text: String, _ options: String, _ rule: String) throws { #expect(try age(text, options) == rule) }

    @Test("The date of an age may stand in another column, read as that column is")
    func column() throws {
        let list = try ReadList(
            "번호,성명,나이,납북일\n1,김가나,19,3/5/1951\n2,박다라,20,\n",
            "성명: person.names\n나이: {to: person.age, at: \"[납북일]\"}\n납북일: {to: case.lastSeenDate, format: day-first}")
        #expect(list.rules == ["ageWithoutDate"])
        #expect(list.people.first?[PersonFields.age].value?.at.edtf == "1951-05-03")
    }
}
