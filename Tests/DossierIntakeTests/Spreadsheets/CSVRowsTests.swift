import Testing

@testable import DossierIntake

@Suite("Reading CSV strictly")
struct CSVRowsTests {
    private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

    private func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = CSVRows(bytes)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    private func fault(_ bytes: [UInt8]) -> String {
        do {
            return "\(try rows(bytes))"
        } catch {
            return (error as? CSVRows.Malformed).map { "\($0.rule) in \($0.row)" } ?? "\(error)"
        }
    }

    @Test(
        "Cells are what RFC 4180 says",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,\n,b", [["a", ""], ["", "b"]]), ("a,", [["a", ""]]), ("\"\",b", [["", "b"]]),
            ("\"a,\"\"b\"\"\r\nc\",d\r", [["a,\"b\"\r\nc", "d"]]), ("\u{FEFF}a,b", [["a", "b"]]), ("", []),
            ("a;b,c;d\n1;2,3;4", [["a", "b,c", "d"], ["1", "2,3", "4"]]), ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
            (" a , b ", [[" a ", " b "]]), ("실종,가\u{301}", [["실종", "가\u{301}"]]),
        ])
    func cells(_ text: String, _ expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("Empty lines are passed over, and rows keep their numbers")
    func emptyLines() throws {
        #expect(try rows("a,b\n\nc,d\n\n") == [["a", "b"], ["c", "d"]])
        #expect(fault(Array("a,b\n\nc".utf8)) == "ragged(expected: 2, found: 1) in 3")
    }

    @Test(
        "What is no table is refused with its row and not guessed at",
        arguments: [
            ("a,b\n1", "ragged(expected: 2, found: 1) in 2"), ("a,b\n1,2,3", "ragged(expected: 2, found: 3) in 2"),
            ("a,b\n\"1,2\n3,4", "openQuote in 2"), ("a\n\"", "openQuote in 2"), ("a\n\"x\"y", "strayQuote in 2"),
            ("a\nx\"y\"", "strayQuote in 2"), ("a\n\"x\" ", "strayQuote in 2"),
        ])
    func malformed(_ text: String, _ expected: String) {
        #expect(fault(Array(text.utf8)) == expected)
    }

    @Test("Bytes that are not UTF-8 are refused with their row")
    func encoding() {
        // 국가 in CP949.
        #expect(fault(Array("a\n".utf8) + [0xB1, 0xB9, 0xB0, 0xA1]) == "notUTF8 in 2")
        #expect(fault([0x61, 0x0A, 0xED, 0xA0, 0x80]) == "notUTF8 in 2")
    }

    @Test("A quotation mark that opens at the beginning of a long file is told soon", .timeLimit(.minutes(1)))
    func longCell() {
        #expect(fault(Array("a\n\"\(String(repeating: "x", count: 10 << 20))".utf8)) == "openQuote in 2")
    }
}
