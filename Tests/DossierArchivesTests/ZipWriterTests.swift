import DossierArchives
import DossierTestSupport
import Testing

@Suite("Writing archives")
struct ZipWriterTests {
    private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        var writer = ZipWriter()
        for (name, bytes) in files { try writer.add(name, bytes) }
        return try writer.finish()
    }

    @Test("What was put in comes out, packed or plain, empty or large")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7)
        let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let files = [
            ("word/document.xml", Array(String(repeating: "<p>가나다</p>", count: 5_000).utf8)), ("빈 것", []),
            ("noise", noise), ("one", [1]),
        ]
        let read = try ZipReader.files(in: try archive(files))
        #expect(read.count == files.count)
        for (name, bytes) in files { #expect(read[name] == bytes, "\(name)") }
    }

    @Test("The same content gives the same bytes, without a time or an owner")
    func sameBytes() throws {
        let files = [("a", Array("text".utf8)), ("b", [UInt8](repeating: 7, count: 1_000))]
        let first = try archive(files)
        #expect(try archive(files) == first)
        // DOS date 1 January 1980, no extra field, in the header of the first entry.
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
        #expect(Array(first[28..<30]) == [0, 0])
    }

    @Test("Plain bytes stand in the archive as they are")
    func plain() throws {
        var writer = ZipWriter()
        let bytes = Array(String(repeating: "identical ", count: 50).utf8)
        try writer.add("a", bytes, isCompressed: false)
        let archive = try writer.finish()
        #expect(archive.firstRange(of: bytes) != nil)
    }

    @Test(
        "A name that could climb out is refused",
        arguments: ["", "/a", "../a", "a/../b", "a//b", "a\\b", "C:a", "a\u{0}"])
    func names(_ name: String) {
        var writer = ZipWriter()
        #expect(throws: ZipWriter.Refusal.badName(name)) { try writer.add(name, [1]) }
    }

    @Test("A name stands once")
    func twice() throws {
        var writer = ZipWriter()
        try writer.add("a", [1])
        #expect(throws: ZipWriter.Refusal.nameTwice("a")) { try writer.add("a", [2]) }
    }
}
