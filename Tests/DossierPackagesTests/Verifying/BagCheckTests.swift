import DossierPackages
import DossierTestSupport
import Foundation
import Testing

@Suite("Judging a bag from anywhere")
struct BagCheckTests {
    private typealias Rule = PackageFault.Rule

    private func rules(_ change: (PackageStory) throws -> Void) throws -> Set<PackageFault.Rule> {
        let story = try PackageStory()
        try change(story)
        let verdict = story.verdict()
        #expect(!verdict.isSound)
        return Set(verdict.faults.map(\.rule))
    }

    @Test("A file that was changed, taken away or added is named")
    func fixity() throws {
        #expect(try rules { try $0.write("data/empty.txt", "x") }.isSuperset(of: [.changed, .oxumWrong]))
        #expect(
            try rules { try FileManager.default.removeItem(atPath: "\($0.path)/data/empty.txt") }.contains(.missing))
        #expect(try rules { try $0.write("data/more.txt", "") }.contains(.unlisted))
        #expect(try rules { try $0.write("index.html", "<b>") }.contains(.tagChanged))
        #expect(try rules { try $0.write("more.txt", "") }.contains(.tagChanged))
        let story = try PackageStory()
        try story.write("data/c0ffee/annex-01.txt", "한 낱말 ")
        #expect(
            story.verdict().faults.filter { $0.rule == .changed }.allSatisfy { $0.path == "data/c0ffee/annex-01.txt" })
    }

    @Test("A file of the same length is found out as well")
    func sameLength() throws {
        #expect(
            try rules { try $0.edit("data/c0ffee/petition-en.html") { $0 = $0.replacing("x", with: "y") } }.contains(
                .changed))
    }

    @Test(
        "A declaration or list that is not as BagIt asks is told",
        arguments: [
            ("bagit.txt", "", PackageFault.Rule.badDeclaration), ("bagit.txt", "BagIt-Version: 1.0\n", .badDeclaration),
            ("bagit.txt", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", .badVersion),
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n", .badEncoding),
            ("bagit.txt", "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", .badEncoding),
            ("manifest-sha256.txt", "zz  data/empty.txt\n", .badLine), ("manifest-sha256.txt", "abc\n", .badLine),
            ("manifest-sha3.txt", "", .unknownAlgorithm),
            ("fetch.txt", "https://example.org/x 1 data/x\n", .fetched), ("bag-info.txt", "no colon\n", .badInfo),
            ("bag-info.txt", " begins with a space\n", .badInfo), ("bag-info.txt", "Payload-Oxum: 1.1\n", .oxumWrong),
        ])
    func tags(_ name: String, _ text: String, _ rule: PackageFault.Rule) throws {
        #expect(try rules { try $0.write(name, text) }.contains(rule))
    }

    @Test(
        "A list that points out of the payload is refused, and what it points to is not read",
        arguments: [
            "../outside.txt", "/etc/passwd", "data/../../outside.txt", "data/./empty.txt", "~/x", "data\\x", "C:/x",
            "index.html",
            "data//empty.txt", "data/a\u{202E}b",
        ])
    func outside(_ path: String) throws {
        let digest = String(repeating: "0", count: 64)
        let found = try rules { try $0.edit("manifest-sha256.txt") { $0 += "\(digest)  \(path)\n" } }
        #expect(found.contains(.listedOutside))
    }

    @Test("A name that is listed twice is told, and so are two digests of one name")
    func twice() throws {
        let digest = String(repeating: "0", count: 64)
        #expect(try rules { try $0.edit("manifest-sha256.txt") { $0 += $0 } }.contains(.listedTwice))
        #expect(
            try rules { try $0.edit("manifest-sha256.txt") { $0 += "\(digest)  data/empty.txt\n" } }.contains(
                .listedApart))
    }

    @Test("Bytes that are no UTF-8 are told where they stand")
    func encoding() throws {
        #expect(try rules { try $0.write("bag-info.txt", [0x41, 0x3A, 0x20, 0xFF, 0x0A]) }.contains(.notUTF8))
        #expect(
            try rules {
                try $0.write("manifest-sha256.txt", Array(repeating: 0x30, count: 64) + [0x20, 0x20, 0xB0, 0xA1, 0x0A])
            }.contains(.notUTF8))
    }

    @Test("A million lines are refused at the limit")
    func manyLines() throws {
        let line = "\(String(repeating: "0", count: 64))  data/empty.txt\n"
        let story = try PackageStory()
        try story.write("manifest-sha256.txt", String(repeating: line, count: 1_000_000))
        let faults = story.verdict().faults
        // Of the same wrong thing on every line a thousand are told.
        #expect(faults.count < 3_100)
        #expect(faults.contains { $0.rule == .listedTwice })
        let unlike = (0..<300_100).map { "\(String(repeating: "0", count: 64))  data/\($0)\n" }.joined()
        try story.write("manifest-sha256.txt", unlike)
        #expect(story.verdict().faults.contains { $0.rule == .tooManyLines })
    }

    @Test("Links are told and never followed, nor are devices opened")
    func links() throws {
        #expect(
            try rules {
                try FileManager.default.createSymbolicLink(
                    atPath: "\($0.path)/data/link.txt", withDestinationPath: "/etc/passwd")
            }.contains(.link))
        #expect(
            try rules {
                try FileManager.default.createSymbolicLink(atPath: "\($0.path)/data/loop", withDestinationPath: "..")
            }.contains(.link))
        #expect(try rules { _ = mkfifo("\($0.path)/data/pipe", 0o600) }.contains(.notAFile))
    }

    @Test("Names that are one on other disks are told, also when their letters are put together in another way")
    func collisions() throws {
        #expect(try rules { try $0.write("data/EMPTY.txt", "") }.contains(.nameTwiceFolded))
        #expect(
            try rules {
                try $0.write("data/\u{AC00}.txt", "")
                try $0.write("data/\u{1100}\u{1161}.txt", "")
            }.contains(.nameTwiceFolded))
    }

    @Test("A folder that is no bag, and nothing at all, are told so")
    func none() throws {
        let folder = try TemporaryFolder()
        #expect(PackageVerifier(schema: nil).verify(folder.path).verdict.faults.map(\.rule) == [.noDeclaration])
        #expect(PackageVerifier(schema: nil).verify("\(folder.path)/none").verdict.faults.map(\.rule) == [.notThere])
        let file = try folder.file("x.txt", "hello")
        #expect(PackageVerifier(schema: nil).verify(file).verdict.faults.map(\.rule) == [.notAPackage])
    }

    @Test("A bag of another program is judged by its lists alone, with what it has not told")
    func foreign() throws {
        let story = try PackageStory()
        for name in [
            "index.json", "index.html", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "manifest-sha512.txt",
        ] {
            try FileManager.default.removeItem(atPath: "\(story.path)/\(name)")
        }
        try story.edit("manifest-sha256.txt") {
            $0 = $0.uppercased().replacing("DATA/C0FFEE/ANNEX-01.TXT", with: "data/c0ffee/annex-01.txt").replacing(
                "DATA/C0FFEE/PETITION-EN.HTML", with: "data/c0ffee/petition-en.html"
            ).replacing("DATA/EMPTY.TXT", with: "*data/empty.txt").replacing("\n", with: "\r\n")
        }
        let verdict = story.verdict()
        #expect(verdict.isSound, "\(verdict.faults)")
        #expect(verdict[.own]?.state == .absent)
    }

    @Test("An index that tells something else is told, and so is a digest of ours in capitals")
    func own() throws {
        #expect(
            try rules { try $0.edit("index.json") { $0 = $0.replacing("c0ffee/annex", with: "c0ffee/annes") } }
                .contains(.indexDisagrees))
        #expect(try rules { try $0.write("index.json", "{") }.contains(.indexUnreadable))
        #expect(
            try rules { try $0.edit("tagmanifest-sha512.txt") { $0 = $0.replacing("a", with: "A") } }.contains(
                .tagChanged))
    }

    @Test("Digests that can be forged prove nothing where there are no others")
    func weak() throws {
        let found = try rules { story in
            for name in story.names where name.contains("manifest") {
                try FileManager.default.removeItem(atPath: "\(story.path)/\(name)")
            }
            try story.write("manifest-md5.txt", "d41d8cd98f00b204e9800998ecf8427e  data/empty.txt\n")
        }
        #expect(found.isSuperset(of: [.weakAlgorithm, .noManifest]))
    }

    @Test("One flipped bit is found, wherever it is")
    func flips() throws {
        let story = try PackageStory()
        var random = SeededRandom(seed: 5)
        var flipped = 0
        for name in story.names {
            let bytes = try story.bytes(name)
            let places = bytes.count * 8
            // Every bit of what is judged by its form, a share of the rest.
            let chosen =
                name.contains("manifest")
                ? (0..<90).map { _ in Int.random(in: 0..<places, using: &random) } : Array(0..<min(places, 160))
            for place in chosen {
                var changed = bytes
                changed[place / 8] ^= 1 << UInt8(place % 8)
                try story.write(name, changed)
                #expect(!story.verdict().isSound, "bit \(place) of \(name)")
                flipped += 1
            }
            try story.write(name, bytes)
        }
        #expect(flipped > 900)
        #expect(story.verdict().isSound)
    }
}
