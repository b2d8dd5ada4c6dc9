import Dispatch
import Foundation

/// The originals of exhibits: each kept once, read-only, under its SHA-256, and never written to again.
public struct ExhibitStore: Sendable {
    /// The folder of the originals.
    public let path: String

    public init(libraryPath: String) { path = "\(libraryPath)/exhibits" }

    /// What was kept.
    public struct KeptFile: Sendable, Hashable {
        public var sha256: String
        public var sha512: String
        /// In bytes.
        public var size: Int
        /// False when the same bytes had been kept before.
        public var isNew: Bool
    }

    /// Where the original with a digest is, whether or not it is there; nil when the text is no digest.
    public func file(_ sha256: String) -> String? {
        guard Self.isDigest(sha256) else { return nil }
        return "\(path)/\(sha256.prefix(2))/\(sha256)"
    }

    public func holds(_ sha256: String) -> Bool {
        file(sha256).map { FileManager.default.fileExists(atPath: $0) } ?? false
    }

    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }

    // MARK: Adding

    /// Hashes a file while copying it in, and keeps the copy once it is known to be whole and on the disk.
    /// - Throws: ``ExhibitError``; nothing is kept then.
    public func add(fileAt source: String) throws -> KeptFile {
        guard let result = try add(filesAt: [source]).first else { throw ExhibitError(.missing, source) }
        return try result.get()
    }

    /// Many files, in the order given, on all cores. A file that cannot be taken in does not hold up the others.
    ///
    /// The copies are forced onto the disk together, before any of them bears its final name: with one `fsync` a file the
    /// disk would be waited for twenty thousand times.
    /// - Throws: ``ExhibitError`` when the store itself cannot be written.
    public func add(filesAt sources: [String]) throws -> [Result<KeptFile, ExhibitError>] {
        let intake = try StoreIntake(path: path)
        defer { intake.close() }
        let copies = Slots<Result<StoreIntake.Copy, ExhibitError>>(count: sources.count)
        let isLone = sources.count == 1
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            let copy = Result { try intake.copy(sources[index], number: index, onTwoCores: isLone) }
            copies.set(copy.mapError { $0 as? ExhibitError ?? ExhibitError(.cannotStore, sources[index]) }, at: index)
        }
        try intake.force()
        let kept = zip(sources, copies.all()).map { source, copy in
            copy.flatMap { copy in
                Result { try intake.keep(copy) }.mapError { $0 as? ExhibitError ?? ExhibitError(.cannotStore, source) }
            }
        }
        try intake.force()
        return kept
    }

    // MARK: Verifying

    /// What reading an original again has shown.
    public enum Verdict: Sendable, Hashable {
        case sound
        case missing
        /// Its bytes are not those that were kept; the digest of what is there now.
        case changed(sha256: String)
        case unreadable(String)
    }

    /// Reads originals again, on all cores, and holds both digests against those on record.
    public func verify(_ expected: [Digests]) -> [Verdict] {
        let verdicts = Slots<Verdict>(count: expected.count)
        let isLone = expected.count == 1
        DispatchQueue.concurrentPerform(iterations: expected.count) { index in
            verdicts.set(verdict(expected[index], onTwoCores: isLone), at: index)
        }
        return verdicts.all()
    }

    private func verdict(_ expected: Digests, onTwoCores: Bool) -> Verdict {
        guard let file = file(expected.sha256) else { return .missing }
        do {
            let digests = try StoreIntake.digests(of: try FileReading(path: file), onTwoCores: onTwoCores) { _ in }
            return digests == expected ? .sound : .changed(sha256: digests.sha256)
        } catch let error as ExhibitError {
            return error.reason == .missing ? .missing : .unreadable(error.detail)
        } catch {
            return .unreadable("")
        }
    }

    /// Names in the store that no record expects.
    public func strangers(among expected: Set<String>) -> [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            guard let last = name.split(separator: "/").last, name.contains("/") else { return false }
            return !expected.contains(String(last))
        }.sorted()
    }
}

/// Results that several cores put down, each in a place of its own.
private final class Slots<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func set(_ value: Value, at index: Int) {
        lock.lock()
        defer { lock.unlock() }
        values[index] = value
    }

    func all() -> [Value] { values.compactMap(\.self) }
}
