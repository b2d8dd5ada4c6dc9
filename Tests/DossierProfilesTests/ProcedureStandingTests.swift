import DossierModel
import DossierProfiles
import Testing

@Suite("The clock of the urgent procedure")
struct ProcedureStandingTests {
    private let procedure = Profile.Procedure(urgentMonths: 3, linkedMonths: 12)

    private func assess(_ date: String?, received: String, isLinked: Bool = false) throws -> ProcedureStanding {
        ProcedureStanding(
            disappearance: try date.map { try #require(PartialDate($0)) }, receivedOn: try #require(Day(received)),
            procedure: procedure, isLinked: isLinked)
    }

    @Test(
        "Three calendar months run to the day of receipt",
        arguments: [
            ("2026-08-24", "2026-11-24", ProcedureStanding.Assessment.urgent),
            ("2026-08-24", "2026-11-25", .standard),
            // 30 November plus three months is the last day of February.
            ("2026-11-30", "2027-02-28", .urgent),
            ("2026-11-30", "2027-03-01", .standard),
            ("2026-11-24", "2026-11-24", .urgent),
            ("2026-11-25", "2026-11-24", .future),
        ])
    func exactDays(_ date: String, _ received: String, _ expected: ProcedureStanding.Assessment) throws {
        #expect(try assess(date, received: received).assessment == expected)
    }

    @Test(
        "A date known to the month has a window that is an interval, and the shorter reading is safe",
        arguments: [
            ("2026-08", "2026-10-31", ProcedureStanding.Assessment.urgent),
            ("2026-08", "2026-11-01", .urgent),
            ("2026-08", "2026-11-02", .undetermined),
            ("2026-08", "2026-11-30", .undetermined),
            ("2026-08", "2026-12-01", .standard),
            ("[..2026-10]", "2026-11-24", .undetermined),
            ("2026-10~", "2026-11-24", .undetermined),
            ("2026-10?", "2026-11-24", .undetermined),
            ("1950-09", "2026-11-24", .standard),
        ])
    func months(_ date: String, _ received: String, _ expected: ProcedureStanding.Assessment) throws {
        #expect(try assess(date, received: received).assessment == expected)
    }

    @Test("A connected case may be older, up to a year")
    func linked() throws {
        #expect(try assess("2026-03-01", received: "2026-11-24", isLinked: true).assessment == .linkedOlder)
        #expect(try assess("2025-11-23", received: "2026-11-24", isLinked: true).assessment == .standard)
    }

    @Test("The last safe day of receipt is told")
    func closing() throws {
        #expect(try assess("2026-08", received: "2026-10-01").closesOn == Day("2026-11-01"))
    }

    @Test("Without a date nothing is decided")
    func unknown() throws {
        #expect(try assess(nil, received: "2026-11-24").assessment == .unknown)
        #expect(try assess("2026-10/..", received: "2026-11-24").assessment == .unknown)
    }
}
