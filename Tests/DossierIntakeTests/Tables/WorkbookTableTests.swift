import DossierIntake
import Testing

@Suite("Reading lists of Excel")
struct WorkbookTableTests {
    private func cells(_ rows: String, _ formats: [String], properties: String = "") throws -> [String] {
        let bytes = Workbook.bytes(
            sheet: Workbook.row(1, "x") + rows, properties: properties, styles: Workbook.styles(formats))
        return try TableReader().table(bytes, path: "list").rows.map { $0.cells[0] }
    }

    @Test(
        "A number whose format shows a day is that day",
        arguments: [
            "14", "15", "22", "31", "57", "yyyy-mm-dd", "yyyy\"년\" m\"월\" d\"일\"", "[$-412]d/m", "dd/mm/yyyy hh:mm",
        ])
    func days(_ format: String) throws {
        #expect(try cells(Workbook.number(2, "18692.75", style: 0), [format]) == ["1951-03-05"])
    }

    @Test(
        "A number of any other format stays a number",
        arguments: ["0", "2", "20", "#,##0.00", "\"year\" 0", "[Red]0", "\\d\\m0", "General", "h:mm"])
    func numbers(_ format: String) throws {
        #expect(try cells(Workbook.number(2, "18692", style: 0), [format]) == ["18692"])
    }

    @Test("Excel takes 1900 for a leap year: the day that never was stays a number, and those around it are right")
    func leapYear() throws {
        let rows = ["1", "59", "60", "61", "0", "100001", "-3", "1e300", "nan"].enumerated().map {
            Workbook.number($0 + 2, $1, style: 0)
        }
        #expect(
            try cells(rows.joined(), ["14"])
                == ["1900-01-01", "1900-02-28", "60", "1900-03-01", "0", "100001", "-3", "1e300", "nan"])
    }

    @Test("A workbook of an old Macintosh counts from 1904")
    func macintosh() throws {
        #expect(
            try cells(
                Workbook.number(2, "0", style: 0) + Workbook.number(3, "17230", style: 0), ["14"],
                properties: "<workbookPr date1904=\"1\"/>") == ["1904-01-01", "1951-03-05"])
    }

    @Test("Zeros in front stay, in a text and by a format that asks for them")
    func zeros() throws {
        #expect(try cells(Workbook.number(2, "42", style: 0), ["0000"]) == ["0042"])
        #expect(try cells(Workbook.number(2, "123456", style: 0), ["0000"]) == ["123456"])
        #expect(try cells(Workbook.row(2, "0042"), []) == ["0042"])
        #expect(try cells(Workbook.number(2, "42", style: 9), ["0000"]) == ["42"])
    }

    @Test("A format of ten thousand zeros does not make every cell as long")
    func longFormat() throws {
        let format = String(repeating: "0", count: 10_000)
        #expect(try cells(Workbook.number(2, "7", style: 0), [format]).first?.count ?? 0 < 300)
    }

    @Test("A merged area says the same for each of its rows, and people are told how many cells that filled")
    func merged() throws {
        let rows =
            Workbook.row(1, "사건", "성명") + Workbook.row(2, "제1", "김가나") + Workbook.row(3, nil, "박다라")
            + Workbook.row(4, nil, "이마바") + Workbook.row(5, "제2", "최사아")
        let table = try TableReader().table(
            Workbook.bytes(sheet: rows, after: "<mergeCells><mergeCell ref=\"A2:A4\"/></mergeCells>", names: ["명부"]),
            path: "list")
        #expect(table.rows.map { $0.cells[0] } == ["제1", "제1", "제1", "제2"])
        #expect(table.notices == [.merged(2)])
    }

    @Test(
        "A merged area that is none changes nothing",
        arguments: [
            "A2", "A4:A2", "", "ZZZZ2:ZZZZ4", "A2:A9999999999999999999", "A1:A9223372036854775807", "2:4", "A0:A4",
        ])
    func oddMerges(_ area: String) throws {
        let rows = Workbook.row(1, "a", "b") + Workbook.row(2, "1", "2") + Workbook.row(3, nil, "3")
        let table = try TableReader().table(
            Workbook.bytes(sheet: rows, after: "<mergeCells><mergeCell ref=\"\(area)\"/></mergeCells>"), path: "list")
        #expect(table.rows.map(\.cells) == [["1", "2"], ["", "3"]])
    }

    @Test("Formulas, macros, links and further sheets are told of")
    func notices() throws {
        let formula = "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\"><f>A2</f><v>2</v></c></row>"
        let table = try TableReader().table(
            Workbook.bytes(
                sheet: Workbook.row(1, "a", "b") + formula,
                more: [("xl/vbaProject.bin", [0]), ("xl/externalLinks/externalLink1.xml", [0])], names: ["명부", "설명"]),
            path: "list")
        #expect(table.rows.map(\.cells) == [["2", "2"]])
        #expect(table.notices == [.formulas(2), .macros, .externalLinks, .otherSheets(["설명"])])
    }

    @Test("A sheet is read by its name, and one that is not there is refused with those that are")
    func sheets() throws {
        let second = Workbook.row(1, "b") + Workbook.row(2, "2")
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let part = "<worksheet xmlns=\"\(main)\"><sheetData>\(second)</sheetData></worksheet>"
        let bytes = Workbook.bytes(
            sheet: Workbook.row(1, "a"), more: [("xl/worksheets/sheet2.xml", Array(part.utf8))], names: ["설명", "명부"])
        #expect(try TableReader(sheet: "명부").table(bytes, path: "list").columns == ["b"])
        #expect(try TableReader().table(bytes, path: "list").columns == ["a"])
        #expect(
            tableFault(TableReader(sheet: "없음"), bytes)
                == TableError(.noSheet, path: "list", value: "없음", expected: "설명, 명부"))
    }

    @Test("The head may stand further down, and cells that the head does not name are passed over")
    func headRow() throws {
        let rows =
            Workbook.row(1, "명부") + Workbook.row(3, "a", "b") + Workbook.row(4, "1", "2", "3") + Workbook.row(6, "4")
        let table = try TableReader(headRow: 3).table(Workbook.bytes(sheet: rows), path: "list")
        #expect(table.rows == [.init(number: 4, cells: ["1", "2"]), .init(number: 6, cells: ["4", ""])])
    }

    @Test("A workbook of Excel 97, or one that is encrypted, is told to be so; one that breaks off, to be damaged")
    func others() {
        #expect(tableFault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])?.rule == .oldWorkbook)
        let whole = Workbook.bytes(sheet: Workbook.row(1, "a"))
        #expect(tableFault(Array(whole.prefix(whole.count / 2)))?.rule == .damagedWorkbook)
        #expect(tableFault([0x50, 0x4B, 0x03, 0x04])?.rule == .damagedWorkbook)
        #expect(tableFault(Workbook.bytes(sheet: ""))?.rule == .empty)
        #expect(tableFault(Workbook.bytes(sheet: Workbook.row(1, "a", "a")))?.rule == .columnTwice)
    }

    @Test("A head of ten thousand columns is refused")
    func manyColumns() {
        let head = "<row>\(String(repeating: "<c><v>1</v></c>", count: 10_000))</row>"
        #expect(tableFault(Workbook.bytes(sheet: head))?.rule == .tooManyColumns)
    }

    @Test("Rows with one cell far out do not fill the memory with empty ones", .timeLimit(.minutes(1)))
    func farCells() throws {
        let rows = (2...20_000).map {
            "<row r=\"\($0)\"><c r=\"BXX\($0)\"><v>1</v></c><c r=\"A\($0)\"><v>1</v></c></row>"
        }
        let table = try TableReader().table(
            Workbook.bytes(sheet: Workbook.row(1, "a") + rows.joined()), path: "list")
        #expect(table.rows.allSatisfy { $0.cells == ["1"] })
    }

    @Test("Merged areas one over another are refused before they take for ever", .timeLimit(.minutes(1)))
    func overlapping() {
        let rows = (2...5_000).map { Workbook.row($0, $0 == 2 ? "1" : nil, "2") }.joined()
        let areas = String(repeating: "<mergeCell ref=\"A2:A5000\"/>", count: 20_000)
        let bytes = Workbook.bytes(
            sheet: Workbook.row(1, "a", "b") + rows, after: "<mergeCells>\(areas)</mergeCells>")
        #expect(tableFault(bytes)?.rule == .workbookTooLarge)
    }

    @Test("A part that unfolds beyond all measure is refused as too large, or as damaged")
    func bomb() {
        let wide = "<row r=\"1\"><c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 4 << 20))</t></is></c></row>"
        #expect([.workbookTooLarge, .damagedWorkbook].contains(tableFault(Workbook.bytes(sheet: wide))?.rule))
        let entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><row><c><v>&a;</v></c></row>"
        #expect(tableFault(Workbook.bytes(sheet: entity))?.rule == .damagedWorkbook)
    }
}
