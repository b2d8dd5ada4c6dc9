import DossierModel
import DossierTestSupport
import Testing

@Suite("Partial dates")
struct PartialDateTests {
    @Test(
        "EDTF that is read prints as it was written",
        arguments: [
            "1950", "1950-09", "1950-09-14", "1951-21", "1951-24", "195X", "19XX", "1950~", "1950-09?", "1950-09-14%",
            "1951-21~", "1950-08/1950-10", "1950/1953-07-27", "1951-01/..", "../1951", "[1950-06..1950-09]",
            "[..1951-03]", "[1951-03..]", "1952-02-29",
        ])
    func printsBack(_ text: String) throws {
        #expect(try #require(PartialDate(text)).edtf == text)
    }

    @Test("Reading what was printed gives the same date, for any date")
    func law() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<5_000 {
            let date = Self.any(using: &random)
            guard let read = PartialDate(date.edtf) else {
                // The only dates that do not read back end before they begin.
                let (earliest, latest) = (try #require(date.earliest), try #require(date.latest))
                #expect(latest < earliest, "\(date.edtf)")
                continue
            }
            #expect(read == date, "\(date.edtf)")
        }
    }

    private static func any(using random: inout SeededRandom) -> PartialDate {
        func part() -> DatePart {
            let year = Int.random(in: 1800...2100, using: &random)
            let (rough, doubtful) = (Bool.random(using: &random), Bool.random(using: &random))
            var part = DatePart(year: year, isApproximate: rough, isUncertain: doubtful)
            switch Int.random(in: 0...4, using: &random) {
            case 0: break
            case 1:
                part.season = DatePart.Season(rawValue: Int.random(in: 21...24, using: &random))
                part.precision = .season
            case 2:
                part.year -= part.year % 10
                part.precision = .decade
            case 3:
                part.month = Int.random(in: 1...12, using: &random)
                part.precision = .month
            default:
                part.month = Int.random(in: 1...12, using: &random)
                part.day = Int.random(in: 1...28, using: &random)
                part.precision = .day
            }
            return part
        }
        switch Int.random(in: 0...4, using: &random) {
        case 0, 1: return .point(part())
        case 2: return .interval(from: part(), to: part())
        case 3: return .within(after: part(), before: part())
        default:
            return Bool.random(using: &random) ? .interval(from: nil, to: part()) : .within(after: part(), before: nil)
        }
    }

    @Test(
        "What is no date is refused",
        arguments: [
            "", "50", "1950-13", "1950-00", "1950-02-30", "1951-02-29", "1900-02-29", "1950-9", "1950-09-1",
            "1950/1949",
            "1950-10/1950-08", "/", "..", "../..", "[..]", "[]", "1950-25", "1950-21-03", "195", "19505", "X950",
            "195x",
            "1950~~", "~1950", "1950-09-14T10", "September 1950", "１９５０", "-1950", "1950 ", "[1951..1950]", "XXXX",
        ])
    func refused(_ text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(
        "The first and last day that a date may mean",
        arguments: [
            ("1950", "1950-01-01", "1950-12-31"), ("1950-09", "1950-09-01", "1950-09-30"),
            ("1952-02", "1952-02-01", "1952-02-29"), ("1951-21", "1951-03-01", "1951-05-31"),
            // Winter may be told of either end of the year: the wider reading holds.
            ("1950-24", "1950-01-01", "1951-02-28"), ("195X", "1950-01-01", "1959-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"), ("1950-08/1950-10", "1950-08-01", "1950-10-31"),
            ("[1950-06..1950-09]", "1950-06-01", "1950-09-30"),
        ])
    func bounds(_ text: String, _ first: String, _ last: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.earliest?.description == first)
        #expect(date.latest?.description == last)
    }

    @Test("An open end has no bound")
    func open() throws {
        #expect(try #require(PartialDate("[..1951-03]")).earliest == nil)
        #expect(try #require(PartialDate("1951/..")).latest == nil)
        #expect(try #require(PartialDate("1951/..")).days == nil)
    }

    @Test(
        "Whether a date names its month",
        arguments: [
            ("1950", false), ("1950-09", true), ("1950-09-14", true), ("1951-21", false), ("1950-09~", true),
            ("1950-08/1950-10", true), ("1950/1950-10", false), ("1950-08/..", false), ("[..1950-09]", false),
        ])
    func months(_ text: String, _ expected: Bool) throws {
        #expect(try #require(PartialDate(text)).namesMonths == expected)
    }
}

@Suite("Days")
struct DayTests {
    @Test("Counting days forth and back agrees, over six hundred years")
    func ordinals() throws {
        let first = try #require(Day("1600-01-01"))
        var day = first
        for ordinal in first.ordinal..<first.ordinal + 220_000 {
            #expect(day.ordinal == ordinal)
            let again = Day(ordinal: ordinal)
            #expect(again == day)
            let next = Day(ordinal: ordinal + 1)
            #expect(next > day)
            day = next
        }
    }

    @Test(
        "Months are added on the calendar, to the month's last day at most",
        arguments: [
            ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-15", -3, "2025-12-15"), ("2026-12-31", 12, "2027-12-31"), ("2024-02-29", 12, "2025-02-28"),
            ("2026-05-31", -3, "2026-02-28"),
        ])
    func months(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try #require(Day(start)).adding(months: months).description == end)
    }

    @Test(
        "A day that does not exist is none",
        arguments: ["1950-02-30", "1950-13-01", "1950-00-10", "50-01-01", "1950-1-1"])
    func none(_ text: String) {
        #expect(Day(text) == nil)
    }
}
