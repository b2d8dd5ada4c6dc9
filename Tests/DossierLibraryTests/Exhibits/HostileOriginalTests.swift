import DossierFiles
import Foundation
import Glibc
import Synchronization
import Testing

@testable import DossierLibrary

@Suite("Originals that cannot be taken in")
struct HostileOriginalTests {
    @Test("What is no file is refused and named for what it is")
    func kinds() throws {
        let folder = try ExhibitFolder()
        let file = try folder.file("file", [1])
        let link = "\(folder.path)/link"
        let pipe = "\(folder.path)/pipe"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try #require(mkfifo(pipe, 0o600) == 0)
        let expected: [(String, FileError.Reason)] = [
            (link, .symbolicLink), (pipe, .pipe), ("/dev/null", .device), (folder.path, .directory),
            ("\(folder.path)/nothing", .missing), ("\(file)/below", .missing), ("\(file)\0.jpg", .badPath),
            ("", .missing), (try folder.file("hollow", []), .empty),
        ]
        for (path, reason) in expected {
            #expect(throws: FileError(reason, path: path)) { try folder.store.add(fileAt: path) }
        }
        #expect(try folder.contents() == [])
    }

    @Test("A socket is refused")
    func socket() throws {
        let folder = try ExhibitFolder()
        let path = "\(folder.path)/s"
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        #expect(try exhibitRefusal { _ = try folder.store.add(fileAt: path) } == .socket)
    }

    @Test("A file that may not be read is refused with the system's name for the fault")
    func unreadable() throws {
        let folder = try ExhibitFolder()
        let path: String
        if geteuid() == 0 {
            // What root may not read either.
            path = "/sys/bus/cpu/uevent"
        } else {
            path = try folder.file("locked", [1])
            chmod(path, 0)
        }
        #expect(throws: FileError(.unreadable, path: path, detail: "EACCES")) {
            try folder.store.add(fileAt: path)
        }
    }

    @Test(
        "A file that changes while it is read is refused, and nothing of it stays",
        arguments: Change.allCases, [DigestManner.oneThread, .threadForEach])
    func changed(_ change: Change, _ manner: DigestManner) throws {
        let folder = try ExhibitFolder()
        let path = try folder.file("f", [UInt8](repeating: 1, count: 10_000))
        let turn = Turn()
        let store = folder.store(blockSize: 1000) { _ throws(FileError) in
            if turn.next() == 3 { change.make(path) }
        }
        let draft = "\(folder.path)/draft"
        #expect(
            try exhibitRefusal { _ = try ExhibitDraft(of: path, at: draft, for: store, manner, syncs: false) }
                == .changedWhileRead)
        turn.reset()
        try? Data(repeating: 1, count: 10_000).write(to: URL(filePath: path))
        #expect(try exhibitRefusal { _ = try store.add(fileAt: path) } == .changedWhileRead)
        #expect(try folder.contents() == [])
    }

    enum Change: CaseIterable {
        case grown, cutShort, rewritten, replaced

        func make(_ path: String) {
            let descriptor = open(path, O_WRONLY)
            defer { close(descriptor) }
            switch self {
            case .grown:
                lseek(descriptor, 0, SEEK_END)
                write(descriptor, "more", 4)
            case .cutShort: ftruncate(descriptor, 5000)
            case .rewritten: write(descriptor, "same size", 9)
            case .replaced: try? Data(repeating: 2, count: 10_000).write(to: URL(filePath: path), options: .atomic)
            }
        }
    }

    @Test("A name does not matter: control characters, bidirectional marks and decomposed Hangul are taken in")
    func names() throws {
        let folder = try ExhibitFolder()
        let names = [
            "a\u{1B}[2J\n\tb", "gpj.\u{202E}exe", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}.jpg", "-rf *",
            "'\"$(x)",
        ]
        for (index, name) in names.enumerated() {
            let kept = try folder.store.add(fileAt: try folder.file(name, [UInt8(index), 9]))
            #expect(kept.isNew, "\(index)")
        }
        let missing = "\(folder.path)/\u{202E}nothing"
        #expect(throws: FileError(.missing, path: missing)) { try folder.store.add(fileAt: missing) }
    }

    @Test("One that cannot be taken in does not hold up the others")
    func mixed() throws {
        let folder = try ExhibitFolder()
        let paths = [try folder.file("a", [1]), "/dev/zero", try folder.file("b", [2])]
        let results = try folder.store.add(filesAt: paths)
        #expect(try results[0].get().isNew)
        #expect(results[1] == .failure(FileError(.device, path: "/dev/zero")))
        #expect(try results[2].get().isNew)
    }

    @Test("The original is only read: bytes, times and permissions stay")
    func untouched() throws {
        let folder = try ExhibitFolder()
        let path = try folder.file("f", [1, 2, 3])
        let facts = {
            var status = stat()
            lstat(path, &status)
            return [status.st_mtim.tv_nsec, status.st_ctim.tv_nsec, Int(status.st_mode), Int(status.st_ino)]
        }
        let before = facts()
        _ = try folder.store.add(fileAt: path)
        #expect(facts() == before)
    }
}

/// Counts calls.
final class Turn: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }

    func reset() { count.withLock { $0 = 0 } }
}
