import DossierIntake
import DossierTestSupport
import Foundation
import Testing

@testable import DossierExchange

@Suite("Comma-separated values")
struct CSVTextTests {
    @Test("Whatever stands in cells comes back as it was, read by our own reader")
    func roundTrip() throws {
        var random = SeededRandom(seed: 41)
        let pieces = ["", "가", "한, 칸", "\"", "두\n줄", "\r\n", "'", ";", " ", "온누리별", "012", "1950-09"]
        let folder = try TemporaryFolder()
        for turn in 0..<40 {
            let columns = (0..<5).map { "c\($0)" }
            let rows = (0..<6).map { _ in
                columns.map { _ in (0..<3).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() }
            }
            let kept = rows.map { $0.map { cell in Self.isGuarded(cell) ? "x\(cell)" : cell } }
            let path = "\(folder.path)/t\(turn).csv"
            try Data(CSVText.mark + ([columns] + kept).flatMap(CSVText.bytes)).write(to: URL(fileURLWithPath: path))
            let table = try TableReader(encoding: nil, sheet: nil).table(at: path)
            #expect(table.columns == columns)
            for (row, expected) in zip(table.rows, kept.filter { $0.contains { !$0.isEmpty } }) {
                let cells = columns.indices.map { row.cells.count > $0 ? row.cells[$0] : "" }
                #expect(cells.map(Self.lines) == expected.map(Self.lines))
            }
        }
    }

    /// Line ends within a cell may be told by another sign.
    private static func lines(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func isGuarded(_ cell: String) -> Bool { cell.first.map { "=+-@\t\r\n\r\n".contains($0) } ?? false }

    @Test(
        "A cell that a spreadsheet would work out is marked as text",
        arguments: ["=1+1", "+82 2", "-5", "@SUM(A1)", "\tx"])
    func formulas(_ cell: String) {
        #expect(String(decoding: CSVText.bytes([cell, "b"]), as: UTF8.self) == "\"'\(cell)\",b\r\n")
    }

    @Test("Plain cells are not quoted, others are")
    func quoting() {
        let line = String(decoding: CSVText.bytes(["온누리별", "a,b", "say \"so\"", "", "two\nlines"]), as: UTF8.self)
        #expect(line == "온누리별,\"a,b\",\"say \"\"so\"\"\",,\"two\nlines\"\r\n")
    }
}
