import DossierIntake
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@Suite("Reading recommendations out of tables")
struct TableTests {
    private func read(_ bytes: [UInt8], name: String) throws -> [Recommendation] {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var all: [Recommendation] = []
        _ = try RecommendationReader(
            states: nil,
            matrix: .init(symbol: "X/UPR/33/10", stateUnderReview: "Saebit Republic", cycle: 3, session: 33),
            readOn: .first(ofMonth: 11, year: 2026)
        ).read(path) { all += $0 }
        return all
    }

    private func rule(_ bytes: [UInt8], name: String) -> RecommendationError? {
        do {
            _ = try read(bytes, name: name)
            return nil
        } catch {
            return error as? RecommendationError
        }
    }

    // MARK: CSV

    private static let head =
        "Reccomending Body,Countries Concerned,Document Symbol,Text,UPR Position,UPR Reccomending States,UPR Session,Document Publication Date,Themes"

    private func csv(_ rows: String...) -> [UInt8] { Array(([Self.head] + rows).joined(separator: "\r\n").utf8) }

    @Test("A table has misspelt heads, lists within cells and days as numbers")
    func csv() throws {
        let row =
            #"- UPR,- Saebit Republic,X/UPR/33/10,"<p>126.2 Say ""where"", please</p>",- Supported,"- A"# + "\n"
            + #"- B",33 Session,43641,"- Enforced disappearances"# + "\n" + #"- Right to life""#
        let one = try #require(try read(csv(row), name: "a.csv").first)
        #expect(one.key.number.text == "126.2")
        #expect(one.text == #"Say "where", please"#)
        #expect(one.recommendingStates == ["A", "B"])
        #expect(one.publishedOn == Day("2019-06-25"))
        #expect(one.themes.map(\.label) == ["Enforced disappearances", "Right to life"])
    }

    @Test("Semicolons part cells where the head has them")
    func semicolons() throws {
        let text = "Text;Document Symbol;Countries Concerned\n1.2 a;X/1;A\n"
        #expect(try read(Array(text.utf8), name: "a.csv").first?.key.symbol == "X/1")
    }

    @Test("A table that is no table is refused with its row")
    func badCSV() {
        #expect(rule(csv("a,b"), name: "a.csv")?.rule == .raggedRow)
        #expect(rule(csv("a,b"), name: "a.csv")?.place == 2)
        #expect(rule(csv(#"- UPR,"open,X"#), name: "a.csv")?.rule == .openQuote)
        #expect(rule(Array("Name,Text\n1,2\n".utf8), name: "a.csv")?.rule == .columnsMissing)
        #expect(rule(Array("Name,Text\n1,2\n".utf8), name: "a.csv")?.expected == "document symbol, countries concerned")
        // 국가 in CP949, and UTF-16.
        #expect(rule(Array("Text,".utf8) + [0xB1, 0xB9, 0xB0, 0xA1, 0x0A], name: "a.csv")?.rule == .notUTF8)
        #expect(rule([0xFF, 0xFE, 0x54, 0x00], name: "a.csv")?.rule == .notUTF8)
    }

    // MARK: XLSX

    private func xlsx(_ sheet: String, strings: String = "", workbook: String = "") -> [UInt8] {
        var zip = ZipBuilder()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        for (name, xml) in [
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(office)\">\(workbook)<sheets><sheet r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"s1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"e\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
            ("xl/vbaProject.bin", "macro"),
        ] {
            zip.add(name, Array(xml.utf8))
        }
        return zip.bytes
    }

    private let strings =
        "<si><t>Text</t></si><si><t>Document Symbol</t></si><si><t>Countries Concerned</t></si><si><t>Document Publication Date</t></si><si><r><t>1.2 </t></r><r><t>rich</t></r><rPh><t>reading</t></rPh></si>"
    private let headRow =
        #"<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>"#

    @Test("Cells may be shared, rich or in place; cells left out stay empty; formulas show what they showed")
    func sheet() throws {
        let row =
            #"<row><c r="A2" t="s"><v>4</v></c><c r="C2" t="inlineStr"><is><t>Saebit</t></is></c></row>"#
            + #"<row><c r="A3" t="inlineStr"><is><t>3.4 b</t></is></c><c r="B3" t="str"><f>X()</f><v>X/9</v></c><c r="C3" t="inlineStr"><is><t>Saebit</t></is></c><c r="D3"><v>43641.5</v></c></row>"#
        let all = try read(xlsx(headRow + row, strings: strings), name: "a.xlsx")
        // The first row has no symbol and is passed over.
        #expect(all.map(\.key.symbol) == ["X/9"])
        #expect(all.first?.text == "b")
    }

    @Test("A workbook that counts from 1904 is read four years on")
    func from1904() throws {
        let head = headRow.replacing("</row>", with: #"<c r="E1" t="inlineStr"><is><t>UPR Position</t></is></c></row>"#)
        let row =
            #"<row><c r="A2" t="inlineStr"><is><t>3.4 b</t></is></c><c r="B2" t="inlineStr"><is><t>X/9</t></is></c><c r="C2" t="inlineStr"><is><t>S</t></is></c><c r="D2"><v>100</v></c><c r="E2" t="inlineStr"><is><t>Noted</t></is></c></row>"#
        let one = try read(
            xlsx(head + row, strings: strings, workbook: #"<workbookPr date1904="1"/>"#), name: "a.xlsx")
        #expect(one.first?.publishedOn == Day("1904-04-10"))
    }

    @Test("A workbook that is damaged, or refers outside itself, is refused; a column from nowhere is passed over")
    func badXLSX() throws {
        #expect(rule(Array(xlsx("").dropLast(40)), name: "a.xlsx")?.rule == .damagedArchive)
        #expect(rule(xlsx("<row><c"), name: "a.xlsx")?.rule == .damagedArchive)
        #expect(rule(xlsx("<!DOCTYPE x>"), name: "a.xlsx")?.rule == .damagedArchive)
        let far = #"<row><c r="ZZZZZZ1" t="str"><v>x</v></c></row>"#
        #expect(rule(xlsx(far), name: "a.xlsx")?.rule == .columnsMissing)
    }

    // MARK: The matrix

    private func cell(_ lines: String...) -> String {
        "<w:tc>\(lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined())</w:tc>"
    }

    private func word(_ rows: String...) -> [UInt8] {
        ZipBuilder.word([
            (
                "word/document.xml",
                "<w:document xmlns:w=\"x\"><w:body><w:tbl>\(rows.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl></w:body></w:document>"
            )
        ])
    }

    @Test("The layout with coded themes: source of the position, States in brackets, themes then persons")
    func layoutA() throws {
        let head =
            cell("Recommendation") + cell("Position") + cell("Full list of themes")
            + cell("Assessment/comments on level of implementation")
        let one =
            cell(
                "126.10 Give families all information (Norvania; Hallim Federation);",
                "Source of position: X/UPR/33/10/Add.1 - Para. 4")
            + cell("Supported")
            + cell(
                "D32 Enforced disappearances", "A42 Institutions &amp; policies - General", "Affected persons:",
                "- Disappeared persons")
            + cell("")
        let again = one.replacing("A42 Institutions &amp; policies - General", with: "B51 Right to an effective remedy")
        let all = try read(
            word(head, cell("Theme: D32 Enforced disappearances"), one, cell("Theme: B51 Remedy"), again),
            name: "m.docx")
        let read = try #require(all.first)
        #expect(all.count == 1)
        #expect(read.text == "Give families all information")
        #expect(read.recommendingStates == ["Norvania", "Hallim Federation"])
        #expect(
            read.positions == [
                .init(.supported, symbol: "X/UPR/33/10/Add.1", paragraph: "4", readOn: Day("2026-11-01"))
            ])
        #expect(read.themes.map(\.code) == ["D32", "A42", "B51"])
        #expect(read.affectedPersons == ["Disappeared persons"])
        #expect(read.key.symbol == "X/UPR/33/10")
    }

    @Test("The layout with rights or areas and a column of States; what was struck out is gone")
    func layoutB() throws {
        let head =
            cell("Recommendation") + cell("Recommending state/s") + cell("Position")
            + cell("Full list of rights/affected persons")
        let struck =
            "<w:tc><w:p><w:r><w:t>112.2 Open the </w:t></w:r><w:del><w:r><w:delText>secret </w:delText></w:r></w:del><w:ins><w:r><w:t>registers</w:t></w:r></w:ins></w:p></w:tc>"
        let row =
            struck + cell("Norvania", "Hallim") + cell("Supported/Noted")
            + cell("13.1 Liberty and security - general", "Affected persons: General; Women")
        let one = try #require(try read(word(head, cell("Right or area: 13.1. Liberty"), row), name: "m.docx").first)
        #expect(one.text == "Open the registers")
        #expect(one.recommendingStates == ["Norvania", "Hallim"])
        #expect(one.position?.value == .partly)
        #expect(one.themes == [.init(scheme: .area, code: "13.1", label: "Liberty and security - general")])
        #expect(one.affectedPersons == ["General", "Women"])
    }

    @Test("A Word file without such a table, an old one and a damaged one are refused, each in its way")
    func badMatrix() {
        #expect(rule(word(cell("Name") + cell("Age")), name: "m.docx")?.rule == .noMatrix)
        #expect(rule([0xD0, 0xCF, 0x11, 0xE0, 0xA1], name: "m.docx")?.rule == .oldWord)
        #expect(rule(Array("PK\u{3}\u{4}".utf8), name: "m.docx")?.rule == .damagedArchive)
        #expect(rule([0x00, 0x01, 0x02], name: "m.docx")?.rule == .unknownForm)
    }
}
