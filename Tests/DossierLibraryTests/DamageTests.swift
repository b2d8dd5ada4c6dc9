import DossierTestSupport
import Foundation
import Testing

@Suite("A damaged file is told, and takes nothing down with it")
struct DamageTests {
    /// A process that reads everything, because a crash would take the tests along.
    private func reading(_ library: TestLibrary) throws -> (line: String, status: Int32) {
        let process = try WriterProcess(["read", library.path])
        process.wait()
        return (process.lines.last ?? "", process.status)
    }

    private func filled() throws -> TestLibrary {
        let library = try TestLibrary()
        _ = try WriterProcess.run(["add", library.path, "w1", "0", "4"])
        return library
    }

    @Test("Cut short at any page or within it", arguments: [0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
    func cut(_ share: Double) throws {
        let library = try filled()
        let whole = try library.bytes()
        for length in [Int(Double(whole.count) * share), Int(Double(whole.count) * share) / 4096 * 4096] {
            let bytes = whole.prefix(length)
            try library.overwrite(bytes)
            let (line, status) = try reading(library)
            #expect(status == 1 && ["refused damaged", "refused notALibrary"].contains(line), "\(length): \(line)")
            #expect(try library.bytes() == bytes)
        }
    }

    @Test("The middle overwritten", arguments: [0x00, 0x5A, 0xFF] as [UInt8])
    func middle(_ byte: UInt8) throws {
        let library = try filled()
        var bytes = try library.bytes()
        let middle = bytes.count / 3..<bytes.count * 2 / 3
        bytes.replaceSubrange(middle, with: Data(repeating: byte, count: middle.count))
        try library.overwrite(bytes)
        let (line, status) = try reading(library)
        #expect(status == 1 && line == "refused damaged", "\(line)")
        #expect(try library.bytes() == bytes)
    }

    /// Disks lose pages, and single bits. Whatever is lost, the library says so or holds what it held; no reading may
    /// end in a crash.
    @Test("A few bytes changed anywhere are told or do no harm", arguments: 0..<8)
    func anywhere(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let library = try filled()
        let whole = try library.bytes()
        for _ in 0..<12 {
            var bytes = whole
            let place = Int.random(in: 0..<bytes.count - 16, using: &random)
            for index in 0..<Int.random(in: 1...16, using: &random) {
                bytes[place + index] = UInt8.random(in: 0...255, using: &random)
            }
            try library.overwrite(bytes)
            let (line, status) = try reading(library)
            #expect(line.hasPrefix("refused ") || line.hasPrefix("ok cases "), "byte \(place): \(status) \(line)")
            #expect(try library.bytes() == bytes)
        }
    }
}
