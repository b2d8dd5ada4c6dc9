import DossierFiles
import Foundation
import Glibc
import Synchronization

@testable import DossierLibrary

/// A library's folder with a store, and files beside it to take in; gone when the test is done with it.
final class ExhibitFolder {
    let path: String
    var library: String { "\(path)/library" }

    init() throws {
        path = "\(FileManager.default.temporaryDirectory.path)/exhibits-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: "\(path)/library", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var store: ExhibitStore { ExhibitStore(libraryPath: library) }

    /// A store that reads in small blocks; `work` is done after each.
    func store(
        blockSize: Int,
        after work: @escaping @Sendable (Int) throws(FileError) -> Void = { _ throws(FileError) in }
    ) -> ExhibitStore {
        ExhibitStore(libraryPath: library, reading: FileReading(blockSize: blockSize, afterBlock: work))
    }

    /// Writes a file beside the library and gives its path.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let path = "\(path)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    /// Everything in the store's folder, as paths in it.
    func contents() throws -> [String] {
        guard FileManager.default.fileExists(atPath: store.path) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: store.path).sorted()
    }

    /// Writes into a kept file, as no program should.
    func tamper(_ path: String, at offset: Int) throws {
        chmod(path, 0o600)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes[offset] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
    }
}

/// The latest progress that was told.
final class Tally: Sendable {
    private let latest = Mutex<FileProgress?>(nil)

    func put(_ progress: FileProgress) { latest.withLock { $0 = progress } }

    var last: FileProgress? { latest.withLock { $0 } }
}

/// The reason for which `work` was refused; nil when it was not.
func exhibitRefusal(_ work: () throws -> Void) throws -> FileError.Reason? {
    do {
        try work()
        return nil
    } catch let error as FileError {
        return error.reason
    }
}
