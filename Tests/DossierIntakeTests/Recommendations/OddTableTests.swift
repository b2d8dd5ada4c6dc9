import DossierIntake
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@Suite("Tables and matrices that are odd or hostile")
struct OddTableTests {
    private func read(_ bytes: [UInt8]) throws -> (all: [Recommendation], reading: RecommendationReader.Reading) {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/table"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var all: [Recommendation] = []
        let reading = try RecommendationReader(
            states: nil, matrix: .init(symbol: "X/UPR/33/10", stateUnderReview: "Saebit Republic"),
            readOn: .first(ofMonth: 11, year: 2026)
        ).read(path) { all += $0 }
        return (all, reading)
    }

    private func rule(_ bytes: [UInt8]) -> RecommendationError.Rule? {
        do {
            _ = try read(bytes)
            return nil
        } catch {
            return (error as? RecommendationError)?.rule
        }
    }

    // MARK: Sheets

    private func dates(_ serials: [String], properties: String = "") throws -> [String?] {
        let head = Workbook.row(
            1, "Text", "Document Symbol", "Countries Concerned", "UPR Position", "Document Publication Date")
        let rows = serials.enumerated().map { index, serial in
            Workbook.row(index + 2, "1.\(index) a", "X/1", "A", "Noted", serial)
        }
        let bytes = Workbook.bytes(sheet: head + rows.joined(), properties: properties)
        return try read(bytes).all.map { $0.publishedOn?.description }
    }

    @Test("Days are counted as Excel counts them, with the day that never was")
    func days() throws {
        #expect(
            try dates(["1", "59", "60", "61", "43641", "43641.99", "0", "-1", "1e9", "nan"])
                == ["1900-01-01", "1900-02-28", nil, "1900-03-01", "2019-06-25", "2019-06-25"]
                + Array(repeating: nil, count: 4))
        #expect(
            try dates(["0", "42179"], properties: #"<workbookPr date1904="true"/>"#) == ["1904-01-01", "2019-06-25"])
    }

    @Test("Findings bear the number of the row in the sheet; blank rows count for nothing")
    func rowNumbers() throws {
        let head = Workbook.row(3, "Themes", "Text", "Nonsense", "Countries Concerned", "Document Symbol")
        let sheet = head + Workbook.row(4, "") + Workbook.row(7, nil, "no number", "x", "- A", "X/1")
        let reading = try read(Workbook.bytes(sheet: sheet)).reading
        #expect(reading.seen == 1)
        #expect(reading.findings.map(\.place) == [7])
    }

    @Test("Lists keep their members where lines end as other programs write them")
    func lists() throws {
        let head = Workbook.row(1, "Text", "Document Symbol", "Countries Concerned", "UPR Position", "Themes")
        let row = Workbook.row(2, "1.2 a", "X/1", "- A", "- Supported_x000D_\n", "- B_x000D_\n- C")
        let one = try #require(try read(Workbook.bytes(sheet: head + row)).all.first)
        #expect(one.position?.value == .supported)
        #expect(one.themes.map(\.label) == ["B", "C"])
    }

    @Test("UTF-16 without a mark, and an Excel file of before 2007, are refused")
    func otherForms() {
        #expect(rule(Array("Text".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == .unknownForm)
        #expect(rule([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .oldWord)
        #expect(rule(Array("Text,Document Symbol,Countries Concerned\na\"b,c,d".utf8)) == .strayQuote)
    }

    // MARK: Matrices

    private let head =
        "<w:tr><w:tc><w:p><w:r><w:t>Recommendation</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Position</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Full list of themes</w:t></w:r></w:p></w:tc></w:tr>"

    private func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }

    private func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

    private func word(_ rows: String...) -> [UInt8] {
        ZipBuilder.word([
            (
                "word/document.xml",
                "<w:document xmlns:w=\"x\"><w:body><w:tbl>\(head)\(rows.joined())</w:tbl></w:body></w:document>"
            )
        ])
    }

    private func text(_ recommendation: String) throws -> Recommendation {
        try #require(
            try read(word(row(cell(recommendation), cell("Supported"), cell("D32 Enforced disappearances")))).all.first)
    }

    @Test("A recommendation that stands alone in its row is no heading, and is not lost")
    func alone() throws {
        let bytes = word(
            row(cell("Theme: D32 Enforced disappearances", "<w:gridSpan w:val=\"3\"/>")),
            row(cell("126.10 Tell the families (Norvania);"), cell(""), cell("")))
        let all = try read(bytes).all
        #expect(all.map(\.key.number.text) == ["126.10"])
        #expect(all.first?.positions == [])
        #expect(all.first?.themes.map(\.code) == ["D32"])
    }

    @Test("A heading gives its theme where the list of themes leaves it out, and never twice")
    func group() throws {
        let all = try read(
            word(
                row(cell("Theme: B52 Impunity")),
                row(cell("126.1 a"), cell("Noted"), cell("D32 Enforced disappearances")),
                row(cell("126.2 b"), cell("Noted"), cell("B52 Impunity"))
            )
        ).all
        #expect(all.map { $0.themes.map(\.code) } == [["D32", "B52"], ["B52"]])
    }

    @Test("Cells over several columns and rows stand where they belong")
    func merged() throws {
        let all = try read(
            word(
                row(cell("126.1 a"), cell("Supported", "<w:vMerge w:val=\"restart\"/>"), cell("D32 x")),
                row(cell("126.2 b"), cell("", "<w:vMerge/>"), cell("D33 y")),
                row(cell("126.3 c", "<w:gridSpan w:val=\"2\"/>"), cell("A12 z")),
                row(cell("126.4 d", "<w:gridSpan w:val=\"999999999999\"/>"), cell("A12 z")))
        ).all
        #expect(all.map(\.key.number.text) == ["126.1", "126.2", "126.3", "126.4"])
        #expect(all.map { $0.position?.value } == [.supported, .supported, nil, nil])
        #expect(all.map { $0.themes.first?.code } == ["D32", "D33", "A12", nil])
    }

    @Test("The words of a table within a cell are words of that cell, and make no row")
    func nested() throws {
        let inner = "<w:tbl><w:tr>\(cell("126.9 inner"))\(cell("Noted"))\(cell("D1 x"))</w:tr></w:tbl>"
        let outer = "<w:tc>\(inner)<w:p><w:r><w:t>126.1 outer</w:t></w:r></w:p></w:tc>"
        let all = try read(
            word(row(cell("126.1 a"), cell("Noted"), outer), row(cell("126.2 b"), cell("Noted"), cell("D32 x")))
        ).all
        #expect(all.map(\.key.number.text) == ["126.1", "126.2"])
    }

    @Test("A number over two texts is two recommendations, and told; other ends of one text are not")
    func twice() throws {
        let same = try read(
            word(row(cell("1.1 a;"), cell("Noted"), cell("D1 x")), row(cell("1.1 a."), cell("Noted"), cell("D2 y"))))
        #expect(same.all.map { $0.themes.count } == [2])
        #expect(same.reading.findings.isEmpty)
        let other = try read(
            word(
                row(cell("1.1 a"), cell("Noted"), cell("D1 x")), row(cell("1.1 b"), cell("Noted"), cell("D1 x")),
                row(cell("1.1 b"), cell("Noted"), cell("D2 y"))))
        #expect(other.all.map(\.text) == ["a", "b"])
        #expect(other.reading.findings.map(\.rule) == [.numberTwice])
    }

    @Test(
        "States are taken out of brackets at the end, treaties and abbreviations are not",
        arguments: [
            ("1.1 Tell (Norvania)", "Tell", ["Norvania"]),
            ("1.1 Tell (Norvania, Hallim);", "Tell", ["Norvania", "Hallim"]),
            ("1.1 Tell (Norvania (Federation of); Hallim).", "Tell", ["Norvania (Federation of)", "Hallim"]),
            ("1.1 Ratify the treaty (CED)", "Ratify the treaty (CED)", []),
            ("1.1 Ratify (Optional Protocol)", "Ratify (Optional Protocol)", []),
            ("1.1 Amend the law (article 5)", "Amend the law (article 5)", []),
            ("1.1 Tell (Norvania) soon", "Tell (Norvania) soon", []), ("1.1 Tell Norvania)", "Tell Norvania)", []),
            ("1.1 Tell ()", "Tell ()", []),
        ])
    func brackets(_ written: String, _ text: String, _ states: [String]) throws {
        let one = try self.text(written)
        #expect(one.text == text)
        #expect(one.recommendingStates == states)
    }

    @Test(
        "A matrix that unfolds into hundreds of thousands of elements is refused, and not held", .timeLimit(.minutes(1))
    )
    func bomb() {
        #expect(rule(word(row(cell("1.1 a"), String(repeating: "<w:tc/>", count: 210_000)))) == .tooLarge)
        #expect(rule(word("<!DOCTYPE x>")) == .damagedArchive)
    }
}
