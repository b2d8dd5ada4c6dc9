import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierPackages

@Suite("Time stamps")
struct PackageTimestampTests {
    @Test("The query is openssl's own, byte for byte, and the same each time")
    func query() throws {
        let bench = try SealBench()
        let file = try bench.manifest()
        #expect(try bench.timestamp.makeQuery(about: file) == "\(file).tsq")
        let query = try bench.bytes("tagmanifest-sha512.txt.tsq")
        try bench.tool(
            "openssl", "ts", "-query", "-data", file, "-sha512", "-cert", "-no_nonce", "-out", bench.path("by-hand"))
        #expect(try bench.bytes("by-hand") == query)
        try bench.timestamp.makeQuery(about: file)
        #expect(try bench.bytes("tagmanifest-sha512.txt.tsq") == query)
        // It can be made where openssl is not installed.
        #expect(try PackageTimestamp.query(about: file) == query)
    }

    /// A file with its query, and the reply that is not yet attached.
    private func asked(_ bench: SealBench) throws -> (file: String, reply: String, stamper: TimeStamper) {
        let file = try bench.manifest()
        let stamper = try TimeStamper(bench)
        let query = try bench.timestamp.makeQuery(about: file)
        let reply = bench.path("reply.tsr")
        try stamper.answer(query, into: reply)
        return (file, reply, stamper)
    }

    @Test("A reply is proven by those who are trusted, and claimed without them")
    func proven() throws {
        let bench = try SealBench()
        let (file, reply, stamper) = try asked(bench)
        #expect(try bench.timestamp.verdict(on: file) == .none)
        let verdict = try bench.timestamp.attach(reply, to: file, authorities: stamper.authorities)
        guard case .proven(let statement) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(statement.authority == "O=Test, CN=Clock")
        // The time as openssl reads it out of the reply.
        let told = try bench.tool("openssl", "ts", "-reply", "-in", reply, "-text")
        let parts = try #require(statement.time.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z/)).output
        let day = try #require(Int(parts.3))
        #expect(told.contains(/Time stamp: [A-Z][a-z][a-z] +/), "\(told)")
        #expect(told.contains("\(day) \(parts.4) \(parts.1) GMT"), "\(told)")
        #expect(try bench.timestamp.verdict(on: file, authorities: stamper.authorities) == .proven(statement))
        #expect(try bench.timestamp.verdict(on: file) == .claimed(statement, because: .noAuthorities))
        #expect(
            try PackageTimestamp(programs: bench.noPrograms).verdict(on: file, authorities: stamper.authorities)
                == .claimed(
                    statement, because: .notCheckable(.notInstalled(name: "openssl", debianPackage: "openssl"))))
        #expect(throws: FileError.self) {
            try bench.timestamp.verdict(on: file, authorities: bench.path("none.pem"))
        }
    }

    @Test("A stamp is of use when the certificates of its maker have long run out")
    func old() throws {
        let bench = try SealBench()
        let file = try bench.folder.file("manifest", OldStamp.text)
        _ = try bench.file("manifest.tsr", bytes: [UInt8](try #require(Data(base64Encoded: OldStamp.reply))))
        let authorities = try bench.folder.file("root.pem", OldStamp.authorities)
        #expect(
            try bench.timestamp.verdict(on: file, authorities: authorities)
                == .proven(TimestampStatement(time: "2020-03-01T00:00:00Z", authority: "CN=Clock")))
    }

    @Test("A reply that the trusted do not vouch for proves nothing and is not attached")
    func stranger() throws {
        let bench = try SealBench()
        let (file, reply, _) = try asked(bench)
        let other = try TimeStamper(bench, name: "other")
        #expect(
            sealRefusal { _ = try bench.timestamp.attach(reply, to: file, authorities: other.authorities) }
                == .badReply)
        #expect(try bench.timestamp.verdict(on: file) == .none)
        _ = try bench.timestamp.attach(reply, to: file)
        guard case .failed(.notProven, let line) = try bench.timestamp.verdict(on: file, authorities: other.authorities)
        else {
            Issue.record("it passed")
            return
        }
        #expect(line.contains("certificate"), "\(line)")
    }

    @Test("A file that has changed since it was asked about, or was never, takes no reply")
    func changed() throws {
        let bench = try SealBench()
        let (file, reply, stamper) = try asked(bench)
        _ = try bench.timestamp.attach(reply, to: file)
        _ = try bench.folder.file("tagmanifest-sha512.txt", "something else\n")
        #expect(try bench.timestamp.verdict(on: file) == .failed(.otherData, detail: ""))
        #expect(
            try bench.timestamp.verdict(on: file, authorities: stamper.authorities) == .failed(.otherData, detail: ""))
        #expect(sealRefusal { _ = try bench.timestamp.attach(reply, to: file) } == .otherQuery)
        try bench.timestamp.makeQuery(about: file)
        #expect(sealRefusal { _ = try bench.timestamp.attach(reply, to: file) } == .badReply)
        try FileManager.default.removeItem(atPath: "\(file).tsq")
        #expect(sealRefusal { _ = try bench.timestamp.attach(reply, to: file) } == .noQuery)
    }

    @Test("A stamper that refuses, or stamps a shorter digest, has proven nothing")
    func refused() throws {
        let bench = try SealBench()
        let (file, reply, stamper) = try asked(bench)
        for (digest, fault) in [("-sha1", TimestampFault.refused), ("-sha256", .otherData)] {
            try bench.tool("openssl", "ts", "-query", "-data", file, digest, "-cert", "-out", bench.path("weak.tsq"))
            try stamper.answer(bench.path("weak.tsq"), into: reply)
            _ = try bench.file("tagmanifest-sha512.txt.tsr", bytes: try bench.bytes("reply.tsr"))
            #expect(
                try bench.timestamp.verdict(on: file, authorities: stamper.authorities) == .failed(fault, detail: ""))
        }
    }

    @Test("Hostile replies prove nothing, and end nothing")
    func hostile() throws {
        let bench = try SealBench()
        let (file, _, stamper) = try asked(bench)
        let sound = try bench.bytes("reply.tsr")
        var random = SeededRandom(seed: 9)
        let noise = (0..<1 << 20).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        var hostile: [[UInt8]] = [
            [], noise, Array(noise.prefix(1_000)), [0x30], [0x30, 0x80], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x30, 0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], sound + [0], sound + sound,
            [UInt8](repeating: 0x30, count: 100_000),
        ]
        for length in stride(from: 0, to: sound.count, by: 7) { hostile.append(Array(sound.prefix(length))) }
        for bytes in hostile {
            _ = try bench.file("tagmanifest-sha512.txt.tsr", bytes: bytes)
            let verdict = try bench.timestamp.verdict(on: file, authorities: stamper.authorities)
            guard case .failed = verdict else {
                Issue.record("\(bytes.count) bytes: \(verdict)")
                continue
            }
        }
        let large = try bench.file("noise.tsr", bytes: noise)
        #expect(sealRefusal { _ = try bench.timestamp.attach(large, to: file) } == .badReply)
    }

    @Test("No byte of what is stamped can be changed")
    func flipped() throws {
        let bench = try SealBench()
        let (file, _, stamper) = try asked(bench)
        let sound = try bench.bytes("reply.tsr")
        // The statement itself: some bytes before the digest, and all up to the certificates.
        let digest = Array(try PackageTimestamp.query(about: file).dropFirst(24).prefix(64))
        let start = try #require(sound.firstRange(of: digest)).lowerBound
        // What it is about (the digest, and the name of its kind before it) is seen without anybody's certificates.
        let about = start - 13..<start - 4
        for place in start - 20..<start + 120 {
            var bytes = sound
            bytes[place] ^= 1
            _ = try bench.file("tagmanifest-sha512.txt.tsr", bytes: bytes)
            let trusted = about.contains(place) || (start..<start + 64).contains(place) ? nil : stamper.authorities
            let verdict = try bench.timestamp.verdict(on: file, authorities: trusted)
            guard case .failed = verdict else {
                Issue.record("byte \(place): \(verdict)")
                continue
            }
        }
    }
}
