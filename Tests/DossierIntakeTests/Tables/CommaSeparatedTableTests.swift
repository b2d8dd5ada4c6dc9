import DossierIntake
import DossierTestSupport
import Foundation
import Testing

@Suite("Reading lists of comma-separated values")
struct CommaSeparatedTableTests {
    @Test(
        "Whatever sign parts the cells, and with a byte order mark or without, a list is the same table",
        arguments: [
            "번호,성명\n1,김가나\n", "\u{FEFF}번호,성명\r\n1,김가나", "번호;성명\n1;김가나\n", "번호\t성명\r\n1\t김가나\r\n",
            "번호,성명\n\n\n1,김가나\n,\n\n", " 번호 ,  성명\n1,김가나",
        ])
    func signs(_ text: String) throws {
        let table = try table(text)
        #expect(table.columns == ["번호", "성명"])
        #expect(table.rows.map(\.cells) == [["1", "김가나"]])
        #expect(table.notices == [])
    }

    @Test("Titles above the head are passed over, and rows keep the numbers that a spreadsheet shows")
    func headRow() throws {
        let table = try table("명부 \"제1권\n(비공개)\n번호,성명\n1,김가나\n\n2,박다라\n", TableReader(headRow: 3))
        #expect(table.columns == ["번호", "성명"])
        #expect(table.rows.map(\.number) == [4, 6])
    }

    @Test("A head that is further down than the file goes is no table")
    func headRowBeyond() {
        #expect(tableFault(TableReader(headRow: 9), Array("a,b\n1,2\n".utf8))?.rule == .empty)
    }

    @Test("A decomposed heading is found by its composed name")
    func decomposedHead() throws {
        #expect(try table("성명\n김".decomposedStringWithCanonicalMapping).index(of: "성명") == 0)
    }

    @Test("Two columns of one name are refused by the row of the head, nameless ones are not")
    func repeatedColumns() throws {
        #expect(
            tableFault(Array("성명, 성명 \n가,나".utf8))
                == TableError(.columnTwice, path: "list", row: 1, value: "성명"))
        #expect(tableFault(TableReader(headRow: 2), Array("명부\n성명,성명\n".utf8))?.row == 2)
        #expect(try table("a,,\n1,2,3").columns == ["a", "", ""])
    }

    @Test("A list of ten thousand columns is refused with how many may be")
    func manyColumns() {
        let head = (1...10_000).map(String.init).joined(separator: ",")
        #expect(
            tableFault(Array(head.utf8))
                == TableError(.tooManyColumns, path: "list", value: "10000", expected: "2000"))
    }

    @Test(
        "What would shift cells into other columns is refused with its row",
        arguments: [
            ("a,b\n1,2\n1", TableError.Rule.ragged, 3), ("a,b\n1,2,3", .ragged, 2),
            ("a,b\n\"1,2\n3,4\n", .openQuote, 2),
            ("a,b\n1,x\"y", .strayQuote, 2), ("a,b\n\n\"x\"y,1", .strayQuote, 3),
        ])
    func malformed(_ text: String, _ rule: TableError.Rule, _ row: Int) {
        let fault = tableFault(Array(text.utf8))
        #expect(fault?.rule == rule)
        #expect(fault?.row == row)
    }

    @Test("An empty file is told to be empty", arguments: ["", "\u{FEFF}", "\n\n\r\n"])
    func empty(_ text: String) { #expect(tableFault(Array(text.utf8))?.rule == .empty) }

    @Test("A file that is not there, or a folder, is told to be unreadable")
    func unreadable() throws {
        for path in ["/nowhere/list.csv", try TemporaryFolder().path] {
            let fault = #expect(throws: TableError.self) { try TableReader().table(at: path) }
            #expect(fault?.rule == .unreadable)
        }
    }

    @Test("A whole and a quoted cell keep line ends and quotation marks")
    func quoted() throws {
        #expect(try table("a,b\n\"x\r\ny\",\"\"\"z\"\"\"").rows.map(\.cells) == [["x\r\ny", "\"z\""]])
    }
}

@Suite("The encodings of lists")
struct TableEncodingTests {
    /// `번호,성명\n1,김철수\n` as Korean Excel writes it.
    private static let cp949: [UInt8] =
        [0xB9, 0xF8, 0xC8, 0xA3, 0x2C, 0xBC, 0xBA, 0xB8, 0xED, 0x0A, 0x31, 0x2C]
        + [0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6, 0x0A]
    /// `番号,氏名\n1,山本\n` as Japanese Excel writes it.
    private static let shiftJIS: [UInt8] =
        [0x94, 0xD4, 0x8D, 0x86, 0x2C, 0x8E, 0x81, 0x96, 0xBC, 0x0A, 0x31, 0x2C, 0x8E, 0x52, 0x96, 0x7B, 0x0A]
    private static let text = "번호,성명\n1,김철수\n"

    private static func utf16(_ text: String, isLittle: Bool, marked: Bool) -> [UInt8] {
        ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let parts = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? parts : parts.reversed()
        }
    }

    @Test("A list of Korean Excel is told by the name of its encoding, and read when that is asked for")
    func korean() throws {
        #expect(tableFault(Self.cp949) == TableError(.encoding, path: "list", value: "cp949", expected: "utf-8"))
        let table = try TableReader(encoding: .cp949).table(Self.cp949, path: "list")
        #expect(table.columns == ["번호", "성명"])
        #expect(table.rows.first?.cells == ["1", "김철수"])
        #expect(table.notices == [.encoding("cp949")])
    }

    @Test("So is one of Japanese Excel")
    func japanese() throws {
        #expect(tableFault(Self.shiftJIS)?.value == "shift_jis")
        let table = try TableReader(encoding: .shiftJIS).table(Self.shiftJIS, path: "list")
        #expect(table.columns == ["番号", "氏名"])
        #expect(table.rows.first?.cells == ["1", "山本"])
    }

    @Test("So is UTF-16, with and without its mark", arguments: [true, false], [true, false])
    func wide(_ isLittle: Bool, _ marked: Bool) throws {
        let bytes = Self.utf16(Self.text, isLittle: isLittle, marked: marked)
        #expect(tableFault(bytes)?.value == "utf-16")
        let table = try TableReader(encoding: .utf16).table(bytes, path: "list")
        #expect(table.columns == ["번호", "성명"])
        #expect(table.rows.first?.cells == ["1", "김철수"])
    }

    @Test("What is not of the encoding that was asked for is refused by its own name")
    func other() {
        #expect(tableFault(TableReader(encoding: .cp949), Self.shiftJIS)?.rule == .encoding)
        #expect(tableFault(TableReader(encoding: .shiftJIS), [0x61, 0x0A, 0x81])?.rule == .encoding)
        #expect(tableFault(TableReader(encoding: .utf16), [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00])?.rule == .encoding)
        #expect(tableFault(TableReader(encoding: .utf16), [0xFF, 0xFE, 0x61])?.rule == .encoding)
        #expect(tableFault(Array("a\n".utf8) + [0xED, 0xA0, 0x80])?.rule == .encoding)
    }

    @Test("A text with NUL bytes in it is no list, and is not called one of another encoding")
    func zeros() {
        let fault = tableFault(Array("번호,성명\n1,김\0철수\n".utf8))
        #expect(fault == TableError(.encoding, path: "list", value: "?", expected: "utf-8"))
    }

    @Test("Any bytes are read or refused, in every encoding")
    func anyBytes() {
        var random = SeededRandom(seed: 16)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            for encoding in TableEncoding.allCases {
                if let table = try? TableReader(encoding: encoding).table(bytes, path: "list") {
                    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
                }
            }
        }
    }
}

@Suite("Writing comma-separated values")
struct CSVCellTests {
    @Test("What is written is read back as it was")
    func roundTrip() throws {
        let cells = ["a", "a,b", "\"", "a\"b\"", "가\n나", "다\r\n라", "\r", ";", " x ", "외 3명", "1=1", "", "\u{FEFF}x"]
        let head = cells.indices.map { "c\($0)" }.joined(separator: ",")
        let read = try table("\(head)\r\n\(cells.map(CSVCell.text).joined(separator: ","))\r\n")
        // A carriage return at the beginning gets its apostrophe.
        #expect(read.rows.first?.cells == cells.map { $0 == "\r" ? "'\r" : $0 })
    }

    @Test(
        "What a spreadsheet would run gets an apostrophe before it",
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")", "\r\n=1"])
    func formulas(_ text: String) {
        let cell = CSVCell.text(text)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(cell)")
    }
}
