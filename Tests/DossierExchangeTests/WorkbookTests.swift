import DossierIntake
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@testable import DossierExchange

@Suite("Workbooks")
struct WorkbookTests {
    private func write(_ rows: [TableRows.Row], to path: String) throws {
        let workbook = try Workbook(path: path, created: Date(timeIntervalSince1970: 1_795_000_000)) { $0.id }
        for row in rows { try workbook.add(row) }
        try workbook.close()
    }

    @Test("Every cell comes back as it was written, read by our own reader, sheet by sheet")
    func readBack() throws {
        let rows = TableRows(try Exported.edition(try CaseStory.withEvidence())).rows
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/cases.xlsx"
        try write(rows, to: path)
        for table in Set(rows.map(\.table)) {
            let read = try TableReader(encoding: nil, sheet: table.name).table(at: path)
            #expect(read.columns == table.columns.map(\.id))
            let expected = rows.filter { $0.table == table }.map(\.cells)
            #expect(read.rows.count == expected.count)
            for (row, cells) in zip(read.rows, expected) {
                let found = table.columns.indices.map { row.cells.count > $0 ? row.cells[$0] : "" }
                #expect(found == cells, "\(table.name)")
            }
        }
    }

    @Test("The same rows make the same bytes")
    func sameBytes() throws {
        let rows = TableRows(try Exported.edition(try CaseStory.withEvidence())).rows
        let folder = try TemporaryFolder()
        let files = try (1...2).map { turn in
            try write(rows, to: "\(folder.path)/\(turn).xlsx")
            return try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(turn).xlsx"))
        }
        #expect(files[0] == files[1])
    }

    @Test("A cell that Excel would cut off is refused with its case and column, and never cut")
    func longCell() throws {
        let story = try CaseStory.complete().with(
            "summary", of: "case-a", "{ko: \"\(String(repeating: "가", count: 32_768))\"}")
        let rows = TableRows(try Exported.edition(story)).rows
        let folder = try TemporaryFolder()
        let expected = WorkbookError.cellTooLong(
            case: Exported.number(try #require(RecordID("case-a"))), column: "case.summary", count: 32_768)
        #expect(throws: expected) { try write(rows, to: "\(folder.path)/cases.xlsx") }
    }

    @Test("A workbook that cannot be written is an error, not an end")
    func unwritable() {
        #expect(throws: WorkbookError.self) { try write([], to: "/nowhere/cases.xlsx") }
    }
}
