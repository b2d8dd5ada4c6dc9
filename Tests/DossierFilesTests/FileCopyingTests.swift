import DossierFiles
import DossierTestSupport
import Foundation
import Glibc
import Testing

@Suite("Copying files and parts of them")
struct FileCopyingTests {
    private static let manners: [DigestManner] = [.oneThread, .threadForEach]

    private func refusal(_ reading: FileReading, _ pieces: [FileReading.Piece], _ target: String) -> FileError? {
        fileRefusal { () throws(FileError) in _ = try reading.copy(pieces: pieces, to: target) }
    }

    @Test("A file is copied whole, and the digests are those of its bytes", arguments: manners)
    func whole(_ manner: DigestManner) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 5)
        let bytes = random.bytes((3 << 20) + 17)
        let source = try folder.file("source", bytes: bytes)
        let copied = try FileReading().copy(
            pieces: [.file(path: source)], to: "\(folder.path)/copy", manner: manner)
        #expect(copied.digests == Digests(of: bytes))
        #expect(copied.size == bytes.count)
        #expect(try folder.bytes("copy") == bytes)
    }

    @Test("Pieces follow one another, however they fall into blocks", arguments: manners)
    func pieces(_ manner: DigestManner) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 6)
        let files = try (0..<3).map { number in
            let bytes = random.bytes(Int.random(in: 0...2000, using: &random))
            return (path: try folder.file("f\(number)", bytes: bytes), bytes: bytes)
        }
        for round in 0..<60 {
            var expected: [UInt8] = []
            let pieces = (0..<Int.random(in: 0...9, using: &random)).map { _ -> FileReading.Piece in
                let file = files[Int.random(in: 0..<3, using: &random)]
                let offset = Int.random(in: 0...file.bytes.count, using: &random)
                let count = Int.random(in: 0...(file.bytes.count - offset), using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0:
                    let bytes = random.bytes(count)
                    expected += bytes
                    return .bytes(bytes)
                case 1:
                    expected += file.bytes
                    return .file(path: file.path)
                default:
                    expected += file.bytes[offset..<offset + count]
                    return .range(path: file.path, offset: offset, count: count)
                }
            }
            let reading = FileReading(blockSize: Int.random(in: 1...700, using: &random))
            let copied = try reading.copy(pieces: pieces, to: "\(folder.path)/copy\(round)", manner: manner)
            #expect(copied.digests == Digests(of: expected))
            #expect(copied.size == expected.count)
            #expect(try folder.bytes("copy\(round)") == expected)
        }
    }

    @Test("Small pieces are gathered, so that no block but the last is smaller than the others")
    func gathered() throws {
        let folder = try TemporaryFolder()
        let blocks = Told()
        let reading = FileReading(blockSize: 100) { size throws(FileError) in blocks.put(size) }
        let pieces = (0..<50).map { _ in FileReading.Piece.bytes([1, 2, 3, 4, 5]) }
        _ = try reading.copy(pieces: pieces, to: "\(folder.path)/copy")
        #expect(blocks.all == [100, 100, 50])
    }

    @Test("What stands at the new file's place is left as it is, be it a file, a folder or a link to nothing")
    func occupied() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1])
        let link = "\(folder.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(folder.path)/nothing")
        for path in [file, folder.path, link] {
            #expect(
                refusal(FileReading(), [.bytes([2])], path) == FileError(.cannotWrite, path: path, detail: "EEXIST"))
        }
        #expect(try folder.bytes("file") == [1])
        #expect(FolderListing.names(in: folder.path) == ["file", "link"])
    }

    @Test("A range that the file does not have is refused, and nothing is left at the new file's place")
    func outside() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1, 2, 3])
        for (offset, count) in [(0, 4), (3, 1), (4, 0), (-1, 1), (0, -1), (1, .max), (.max, .max)] {
            let pieces: [FileReading.Piece] = [.bytes([9]), .range(path: file, offset: offset, count: count)]
            let found = refusal(FileReading(), pieces, "\(folder.path)/copy")
            #expect(
                found == FileError(.changedWhileRead, path: file, detail: "\(offset) + \(count) > 3"),
                "\(offset), \(count)")
        }
        #expect(FolderListing.names(in: folder.path) == ["file"])
    }

    @Test("Sources that are no files are refused and named for what they are")
    func kinds() throws {
        let folder = try TemporaryFolder()
        let link = "\(folder.path)/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: try folder.file("file", bytes: [1]))
        for (path, reason) in [
            (link, FileError.Reason.symbolicLink), ("/dev/zero", .device), (folder.path, .directory),
            ("\(folder.path)/nothing", .missing), ("\(folder.path)/a\0b", .badPath),
        ] {
            for piece in [FileReading.Piece.file(path: path), .range(path: path, offset: 0, count: 1)] {
                #expect(
                    refusal(FileReading(), [.bytes([1]), piece], "\(folder.path)/copy")
                        == FileError(reason, path: path))
            }
        }
        #expect(FolderListing.names(in: folder.path) == ["file", "link"])
    }

    @Test(
        "A source that changes while it is copied is refused, also between two of its pieces and while another is read",
        arguments: manners, [false, true])
    func changed(_ manner: DigestManner, _ hasOtherBetween: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("f", bytes: [UInt8](repeating: 1, count: 10_000))
        let other = try folder.file("other", bytes: [UInt8](repeating: 2, count: 3000))
        // Some kernels count a file's times in steps of milliseconds, and two writes within one would look like none.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
        // The third block is in the other file when there is one, and in the first file's second piece when not.
        let blocks = Told()
        let reading = FileReading(blockSize: 1000) { size throws(FileError) in
            guard blocks.putting(size) == 3, let file = FileHandle(forWritingAtPath: path) else { return }
            file.write(Data("same size".utf8))
        }
        let pieces: [FileReading.Piece] =
            [.range(path: path, offset: 0, count: 1500)]
            + (hasOtherBetween ? [.file(path: other)] : [.bytes([3])])
            + [.range(path: path, offset: 5000, count: 5000)]
        let found = fileRefusal { () throws(FileError) in
            _ = try reading.copy(pieces: pieces, to: "\(folder.path)/copy", manner: manner)
        }
        #expect(found == FileError(.changedWhileRead, path: path))
        #expect(FolderListing.names(in: folder.path) == ["f", "other"])
    }

    @Test("A disk that is full, and one that is not there, are told by the new file's name")
    func fullDisk() throws {
        let full = try OpenFile("/dev/full", O_WRONLY, error: FileError.writing)
        let found = fileRefusal { () throws(FileError) in
            try full.append([1])
        }
        #expect(found == FileError(.diskFull, path: "/dev/full", detail: "ENOSPC"))
        let folder = try TemporaryFolder()
        let below = "\(folder.path)/nothing/copy"
        #expect(refusal(FileReading(), [], below) == FileError(.cannotWrite, path: below, detail: "ENOENT"))
    }

    @Test("Many copies are made on all cores, and each has its own digests")
    func many() throws {
        let folder = try TemporaryFolder()
        let sources = try (0..<60).map { try folder.file("f\($0)", bytes: Array("file \($0)".utf8)) }
        let copies = Cores.map(sizes: sources.map { _ in 7 }) { index, manner in
            Result { () throws(FileError) in
                try FileReading().copy(
                    pieces: [.file(path: sources[index])], to: "\(folder.path)/c\(index)", manner: manner
                ).digests
            }
        }
        for (index, copy) in copies.enumerated() {
            #expect(try copy.get() == Digests(of: Array("file \(index)".utf8)))
            #expect(try folder.bytes("c\(index)") == Array("file \(index)".utf8))
        }
    }
}
