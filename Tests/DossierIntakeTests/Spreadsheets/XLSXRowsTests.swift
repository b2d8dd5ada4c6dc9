import DossierTestSupport
import Testing

@testable import DossierIntake

@Suite("Reading workbooks")
struct XLSXRowsTests {
    private func rows(_ bytes: [UInt8]) throws -> [(row: Int, cells: [String])] {
        var reader = try XLSXRows(bytes)
        var rows: [(row: Int, cells: [String])] = []
        while let cells = try reader.next() { rows.append((reader.row, cells)) }
        return rows
    }

    private func failure(_ bytes: [UInt8]) -> XLSXRows.Failure? {
        do {
            _ = try rows(bytes)
            return nil
        } catch {
            return error as? XLSXRows.Failure
        }
    }

    @Test("Shared strings, strings in place, numbers, formulas and truth values show what they showed")
    func values() throws {
        let sheet =
            #"<row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>in </t></r><r><t>place</t></r></is></c><c><v>43641.5</v></c>"#
            + #"<c t="str"><f>CONCAT("a","b")</f><v>ab</v></c><c t="b"><v>1</v></c><c t="s"><v>9</v></c><c t="s"/><c t="d"><v>2019-06-25</v></c></row>"#
        let strings =
            "<si><t>zero</t></si><si><r><t xml:space=\"preserve\">가 </t></r><rPh><t>reading</t></rPh><r><t>나</t></r></si>"
        let cells = try rows(Workbook.bytes(sheet: sheet, strings: strings)).first?.cells
        #expect(cells == ["가 나", "in place", "43641.5", "ab", "1", "", "", "2019-06-25"])
    }

    @Test("Cells and rows that are left out keep their places; blank rows are passed over")
    func places() throws {
        let sheet = Workbook.row(2, nil, "b", nil, "d") + Workbook.row(5, "", "") + Workbook.row(9, "a") + "<row/>"
        let found = try rows(Workbook.bytes(sheet: sheet))
        #expect(found.map(\.row) == [2, 9])
        #expect(found.map(\.cells) == [["", "b", "", "d"], ["a"]])
    }

    @Test("A cell of several lines keeps them, however the line end was written")
    func lines() throws {
        let sheet = Workbook.row(1, "- A\n- B", "- A_x000D_\n- B", "_x005F_x000D_ _xZZZZ_ _x00", "a&#10;b")
        #expect(
            try rows(Workbook.bytes(sheet: sheet)).first?.cells
                == ["- A\n- B", "- A\r\n- B", "_x000D_ _xZZZZ_ _x00", "a\nb"])
    }

    @Test("Macros and links to other files are neither followed nor looked at")
    func outside() throws {
        let links =
            #"<Relationships><Relationship Id="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>"#
        let bytes = Workbook.bytes(
            sheet: Workbook.row(1, "a"),
            more: [
                ("xl/vbaProject.bin", [0, 1, 2]), ("xl/externalLinks/externalLink1.xml", Array("<!DOCTYPE x>".utf8)),
                ("xl/externalLinks/_rels/externalLink1.xml.rels", Array(links.utf8)),
            ])
        #expect(try rows(bytes).map(\.cells) == [["a"]])
    }

    @Test(
        "A sheet that stands nowhere in the archive is refused",
        arguments: [
            "../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "http://127.0.0.1/", "worksheets/sheet9.xml",
        ])
    func noSheet(_ target: String) {
        #expect(failure(Workbook.bytes(sheet: "", target: target)) == .damaged)
    }

    @Test(
        "A sheet that is no XML, or brings a document type, is refused",
        arguments: ["<row><c", "<row></c>", "<!DOCTYPE x>", "<row><c><v>&x;</v></c></row>"])
    func damaged(_ sheet: String) {
        #expect(failure(Workbook.bytes(sheet: sheet)) == .damaged)
        #expect(failure(Workbook.bytes(sheet: "", strings: sheet)) == .damaged)
    }

    @Test("A row of more cells than a table has columns holds the first of them")
    func manyCells() throws {
        let sheet = "<row>\(String(repeating: "<c><v>1</v></c>", count: 2_000))</row>"
        #expect(try rows(Workbook.bytes(sheet: sheet)).map(\.cells.count) == [512])
    }

    @Test("What is over the limits of Excel is refused")
    func limits() throws {
        #expect(failure(Workbook.bytes(sheet: Workbook.row(2_000_000, "a"))) == .tooLarge)
        #expect(failure(Workbook.bytes(sheet: Workbook.row(1, String(repeating: "x", count: 1_100_000)))) == .tooLarge)
        let far = #"<row><c r="ZZZZZZZZZZZZZZ1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#
        #expect(try rows(Workbook.bytes(sheet: far)).map(\.cells) == [["", "2"]])
    }

    @Test("A part that unfolds beyond the limit is stopped there")
    func bomb() {
        let bytes = Workbook.bytes(sheet: String(repeating: " ", count: 100_000))
        #expect(throws: XLSXRows.Failure.tooLarge) { try XLSXRows(bytes, partLimit: 50_000) }
        #expect(throws: Never.self) { try XLSXRows(bytes, partLimit: 200_000) }
    }
}
