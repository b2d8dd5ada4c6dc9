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
        after work: @escaping @Sendable (Int) throws(ExhibitError) -> Void = { _ throws(ExhibitError) in }
    ) -> ExhibitStore {
        ExhibitStore(libraryPath: library, reading: OriginalReading(blockSize: blockSize, afterBlock: work))
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
    private let latest = Mutex<ExhibitProgress?>(nil)

    func put(_ progress: ExhibitProgress) { latest.withLock { $0 = progress } }

    var last: ExhibitProgress? { latest.withLock { $0 } }
}

/// The reason for which `work` was refused; nil when it was not.
func exhibitRefusal(_ work: () throws -> Void) throws -> ExhibitError.Reason? {
    do {
        try work()
        return nil
    } catch let error as ExhibitError {
        return error.reason
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
