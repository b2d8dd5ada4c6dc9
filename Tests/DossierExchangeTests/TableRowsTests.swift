import DossierModel
import DossierTestSupport
import Testing

@testable import DossierExchange

@Suite("Rows of tables")
struct TableRowsTests {
    @Test("A case, its person and its incident stand in one row, names by script, dates as far as they are known")
    func oneRow() throws {
        let rows = TableRows(try Exported.edition(try CaseStory.complete()))
        #expect(rows.rows.count { $0.table == .cases } == 1)
        #expect(rows.cell("case") == Exported.number(try #require(RecordID("case-a"))))
        #expect(rows.cell("person.names.hangul") == "온누리별")
        #expect(rows.cell("person.names.latin") == "On Nuribyeol")
        #expect(rows.cell("person.birthDate") == "1931-04")
        #expect(rows.cell("person.birthPlace") == "서울 마포; Mapo, Seoul")
        #expect(rows.cell("person.birthPlace.state") == "KOR")
        #expect(rows.cell("person.occupation") == "인쇄공\n[en] printer")
        #expect(rows.cell("incident.date") == "1950-09")
        #expect(rows.cell("case.underAge") == "no")
    }

    @Test("Every row has a cell for each of its columns, and columns are told apart")
    func shape() throws {
        for folder in try SampleCases.folders() {
            for row in TableRows(try Exported.edition(folder)).rows {
                #expect(row.cells.count == row.table.columns.count, "\(row.table.name)")
            }
        }
        for table in ExportTable.all {
            #expect(Set(table.columns.map(\.id)).count == table.columns.count, "\(table.name)")
            #expect(table.name.utf16.count <= 31, "Excel allows no longer name of a sheet: \(table.name)")
        }
        #expect(Set(ExportTable.all.map(\.name)).count == ExportTable.all.count)
    }

    @Test("Contradicting accounts stand side by side with their sources, and the words of the source beside the date")
    func accounts() throws {
        let story = try CaseStory.complete().with(
            "birthDate", of: "person-a",
            "{accounts: [{value: 1931-04, source: {en: register}}, {value: {edtf: 1930, words: {ko: 경오년}, "
                + "calendar: dangi, statedYear: 4263}, preferred: \"yes\"}]}")
        let rows = TableRows(try Exported.edition(story))
        #expect(rows.cell("person.birthDate") == "1931-04 [register] | 1930")
        #expect(rows.cell("person.birthDate.words") == "경오년 (dangi)")
    }

    @Test(
        "Not knowing, there being none and not saying are told apart, with the reason, of fields and of lists",
        arguments: ["unknown", "none", "refused", "withheld"])
    func noValue(_ answer: String) throws {
        let story = try CaseStory.complete()
            .with("occupation", of: "person-a", "{\(answer): {en: nobody knows}}")
            .with("birthPlace", of: "person-a", "{\(answer): \"\"}")
            .with("otherSteps", of: "case-a", "{\(answer): {en: for fear}}")
        let rows = TableRows(try Exported.edition(story))
        #expect(rows.cell("person.occupation") == "(\(answer): nobody knows)")
        #expect(rows.cell("person.birthPlace") == "(\(answer))")
        #expect(rows.cell("person.birthPlace.state") == "")
        #expect(rows.cells("position", in: "case.otherSteps") == [""])
        #expect(rows.cell("case.otherSteps.date", in: "case.otherSteps") == "(\(answer): for fear)")
    }

    @Test("The members of a list stand in a table of their own, in their order, with the case and the record")
    func lists() throws {
        let rows = TableRows(try Exported.edition(try CaseStory.complete()))
        #expect(rows.cells("position", in: "case.otherSteps") == ["1"])
        #expect(rows.cell("case.otherSteps.date", in: "case.otherSteps") == "1957")
        #expect(rows.cell("case", in: "case.otherSteps") == rows.cell("record", in: "case.otherSteps"))
        #expect(rows.cell("case", in: "case.otherSteps") == rows.cell("case"))
    }

    @Test("A claim says how strongly it may be put")
    func strength() throws {
        let strengths = TableRows(try Exported.edition(try CaseStory.withEvidence())).cells("strength", in: "claims")
        #expect(Set(strengths).count > 1)
        #expect(!strengths.contains(""))
    }
}
