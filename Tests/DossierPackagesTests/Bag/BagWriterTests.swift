import DossierFiles
import DossierPackages
import DossierTestSupport
import Foundation
import Testing

@Suite("Writing a bag")
struct BagWriterTests {
    @Test("What is written proves itself, and the same contents give the same bytes")
    func same() throws {
        let (one, other) = (try PackageStory(), try PackageStory())
        #expect(one.verdict().isSound, "\(one.verdict().faults)")
        #expect(one.seal == other.seal)
        #expect(one.names == other.names)
        for name in one.names { #expect(try one.bytes(name) == other.bytes(name), "\(name)") }
        #expect(one.verdict().seal == one.seal)
        #expect((one.verdict().files, one.verdict().bytes) == (3, 42))
    }

    @Test("The lists are as sha256sum reads them: in order, two spaces, names from the bag's folder")
    func lists() throws {
        let story = try PackageStory()
        let lines = String(decoding: try story.bytes("manifest-sha256.txt"), as: UTF8.self).split(separator: "\n")
        #expect(
            lines.map { $0.dropFirst(64) } == [
                "  data/c0ffee/annex-01.txt", "  data/c0ffee/petition-en.html", "  data/empty.txt",
            ])
        #expect(lines.last?.prefix(64) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            try String(decoding: story.bytes("bagit.txt"), as: UTF8.self)
                == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        #expect(
            try String(decoding: story.bytes("bag-info.txt"), as: UTF8.self)
                == "Bagging-Date: 2026-11-24\nPayload-Oxum: 42.3\n")
    }

    @Test(
        "Names that some system cannot hold, or that could lead out, are refused",
        arguments: [
            "", "/a", "a/", "a//b", "../a", "a/../b", ".", "a/.", "-a", "a b", "가.txt", "a%25", "CON", "con.txt",
            "x/Nul",
            "a.", "a\\b", "c:a", "a\nb", String(repeating: "a", count: 181),
        ])
    func names(_ name: String) {
        var contents = BagContents(info: BagInfo())
        #expect(throws: BagContents.Refusal.self) { try contents.addPayload(name, .pieces([])) }
    }

    @Test("Two names that a disk without cases takes for one are refused")
    func cases() throws {
        var contents = BagContents(info: BagInfo())
        try contents.addPayload("a/B.txt", .pieces([]))
        #expect(throws: BagContents.Refusal.nameTwice("data/A/b.txt")) {
            try contents.addPayload("A/b.txt", .pieces([]))
        }
    }

    @Test("A line end within a value begins no other element")
    func values() throws {
        let info = BagInfo([.init("Dossier-Override", "one\r\nPayload-Oxum: 1.1\nthree")])
        let story = try PackageStory(info: info)
        let text = String(decoding: try story.bytes("bag-info.txt"), as: UTF8.self)
        #expect(text.split(separator: "\n").count == 2)
        #expect(story.verdict().info["dossier-override"] == "one Payload-Oxum: 1.1 three")
        #expect(story.verdict().isSound)
    }

    @Test("What is made when it is written, and fails, leaves an error and no list")
    func failing() throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        var contents = BagContents(info: BagInfo())
        try contents.addPayload("a.txt", .made(size: 1) { throw Broken() })
        #expect(throws: Broken.self) { try BagWriter().write(contents, into: folder.path) }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/manifest-sha256.txt"))
    }
}
