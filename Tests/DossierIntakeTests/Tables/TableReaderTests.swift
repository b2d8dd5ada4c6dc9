import DossierIntake
import DossierModel
import Foundation
import Testing

@Suite("Tables out of files")
struct TableReaderTests {
    private func table(_ text: String, _ reader: TableReader = TableReader()) throws -> Table {
        try reader.table(Array(text.utf8), path: "list.csv")
    }

    private func rule(_ bytes: [UInt8], _ reader: TableReader = TableReader()) -> TableError? {
        do {
            _ = try reader.table(bytes, path: "list.csv")
            return nil
        } catch {
            return error
        }
    }

    @Test("Commas, semicolons and tabs; a byte order mark; titles above the head; blank rows")
    func separators() throws {
        #expect(try table("\u{FEFF}a,b\n1,\"2,3\"\n").rows.first?.cells == ["1", "2,3"])
        #expect(try table("a;b\n1;2\n").columns == ["a", "b"])
        #expect(try table("a\tb\r\n1\t2\r\n").rows.first?.cells == ["1", "2"])
        let titled = try table("명부 (1951)\n\n번호 , 이 름\n1,김\n,\n2,박\n", TableReader(headRow: 3))
        #expect(titled.columns == ["번호", "이 름"])
        #expect(titled.rows.map(\.number) == [4, 6])
    }

    private static let faults: [(String, TableError.Rule)] = [
        ("", .empty), ("a,b\n1\n", .ragged), ("a,b\n\"1,2\n", .openQuote), ("a,b\n1\"2,3\n", .strayQuote),
        ("a,a\n1,2\n", .columnTwice),
        (String(repeating: "x,", count: 10_000) + "y\n", .tooManyColumns), ("a,b\n1,\0\n", .encoding),
    ]

    @Test("What is no table is refused by its rule", arguments: faults.indices)
    func refused(_ index: Int) {
        #expect(rule(Array(Self.faults[index].0.utf8))?.rule == Self.faults[index].1)
    }

    @Test("The encodings of Korean lists are told by name, and read when they are asked for")
    func encodings() throws {
        let text = "번호,이름\n1,김철수\n"
        let cp949: [UInt8] = [
            0xB9, 0xF8, 0xC8, 0xA3, 0x2C, 0xC0, 0xCC, 0xB8, 0xA7, 0x0A, 0x31, 0x2C, 0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6,
            0x0A,
        ]
        let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bigEndian: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let told: [(bytes: [UInt8], name: TableEncoding)] = [(cp949, .cp949), (utf16, .utf16), (bigEndian, .utf16)]
        for (bytes, name) in told {
            #expect(rule(bytes)?.rule == .encoding)
            #expect(rule(bytes)?.value == name.rawValue)
            #expect(try TableReader(encoding: name).table(bytes, path: "list.csv").rows.first?.cells == ["1", "김철수"])
        }
        #expect(rule([0x61, 0x0A, 0xFF, 0xFE, 0xFD])?.rule == .encoding)
        #expect(rule(Array(text.utf8), TableReader(encoding: .utf16))?.rule == .encoding)
    }

    @Test("Workbooks: days by their format, zeros in front, merged cells filled down, formulas told")
    func workbook() throws {
        let sheet =
            Workbook.row(1, "번호", "이름", "날", "사건")
            + #"<row r="2"><c r="A2" s="2"><v>7</v></c><c r="B2" t="inlineStr"><is><t>김철수</t></is></c><c r="C2" s="1"><v>18511</v></c><c r="D2" t="inlineStr"><is><t>화물선</t></is></c></row>"#
            + #"<row r="3"><c r="A3" s="2"><v>8</v></c><c r="B3" t="inlineStr"><is><t>박영희</t></is></c><c r="C3"><f>C2+1</f><v>18512</v></c></row>"#
        let styles =
            #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
        let bytes = Workbook.bytes(sheet: sheet, merges: ["D2:D3"], styles: styles)
        let table = try TableReader().table(bytes, path: "list.xlsx")
        #expect(table.rows.map(\.cells) == [["0007", "김철수", "1950-09-05", "화물선"], ["0008", "박영희", "18512", "화물선"]])
        #expect(table.notices.contains(.formulas(1)))
        #expect(table.notices.contains(.merged(1)))
        #expect(rule(bytes, TableReader(sheet: "없음"))?.rule == .noSheet)
    }

    @Test("Old and damaged workbooks are told for what they are")
    func damaged() {
        #expect(rule([0xD0, 0xCF, 0x11, 0xE0, 0, 0])?.rule == .oldWorkbook)
        #expect(rule([0x50, 0x4B, 0x03, 0x04, 0, 1, 2])?.rule == .damagedWorkbook)
    }

    @Test("Cells that are written read back, and no spreadsheet takes them for a formula")
    func cells() throws {
        for text in ["a", "a,b", "\"", "a\nb", "김철수", ""] {
            let line = "x,y\n\(CSVCell.text(text)),1\n"
            #expect(try table(line).rows.first?.cells.first == text)
        }
        for text in ["=1+1", "+1", "-1", "@a", "\tx"] { #expect(CSVCell.text(text).contains("'")) }
    }
}
