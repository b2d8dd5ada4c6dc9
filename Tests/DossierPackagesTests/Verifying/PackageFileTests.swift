import DossierArchives
import DossierPackages
import DossierTestSupport
import Foundation
import Testing

@Suite("A package as one file")
struct PackageFileTests {
    private func packed(_ story: PackageStory, _ name: String = "p.zip") throws -> String {
        let path = "\(story.folder.path)/\(name)"
        try PackageFile.pack(story.path, as: "dossier-x", to: path)
        return path
    }

    private func verdict(_ path: String) -> PackageVerdict { PackageVerifier(schema: nil).verify(path).verdict }

    private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    @Test("It proves itself, has the bag's seal, and is the same bytes each time")
    func same() throws {
        let story = try PackageStory()
        let path = try packed(story)
        #expect(verdict(path).isSound, "\(verdict(path).faults)")
        #expect(verdict(path).seal == story.seal)
        #expect(verdict(path)[.container]?.state == .proven)
        let other = try PackageStory()
        #expect(try bytes(path) == bytes(try packed(other)))
        withExtendedLifetime(other) {}
    }

    @Test("One flipped bit is found, wherever it is")
    func flips() throws {
        let story = try PackageStory()
        let path = try packed(story)
        let whole = try bytes(path)
        var random = SeededRandom(seed: 9)
        let ends = Array((whole.count - 300) * 8..<whole.count * 8).shuffled(using: &random).prefix(400)
        let places = (0..<500).map { _ in Int.random(in: 0..<whole.count * 8, using: &random) } + ends
        for place in places {
            var changed = whole
            changed[place / 8] ^= 1 << UInt8(place % 8)
            try Data(changed).write(to: URL(filePath: path))
            #expect(!verdict(path).isSound, "bit \(place)")
        }
    }

    @Test("A file that breaks off is found at any length")
    func cut() throws {
        let story = try PackageStory()
        let path = try packed(story)
        let whole = try bytes(path)
        for length in stride(from: 0, to: whole.count, by: 211) {
            try Data(whole.prefix(length)).write(to: URL(filePath: path))
            #expect(!verdict(path).isSound, "\(length)")
        }
        try Data(whole + [0]).write(to: URL(filePath: path))
        #expect(!verdict(path).isSound)
    }

    @Test("A bag that another program has packed is proven by its files alone")
    func repacked() throws {
        let story = try PackageStory()
        var zip = ZipWriter()
        for name in story.names { try zip.add("other-name/\(name)", try story.bytes(name)) }
        let path = try story.folder.file("r.zip", try zip.finish())
        #expect(verdict(path).isSound, "\(verdict(path).faults)")
        #expect(verdict(path)[.container]?.state == .absent)
    }

    private func hostile(_ entries: [(name: String, text: String)]) throws -> Set<PackageFault.Rule> {
        let story = try PackageStory()
        var zip = ZipBuilder()
        for name in story.names { zip.add(name, try story.bytes(name)) }
        for (name, text) in entries { zip.add(name, Array(text.utf8)) }
        let path = try story.folder.file("h.zip", zip.bytes)
        #expect(!verdict(path).isSound)
        return Set(verdict(path).faults.map(\.rule))
    }

    @Test(
        "Names in an archive that lead out of it are refused, and nothing is written",
        arguments: ["../up.txt", "/abs.txt", "data/../../up.txt", "data/\\x"])
    func names(_ name: String) throws { #expect(try hostile([(name, "x")]).contains(.badName)) }

    @Test("A name that stands in an archive twice is refused")
    func twice() throws { #expect(try hostile([("data/empty.txt", "other")]).contains(.nameTwice)) }

    @Test("A small archive that unfolds into gigabytes is stopped where the limit is")
    func bomb() throws {
        let story = try PackageStory()
        var zip = ZipWriter()
        try zip.add("bagit.txt", try story.bytes("bagit.txt"))
        try zip.add("data/zeros.txt", [UInt8](repeating: 0, count: 300 << 20))
        let path = try story.folder.file("b.zip", try zip.finish())
        #expect(verdict(path).faults.contains { $0.rule == .tooLarge })
    }

    @Test("Bytes that only begin as an archive are told")
    func noise() throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 4)
        for length in [4, 40, 4_000, 400_000] {
            let noise = [0x50, 0x4B, 0x03, 0x04] + (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let path = try folder.file("n-\(length).zip", noise)
            #expect(!verdict(path).isSound)
        }
    }
}
