import DossierFiles
import Foundation
import Glibc
import Testing

@testable import DossierLibrary

@Suite("The store of originals")
struct StoreTests {
    private func kept(_ folder: ExhibitFolder, _ count: Int) throws -> [ExhibitStore.KeptFile] {
        let paths = try (0..<count).map { try folder.file("f\($0)", [UInt8($0), 1, 2, 3]) }
        return try folder.store.add(filesAt: paths).map { try $0.get() }
    }

    @Test("Verifying names the file of which one bit was changed, and no other")
    func flipped() throws {
        let folder = try ExhibitFolder()
        let files = try kept(folder, 5)
        try folder.tamper(try folder.store.path(of: files[3].sha256), at: 2)
        let verdicts = folder.store.verify(files.map(\.digests))
        #expect(verdicts.enumerated().filter { $0.element != .sound }.map(\.offset) == [3])
        guard case .changed(let found) = verdicts[3] else { return #expect(Bool(false), "\(verdicts[3])") }
        #expect(found != files[3].sha256)
        #expect(found.count == 64)
    }

    @Test("Verifying tells what is missing, emptied, replaced by a link or folder, or asked for with a bad digest")
    func damaged() throws {
        let folder = try ExhibitFolder()
        let files = try kept(folder, 4)
        let places = try files.map { try folder.store.path(of: $0.sha256) }
        for place in places { unlink(place) }
        try Data().write(to: URL(filePath: places[1]))
        symlink("/etc/hostname", places[2])
        mkdir(places[3], 0o700)
        let bad = Digests(sha256: "../../../etc/passwd", sha512: "")
        #expect(
            folder.store.verify(files.map(\.digests) + [bad]) == [
                .missing, .changed(foundSha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                .unreadable("symbolicLink"), .unreadable("directory"), .unreadable("../../../etc/passwd"),
            ])
    }

    @Test("A file whose SHA-512 alone is another is not sound")
    func secondDigest() throws {
        let folder = try ExhibitFolder()
        var digests = try kept(folder, 1)[0].digests
        digests.sha512 = String(repeating: "0", count: 128)
        #expect(folder.store.verify([digests]) == [.changed(foundSha256: digests.sha256)])
    }

    @Test("Strangers are listed wherever they are in the store, and what is being taken in is not")
    func strangers() throws {
        let folder = try ExhibitFolder()
        let files = try kept(folder, 3)
        let expected = Set(files.map(\.sha256))
        #expect(folder.store.strangers(among: expected) == [])
        let shelf = String(files[0].sha256.prefix(2))
        let store = folder.store.path
        try Data([1]).write(to: URL(filePath: "\(store)/\(shelf)/note.txt"))
        try Data([1]).write(to: URL(filePath: "\(store)/zz"))
        mkdir("\(store)/yy", 0o700)
        // A kept file in the wrong folder is not found where it is looked for.
        try Data([1]).write(to: URL(filePath: "\(store)/yy/\(files[1].sha256)"))
        mkdir("\(store)/incoming-abcdef", 0o700)
        let forgotten = "\(files[2].sha256.prefix(2))/\(files[2].sha256)"
        #expect(
            folder.store.strangers(among: expected.subtracting([files[2].sha256]))
                == ["\(shelf)/note.txt", forgotten, "yy/\(files[1].sha256)", "zz"].sorted())
    }

    @Test("A kept file of another size is reported and left as it is")
    func damagedDouble() throws {
        let folder = try ExhibitFolder()
        let place = try folder.store.path(of: try kept(folder, 1)[0].sha256)
        chmod(place, 0o600)
        try Data([1, 2]).write(to: URL(filePath: place))
        #expect(throws: FileError(.keptIsDamaged, path: place, detail: "2 ≠ 4")) {
            try folder.store.add(fileAt: "\(folder.path)/f0")
        }
        #expect(try Data(contentsOf: URL(filePath: place)) == Data([1, 2]))
    }

    @Test("An adding that fails half-way leaves nothing behind", arguments: [1, 40])
    func interrupted(_ count: Int) throws {
        let folder = try ExhibitFolder()
        let paths = try (0..<count).map { try folder.file("f\($0)", [UInt8($0), 1]) }
        let turn = Turn()
        let store = folder.store(blockSize: 1) { _ throws(FileError) in
            if turn.next() == count { throw FileError(.diskFull, path: "") }
        }
        #expect(try exhibitRefusal { _ = try store.add(filesAt: paths) } == .diskFull)
        #expect(try folder.contents() == [])
    }

    @Test("What a killed process left is removed by the next adding; what another is writing is not")
    func leftovers() throws {
        let folder = try ExhibitFolder()
        let abandoned = "\(folder.store.path)/incoming-dead01"
        try FileManager.default.createDirectory(atPath: abandoned, withIntermediateDirectories: true)
        try Data([1]).write(to: URL(filePath: "\(abandoned)/0"))
        let alive = try IncomingFolder(in: folder.store.path)
        #expect(!FileManager.default.fileExists(atPath: abandoned))
        try Data([1]).write(to: URL(filePath: "\(alive.path)/0"))
        _ = try kept(folder, 1)
        #expect(FileManager.default.fileExists(atPath: "\(alive.path)/0"))
        alive.remove()
        #expect(!FileManager.default.fileExists(atPath: alive.path))
    }

    @Test(
        "Nothing but a digest leads to a path",
        arguments: ["", "ab", "../../etc", String(repeating: "A", count: 64), String(repeating: "é", count: 32)])
    func badDigests(_ text: String) throws {
        let store = try ExhibitFolder().store
        #expect(try exhibitRefusal { _ = try store.path(of: text) } == .badDigest)
    }

    @Test(
        "The library and the store may be links to folders elsewhere, and clearing up works there too",
        arguments: [1, 20])
    func linked(_ count: Int) throws {
        let folder = try ExhibitFolder()
        let link = "\(folder.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.library)
        let paths = try (0..<count).map { try folder.file("f\($0)", [UInt8($0), 5]) }
        let first = try ExhibitStore(libraryPath: link).add(filesAt: paths).map { try $0.get() }
        #expect(first.allSatisfy { $0.isNew })
        try FileManager.default.moveItem(atPath: folder.store.path, toPath: "\(folder.path)/disk")
        try FileManager.default.createSymbolicLink(
            atPath: folder.store.path, withDestinationPath: "\(folder.path)/disk")
        mkdir("\(folder.path)/disk/incoming-dead01", 0o700)
        let again = try folder.store.add(filesAt: paths + [try folder.file("new", [1, 2, 3])]).map { try $0.get() }
        #expect(again.map(\.isNew) == Array(repeating: false, count: count) + [true])
        #expect(folder.store.verify(again.map(\.digests)).allSatisfy { $0 == .sound })
        #expect(
            folder.store.strangers(among: Set(first.map(\.sha256))) == [
                "\(again[count].sha256.prefix(2))/\(again[count].sha256)"
            ])
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/disk/incoming-dead01"))
    }

    @Test("Without a library's folder nothing is kept")
    func noLibrary() throws {
        let folder = try ExhibitFolder()
        let file = try folder.file("f", [1])
        let store = ExhibitStore(libraryPath: "\(folder.path)/nowhere")
        #expect(try exhibitRefusal { _ = try store.add(fileAt: file) } == .cannotWrite)
        #expect(store.verify([Digests(sha256: String(repeating: "0", count: 64), sha512: "")]) == [.missing])
        #expect(store.strangers(among: []) == [])
    }
}
