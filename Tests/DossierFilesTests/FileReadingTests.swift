import DossierFiles
import DossierTestSupport
import Foundation
import Glibc
import Testing

@Suite("Reading files")
struct FileReadingTests {
    @Test("Whatever the size, blockwise reading gives the digests of the whole", arguments: [false, true])
    func sizes(_ isLarge: Bool) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 1)
        let block = 512
        let around = [
            0, 1, block - 1, block, block + 1, 8 * block - 1, 8 * block, 8 * block + 1, 9 * block, 17 * block + 3,
        ]
        let sizes = around + (0..<40).map { _ in Int.random(in: 1...(20 * block), using: &random) }
        for size in sizes {
            let bytes = random.bytes(size)
            let source = try SourceFile(path: try folder.file("f", bytes: bytes))
            var copied: [UInt8] = []
            let manner: DigestManner = isLarge ? .threadForEach : .oneThread
            let digests = try FileReading(blockSize: block).read(source, manner: manner) { block throws(FileError) in
                copied += block
            }
            #expect(copied == bytes)
            #expect(digests == Digests(of: bytes))
        }
    }

    @Test("A path is enough: digests and size are told")
    func path() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("f", bytes: [1, 2, 3])
        let (digests, size) = try FileReading().read(path: path)
        #expect(digests == Digests(of: [1, 2, 3]))
        #expect(size == 3)
    }

    @Test("What is no file is refused and named for what it is")
    func kinds() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1])
        let link = "\(folder.path)/link"
        let pipe = "\(folder.path)/pipe"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try #require(mkfifo(pipe, 0o600) == 0)
        let expected: [(String, FileError.Reason)] = [
            (link, .symbolicLink), (pipe, .pipe), ("/dev/null", .device), (folder.path, .directory),
            ("\(folder.path)/nothing", .missing), ("\(file)/below", .missing), ("\(file)\0.jpg", .badPath),
        ]
        for (path, reason) in expected {
            #expect(throws: FileError(reason, path: path)) { try FileReading().read(path: path) }
        }
    }

    @Test("A file that grows while it is read is refused", arguments: [DigestManner.oneThread, .threadForEach])
    func changed(_ manner: DigestManner) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("f", bytes: [UInt8](repeating: 1, count: 10_000))
        let blocks = Told()
        let reading = FileReading(blockSize: 1000) { size throws(FileError) in
            guard blocks.putting(size) == 3, let file = FileHandle(forWritingAtPath: path) else { return }
            _ = try? file.seekToEnd()
            file.write(Data([2]))
        }
        let refusal = fileRefusal { () throws(FileError) in _ = try reading.read(path: path, manner: manner) }
        #expect(refusal == FileError(.changedWhileRead, path: path))
    }

    @Test("What is thrown after a block ends the reading", arguments: [DigestManner.oneThread, .threadForEach])
    func stopped(_ manner: DigestManner) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("f", bytes: [UInt8](repeating: 1, count: 10_000))
        let blocks = Told()
        let reading = FileReading(blockSize: 1000) { size throws(FileError) in
            if blocks.putting(size) == 4 { throw FileError(.diskFull, path: "here") }
        }
        let refusal = fileRefusal { () throws(FileError) in _ = try reading.read(path: path, manner: manner) }
        #expect(refusal == FileError(.diskFull, path: "here"))
        #expect(blocks.all == [1000, 1000, 1000, 1000])
    }

    @Test("A meter counts every block once, beside whoever else waits for it")
    func metered() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("f", bytes: [UInt8](repeating: 1, count: 2500))
        let blocks = Told()
        let told = Told()
        let meter = ProgressMeter { told.put($0.files * 1_000_000 + $0.bytes) }
        let reading = meter.metering(FileReading(blockSize: 1000) { size throws(FileError) in blocks.put(size) })
        _ = try reading.read(path: path)
        meter.add(files: 1)
        #expect(blocks.all == [1000, 1000, 500])
        #expect(told.all == [1000, 2000, 2500, 1_002_500])
    }
}
