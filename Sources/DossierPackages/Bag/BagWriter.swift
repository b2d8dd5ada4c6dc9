public import DossierFiles
import Foundation

/// Writes a bag (BagIt 1.0, RFC 8493) onto the disk: the same contents give the same bytes.
public struct BagWriter: Sendable {
    private let reading: FileReading

    /// `progress` is told after every file and every block.
    public init(progress: @escaping @Sendable (FileProgress) -> Void = { _ in }) {
        reading = ProgressMeter(progress).metering(FileReading())
    }

    /// What was written.
    public struct Written: Sendable {
        /// SHA-256 of the tag manifest of SHA-256. It stands for every byte of the bag, and is what is signed, dated and
        /// noted.
        public var seal: String
        /// Of the payload.
        public var files: Int
        public var bytes: Int
        public var payload: [PackagePath: (digests: Digests, size: Int)]
    }

    /// The file that is signed and dated.
    public static let sealed = "tagmanifest-sha256.txt"

    /// Writes the contents into a folder that is there and empty. Nothing is forced onto the disk yet.
    ///
    /// The payload is written first; then `tags` is asked what goes beside it, such as an index that tells the digests.
    /// - Throws: ``FileError``, ``BagContents/Refusal`` and what `tags` throws.
    public func write(
        _ contents: BagContents, into folder: String,
        tags: (_ payload: [PackagePath: (digests: Digests, size: Int)]) throws -> [String: [UInt8]] = { _ in [:] }
    ) throws -> Written {
        var contents = contents
        let payload = try copy(contents.payload, into: folder)
        let size = payload.reduce(0) { $0 + $1.size }
        contents.info.elements.append(.init("Payload-Oxum", "\(size).\(payload.count)"))
        let written = Dictionary(payload.map { ($0.path, (digests: $0.digests, size: $0.size)) }) { first, _ in first }
        for (name, bytes) in try tags(written).sorted(by: { $0.key < $1.key }) { try contents.addTag(name, bytes) }
        let known = payload.map { (path: $0.path, digests: $0.digests) }
        var files = [("bagit.txt", Self.declaration), ("bag-info.txt", Array(contents.info.text.utf8))]
        files += BagAlgorithm.allCases.map { ("manifest-\($0).txt", BagManifest.text(known, $0)) }
        let own = files.compactMap { name, bytes in
            PackagePath(name).map { BagContents.File(path: $0, source: .pieces([.bytes(bytes)])) }
        }
        let beside = try copy(own + contents.tags, into: folder)
        let tagged = beside.map { (path: $0.path, digests: $0.digests) }
        var seal = ""
        for algorithm in BagAlgorithm.allCases {
            let bytes = BagManifest.text(tagged, algorithm)
            if algorithm == .sha256 { seal = Digests(of: bytes).sha256 }
            try FileWriting.write(bytes, to: "\(folder)/tagmanifest-\(algorithm).txt")
        }
        return Written(seal: seal, files: payload.count, bytes: size, payload: written)
    }

    private static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

    private struct Copied: Sendable {
        var path: PackagePath
        var digests: Digests
        var size: Int
    }

    private func copy(_ files: [BagContents.File], into folder: String) throws -> [Copied] {
        let folders = Set(files.map { Self.folder(of: $0.path.text) }).sorted()
        for inner in folders where !inner.isEmpty { try FileWriting.makeFolder("\(folder)/\(inner)") }
        let results = Cores.map(sizes: files.map(\.size)) { index, manner in
            Result {
                let file = files[index]
                let copied = try reading.copy(pieces: try file.pieces, to: "\(folder)/\(file.path)", manner: manner)
                return Copied(path: file.path, digests: copied.digests, size: copied.size)
            }
        }
        return try results.map { try $0.get() }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}

extension BagContents.File {
    fileprivate var pieces: [FileReading.Piece] {
        get throws {
            switch source {
            case .pieces(let pieces): pieces
            case .made(_, let make): [.bytes(try make())]
            }
        }
    }

    /// In bytes as far as it is known, to share out the work.
    fileprivate var size: Int {
        guard case .pieces(let pieces) = source else {
            if case .made(let size, _) = source { return size }
            return 0
        }
        return pieces.reduce(0) { sum, piece in
            switch piece {
            case .bytes(let bytes): sum + bytes.count
            case .range(_, _, let count): sum + count
            case .file(let path):
                sum + ((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
            }
        }
    }
}
