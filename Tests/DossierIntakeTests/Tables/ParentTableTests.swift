import DossierTestSupport
import Testing

@testable import DossierIntake

@Suite("A table with the rest of its rows in another")
struct ParentTableTests {
    private static let mapping =
        "source: form\nkey: [KEY]\nparent: {file: main.csv, key: KEY, by: PARENT_KEY}\ncolumns: {name: person.names}"

    private func table(_ own: String, _ parent: String?, _ yaml: String = Self.mapping) throws -> Table {
        let folder = try TemporaryFolder()
        let path = try folder.file("taken.csv", own)
        if let parent { _ = try folder.file("main.csv", parent) }
        return try ReadList.mapping(yaml: yaml).table(at: path)
    }

    @Test("Each row gets what stands once for several, and columns of one name are told apart")
    func joined() throws {
        let table = try table(
            "KEY,PARENT_KEY,name\na/1,a,온누리별\na/2,a,온가람솔\nb/1,gone,온누리\n", "KEY,village,teller\na,종로,딸\nc,해주,아들\n")
        #expect(table.columns == ["KEY", "PARENT_KEY", "name", "parent/KEY", "village", "teller"])
        #expect(
            table.rows.map(\.cells) == [
                ["a/1", "a", "온누리별", "a", "종로", "딸"], ["a/2", "a", "온가람솔", "a", "종로", "딸"],
                ["b/1", "gone", "온누리", "", "", ""],
            ])
    }

    @Test("A column that is not there, and a file that is not, are told")
    func missing() {
        let error = #expect(throws: TableError.self) { try self.table("KEY,name\na,온누리\n", "KEY,village\na,종로\n") }
        #expect(error?.rule == .noColumn)
        #expect(error?.value == "PARENT_KEY")
        let gone = #expect(throws: TableError.self) { try self.table("KEY,PARENT_KEY,name\na,b,온누리\n", nil) }
        #expect(gone?.rule == .unreadable)
        let outside = Self.mapping.replacing("main.csv", with: "../main.csv")
        #expect(throws: TableError.self) { try self.table("KEY,PARENT_KEY,name\n", "KEY\n", outside) }
    }

    @Test("Sheets of KoBo are known by their columns", arguments: [("form", true), ("", false)])
    func kobo(_ sheet: String, _ isKnown: Bool) throws {
        let table = Table(
            columns: ["성명", "_index", "_parent_table_name", "_parent_index"],
            rows: [.init(number: 2, cells: ["온누리별", "1", sheet, "7"])])
        let parent = MappingProposal.parent(of: table)
        #expect(parent == (isKnown ? .init(.sheet("form"), key: "_index", by: "_parent_index") : nil))
        #expect(MappingProposal.parent(of: Table(columns: ["성명"], rows: [])) == nil)
    }
}
