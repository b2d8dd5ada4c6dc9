import DossierArchives
import DossierTestSupport
import Foundation
import Testing

@Suite("Reading archives")
struct ZipReaderTests {
    private func reason(_ bytes: [UInt8], limits: ArchiveLimits = .document) -> ArchiveError.Reason? {
        do {
            _ = try ZipReader.files(in: bytes, limits: limits)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test("What was put in comes out, by name")
    func roundTrip() throws {
        var zip = ZipBuilder()
        zip.add("word/document.xml", Array("<p/>".utf8))
        zip.add("첨부/편지.txt", Array("편지".utf8))
        zip.add("empty", [])
        let files = try ZipReader.files(in: zip.bytes)
        #expect(files["word/document.xml"] == Array("<p/>".utf8))
        #expect(files["첨부/편지.txt"] == Array("편지".utf8))
        #expect(files["empty"] == [])
        #expect(try ZipReader.files(in: zip.bytes) { $0 == "empty" }.count == 1)
    }

    @Test(
        "A name that could climb out, hide or be taken for another is refused",
        arguments: ["/etc/passwd", "a/../../b", "..", "a\u{7}b", "a\u{202E}b"])
    func names(_ name: String) {
        var zip = ZipBuilder()
        zip.add(name, [1])
        #expect(reason(zip.bytes) == .badName)
    }

    @Test("The same name twice, a link, and what is encrypted are refused")
    func oddEntries() {
        var twice = ZipBuilder()
        twice.add("a", [1])
        twice.add("a", [2])
        #expect(reason(twice.bytes) == .nameTwice)
        var link = ZipBuilder()
        link.add("a", Array("/etc/passwd".utf8), attributes: 0o120777 << 16)
        #expect(reason(link.bytes) == .notAFile)
        var locked = ZipBuilder()
        locked.add("a", Array(repeating: 7, count: 40), flags: 0x801)
        #expect(reason(locked.bytes) == .encrypted)
    }

    @Test("Each limit stops at what comes out, not at what the archive says of itself")
    func limits() {
        var zip = ZipBuilder()
        for index in 0..<5 { zip.add("f\(index)", Array(repeating: 1, count: 1_000)) }
        let limits = { ArchiveLimits(entries: $0, entrySize: $1, totalSize: $2) }
        #expect(reason(zip.bytes, limits: limits(4, 2_000, 10_000)) == .tooManyEntries)
        #expect(reason(zip.bytes, limits: limits(5, 999, 10_000)) == .entryTooLarge)
        #expect(reason(zip.bytes, limits: limits(5, 1_000, 4_999)) == .tooLarge)
        #expect(reason(zip.bytes, limits: limits(5, 1_000, 5_000)) == nil)
    }

    @Test("A small archive that unfolds into a large one is stopped at the limit")
    func bomb() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/bomb.zip"
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
                with archive.open("word/document.xml", "w") as part:
                    for _ in range(300): part.write(bytes(1 << 20))
            """, path,
        ]
        try python.run()
        python.waitUntilExit()
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(bytes.count < 1 << 20)
        #expect(reason(bytes) == .entryTooLarge)
    }

    @Test("What is cut off or flipped ends in a refusal or in files, never in a crash")
    func hostile() {
        var zip = ZipBuilder()
        zip.add("word/document.xml", Array("<w:p>왔어요</w:p>".utf8))
        zip.add("b", Array(repeating: 9, count: 100))
        let bytes = zip.bytes
        for length in 0..<bytes.count { _ = reason(Array(bytes.prefix(length))) }
        #expect(reason(Array(bytes.prefix(30))) == .damaged)
        #expect(reason([]) == .damaged)
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = reason(changed)
        }
    }
}
