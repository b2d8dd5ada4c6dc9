import Crypto
import DossierFiles
import Foundation
import Testing

@testable import DossierLibrary

@Suite("Taking in originals")
struct ExhibitAddingTests {
    @Test("The digests are those that the standard gives for its examples (FIPS 180-4, “abc”)")
    func knownDigests() throws {
        let folder = try ExhibitFolder()
        let kept = try folder.store.add(fileAt: try folder.file("abc.txt", "abc".utf8))
        #expect(kept.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            kept.sha512 == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        #expect(kept.bytes == 3)
        #expect(kept.isNew)
    }

    @Test("An original is kept under its SHA-256, read-only, in folders for the owner alone")
    func place() throws {
        let folder = try ExhibitFolder()
        let kept = try folder.store.add(fileAt: try folder.file("a", [1, 2, 3]))
        let place = try folder.store.path(of: kept.sha256)
        #expect(place == "\(folder.library)/exhibits/\(kept.sha256.prefix(2))/\(kept.sha256)")
        #expect(try Data(contentsOf: URL(filePath: place)) == Data([1, 2, 3]))
        let permissions = { try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int }
        #expect(try permissions(place) == 0o400)
        #expect(try permissions((place as NSString).deletingLastPathComponent) == 0o700)
        #expect(try permissions(folder.store.path) == 0o700)
        #expect(try folder.contents() == [String(kept.sha256.prefix(2)), "\(kept.sha256.prefix(2))/\(kept.sha256)"])
    }

    @Test("The same bytes are kept once, whatever their file is called")
    func twice() throws {
        let folder = try ExhibitFolder()
        let paths = [try folder.file("a", [7, 7]), try folder.file("b", [7, 7]), try folder.file("c", [8])]
        let first = try folder.store.add(filesAt: paths).map { try $0.get() }
        #expect(first.map(\.isNew) == [true, false, true])
        #expect(first[0].digests == first[1].digests)
        let again = try folder.store.add(filesAt: paths).map { try $0.get() }
        #expect(again.map(\.isNew) == [false, false, false])
        #expect(try folder.contents().count == 4)
    }

    @Test("Many files are taken in in one go, and the answers are in their order")
    func many() throws {
        let folder = try ExhibitFolder()
        let paths = try (0..<300).map { try folder.file("f\($0)", Array("file \($0)".utf8)) }
        let seen = Tally()
        let kept = try folder.store.add(filesAt: paths) { seen.put($0) }.map { try $0.get() }
        for (index, file) in kept.enumerated() {
            #expect(file.sha256 == SHA256.hash(data: Data("file \(index)".utf8)).hexadecimal)
        }
        #expect(seen.last?.files == 300)
        #expect(seen.last?.bytes == kept.reduce(0) { $0 + $1.bytes })
        #expect(folder.store.verify(kept.map(\.digests)) == Array(repeating: .sound, count: 300))
    }

    @Test("A large file beside small ones is kept like them")
    func large() throws {
        let folder = try ExhibitFolder()
        let bytes = [UInt8](repeating: 0x5A, count: (17 << 20) + 5)
        let kept = try folder.store.add(filesAt: [try folder.file("s", [1]), try folder.file("l", bytes)])
            .map { try $0.get() }
        #expect(kept[1].sha512 == SHA512.hash(data: bytes).hexadecimal)
        #expect(folder.store.verify(kept.map(\.digests)) == [.sound, .sound])
    }

    @Test("Two that take in the same files at the same time do not disturb each other")
    func atOnce() async throws {
        let folder = try ExhibitFolder()
        let paths = try (0..<40).map { try folder.file("f\($0)", [UInt8($0), 1]) }
        let store = folder.store
        let results = try await withThrowingTaskGroup(of: [ExhibitStore.KeptFile].self) { group in
            for _ in 0..<4 { group.addTask { try store.add(filesAt: paths).map { try $0.get() } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(results.map { $0.map(\.sha256) }).count == 1)
        #expect(results.joined().count { $0.isNew } == 40)
        #expect(try folder.contents().count { $0.contains("/") } == 40)
    }
}
