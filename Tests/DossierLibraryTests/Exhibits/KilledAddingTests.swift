import Crypto
import DossierFiles
import Foundation
import Testing

@testable import DossierLibrary

@Suite("A process that is killed while it takes in originals", .serialized)
struct KilledAddingTests {
    @Test(
        "Every name in the store has its whole bytes, and the next adding clears up", arguments: [5, 20, 60, 150, 400])
    func killed(milliseconds: Int) throws {
        let folder = try ExhibitFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/in", withIntermediateDirectories: true)
        let paths = try (0..<400).map {
            try folder.file("in/\($0)", [UInt8](repeating: UInt8($0 % 251), count: 20_000 + $0))
        }
        let process = try WriterProcess(["keep", folder.library, "\(folder.path)/in"])
        usleep(UInt32(milliseconds) * 1000)
        process.kill()

        let names = try folder.contents().filter { $0.split(separator: "/").last?.count == 64 }
        for name in names {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder.store.path)/\(name)"))
            #expect(SHA256.hash(data: bytes).hexadecimal == name.suffix(64))
        }
        let kept = try folder.store.add(filesAt: paths).map { try $0.get() }
        #expect(kept.count { !$0.isNew } == names.count)
        #expect(folder.store.verify(kept.map(\.digests)).allSatisfy { $0 == .sound })
        #expect(try folder.contents().allSatisfy { !$0.hasPrefix(IncomingFolder.prefix) })
        #expect(folder.store.strangers(among: Set(kept.map(\.sha256))) == [])
    }
}
