import DossierArchives
import DossierFiles
import Foundation
import Glibc

/// A package as a single file: a ZIP archive of the bag's folder, files kept as they are, the same bytes each time.
///
/// The archive's comment holds the SHA-256 of all that stands before it, so that also what ZIP itself writes around the
/// files cannot be another without being found.
public enum PackageFile {
    private static let mark = "dossier-package-1 sha256 "

    /// Packs `folder` into a new file; in the archive everything lies below a folder called `name`.
    /// - Throws: ``FileError``, ``ZipStreamWriter/Refusal``.
    public static func pack(_ folder: String, as name: String, to path: String) throws {
        var found: [(path: String, size: Int)] = []
        FolderFiles.list(folder) { found.append(($0, $1)) }
        found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let paths = found.map(\.path)
        let checked = Cores.map(sizes: found.map(\.size)) { index, _ in
            Result { try checksum("\(folder)/\(paths[index])") }
        }
        let part = "\(path).part"
        unlink(part)
        let target = try OpenFile(part, O_WRONLY | O_CREAT | O_EXCL, permissions: 0o644, error: FileError.writing)
        let sink = Sink(target)
        do {
            var zip = ZipStreamWriter { try sink.take($0) }
            for (inner, checked) in Swift.zip(paths, checked) {
                let (checksum, size) = try checked.get()
                try zip.add("\(name)/\(inner)", size: size, checksum: checksum) { take in
                    // Without digests: the bag has these already.
                    _ = try FileReading().scan(path: "\(folder)/\(inner)", take: take)
                }
            }
            try zip.finish(commentLength: mark.utf8.count + 64) { Array("\(mark)\(sink.digest)".utf8) }
            try sink.close()
            guard rename(part, path) == 0 else { throw FileError.writing(path, errno) }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// What the comment of an archive says of the bytes before it.
    enum Container: Sendable, Hashable {
        /// The comment is there and right.
        case sound
        /// Nobody wrote a comment: another program has packed the files.
        case repacked
        case changed
    }

    /// - Throws: ``FileError`` when the file cannot be read.
    static func container(of path: String) throws(FileError) -> Container {
        let source = try SourceFile(path: path)
        let length = mark.utf8.count + 64
        let size = source.size
        let running = RunningDigest(.sha256)
        var end: [UInt8] = []
        var place = 0
        _ = try FileReading().read(source) { block throws(FileError) in
            let hashed = max(0, min(block.count, size - length - place))
            running.update(UnsafeRawBufferPointer(rebasing: block[..<hashed]))
            // The last bytes: the record that ends the archive, and the comment.
            let kept = max(0, min(block.count, size - 22 - 65_535 - place))
            end += block[kept...]
            place += block.count
        }
        let record: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        let ours = end.suffix(22 + length)
        if ours.starts(with: record), ours.suffix(length).starts(with: Array(mark.utf8)) {
            let told = String(decoding: ours.suffix(64), as: UTF8.self)
            let declared = Int(ours[ours.startIndex + 20]) | Int(ours[ours.startIndex + 21]) << 8
            return told == running.digest && declared == length ? .sound : .changed
        }
        // Without a comment the record stands at the very end, and says so.
        return end.suffix(22).starts(with: record) && end.suffix(2) == [0, 0] ? .repacked : .changed
    }

    private final class Sink {
        private var target: OpenFile?
        private let running = RunningDigest(.sha256)
        private var waiting: [UInt8] = []

        init(_ target: consuming OpenFile) { self.target = consume target }

        var digest: String { running.digest }

        func take(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
            running.update(bytes)
            // Twenty thousand small files are a hundred thousand small writes otherwise.
            if bytes.count < 1 << 16 {
                waiting += bytes
                if waiting.count >= 1 << 20 { try flush() }
            } else {
                try flush()
                try target?.append(bytes)
            }
        }

        private func flush() throws(FileError) {
            guard !waiting.isEmpty else { return }
            try target?.append(waiting)
            waiting.removeAll(keepingCapacity: true)
        }

        func close() throws(FileError) {
            try flush()
            try target?.sync()
            target = nil
        }
    }

    private static func checksum(_ path: String) throws -> (Checksum, Int) {
        var checksum = Checksum()
        let size = try FileReading().scan(path: path) { checksum.update($0) }
        return (checksum, size)
    }
}
