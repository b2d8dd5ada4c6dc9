import CDisk
import Foundation

/// One adding to the store, during which no other process adds: copies first, names last.
final class StoreIntake: Sendable {
    /// A copy that is whole and has not got its final name yet.
    struct Copy: Sendable {
        var source: String
        var draft: String
        var digests: Digests
        var size: Int
    }

    private let path: String
    private let folder: Int32

    /// - Throws: ``ExhibitError`` when the store cannot be made or written.
    init(path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ExhibitError(.cannotStore, path, FileReading.systemError)
        }
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0, flock(folder, LOCK_EX) == 0 else {
            throw ExhibitError(.cannotStore, path, FileReading.systemError)
        }
        // Under the lock, a draft can only be what a killed process has left.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name.hasPrefix(".draft") {
            unlink("\(path)/\(name)")
        }
    }

    /// Lets the next process in.
    func close() { Foundation.close(folder) }

    func copy(_ source: String, number: Int, onTwoCores: Bool) throws -> Copy {
        let reading = try FileReading(path: source)
        guard reading.size > 0 else { throw ExhibitError(.empty, source) }
        let draft = "\(path)/.draft-\(number)"
        let output = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
        guard output >= 0 else { throw storing(draft) }
        var isWhole = false
        defer {
            Foundation.close(output)
            if !isWhole { unlink(draft) }
        }
        let digests = try Self.digests(of: reading, onTwoCores: onTwoCores) { try write($0, to: output) }
        isWhole = true
        return Copy(source: source, draft: draft, digests: digests, size: reading.size)
    }

    /// Gives a copy its final name, or drops it when the same bytes are there already.
    func keep(_ copy: Copy) throws -> ExhibitStore.KeptFile {
        let (sha256, shelf) = (copy.digests.sha256, "\(path)/\(copy.digests.sha256.prefix(2))")
        let kept = ExhibitStore.KeptFile(
            sha256: sha256, sha512: copy.digests.sha512, size: copy.size, isNew: true)
        if mkdir(shelf, 0o700) != 0, errno != EEXIST { throw storing(shelf) }
        var status = stat()
        if stat("\(shelf)/\(sha256)", &status) == 0, Int(status.st_size) == copy.size {
            unlink(copy.draft)
            return ExhibitStore.KeptFile(sha256: sha256, sha512: kept.sha512, size: kept.size, isNew: false)
        }
        guard rename(copy.draft, "\(shelf)/\(sha256)") == 0 else { throw storing(shelf) }
        return kept
    }

    /// Puts everything written so far onto the disk.
    func force() throws {
        guard syncfs(folder) == 0 else { throw storing(path) }
    }

    static func digests(
        of reading: FileReading, onTwoCores: Bool, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Digests {
        if onTwoCores, reading.size > 4 * FileReading.blockSize {
            let digesting = ParallelDigesting()
            try reading.forEachBlock(digesting, body)
            return digesting.finish()
        }
        let digesting = SerialDigesting()
        try reading.forEachBlock(digesting, body)
        return digesting.finish()
    }

    private func write(_ block: UnsafeRawBufferPointer, to output: Int32) throws {
        var written = 0
        while written < block.count {
            let count = Foundation.write(output, block.baseAddress.map { $0 + written }, block.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw storing(path) }
            written += count
        }
    }

    private func storing(_ path: String) -> ExhibitError {
        ExhibitError(errno == ENOSPC ? .diskFull : .cannotStore, path, FileReading.systemError)
    }
}
