import DossierTestSupport
import Foundation
import Testing

@testable import DossierIntake

@Suite("A list in an archive with its files")
struct ListArchiveTests {
    private static let list = Array("번호,성명,파일\n1,온누리별,편지.jpg\n".utf8)

    private func archive(_ entries: [(String, [UInt8])]) -> [UInt8] {
        var zip = ZipBuilder()
        for (name, content) in entries { zip.add(name, content) }
        return zip.bytes
    }

    @Test("The list is read, and files are found by path, by their own name, and in either form of Unicode")
    func files() throws {
        let name = "편지.jpg".decomposedStringWithCanonicalMapping
        let bytes = archive([
            ("import.csv", Self.list), ("other.csv", []), (name, [1]), ("scans/a.png", [2]), ("scans/b.png", [3]),
            ("old/b.png", [4]), ("__MACOSX/import.csv", [5]),
        ])
        let found = try #require(try ListArchive(bytes))
        #expect(found.listName == "import.csv")
        #expect(found.entry(named: "편지.jpg") == name)
        #expect(found.entry(named: "a.png") == "scans/a.png")
        #expect(found.entry(named: "old/b.png") == "old/b.png")
        // Two of that name: neither is meant for certain.
        #expect(found.entry(named: "b.png") == nil)
        #expect(found.entry(named: "import.csv") == nil)
        #expect(try found.contents(of: ["scans/a.png"]) == ["scans/a.png": [2]])
        let table = try TableReader().table(bytes, path: "list.zip")
        #expect(table.columns == ["번호", "성명", "파일"])
        #expect(table.rows.map(\.cells) == [["1", "온누리별", "편지.jpg"]])
    }

    @Test("One list alone needs no name of its own; of two without it none is taken")
    func oneList() throws {
        #expect(try ListArchive(archive([("a.csv", Self.list), ("b.png", [])]))?.listName == "a.csv")
        #expect(try ListArchive(archive([("a.csv", Self.list), ("b.csv", Self.list)])) == nil)
        #expect(try ListArchive(archive([("[Content_Types].xml", []), ("a.csv", [])])) == nil)
        #expect(try ListArchive(Self.list) == nil)
    }

    @Test("An archive whose list is an archive again is not opened for ever")
    func nested() throws {
        let inner = archive([("import.csv", Self.list)])
        let outer = archive([("import.csv", inner)])
        #expect(throws: TableError.self) { _ = try TableReader().table(outer, path: "list.zip") }
    }

    @Test("An archive that cannot be taken in is told with its reason")
    func hostile() {
        var locked = ZipBuilder()
        locked.add("import.csv", Self.list, flags: 0x801)
        let climbing = archive([("../import.csv", Self.list)])
        let twice = archive([("import.csv", Self.list), ("import.csv", Self.list)])
        for (bytes, reason) in [(locked.bytes, "encrypted"), (climbing, "badName"), (twice, "nameTwice")] {
            let error = #expect(throws: TableError.self) { _ = try TableReader().table(bytes, path: "list.ZIP") }
            #expect(error?.rule == .badArchive)
            #expect(error?.expected == reason)
        }
        let cut = Array(archive([("import.csv", Self.list)]).prefix(40))
        #expect(throws: TableError.self) { _ = try TableReader().table(cut, path: "list.zip") }
    }
}
