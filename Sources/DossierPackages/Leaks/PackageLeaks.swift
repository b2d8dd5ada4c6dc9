import DossierArchives
public import DossierDisclosure
import DossierFiles

/// Searches every file of a package for what must not be in it: texts, documents without their markup, archives entry by
/// entry, and all other files byte by byte.
public struct PackageLeaks: Sendable {
    private let needles: LeakNeedles

    public init(needles: LeakNeedles) { self.needles = needles }

    /// Where something was found.
    public struct Leak: Sendable, Hashable {
        /// In the package; within an archive after `!`.
        public var path: String
        public var hit: LeakNeedles.Hit
    }

    /// Documents and archives up to this are opened, in bytes; larger files are searched as they are.
    private static let opened = 256 << 20
    /// How deep archives within archives are opened.
    private static let depth = 3

    /// Everything that was found in the files of a folder, in their order.
    /// - Throws: ``FileError`` when a file cannot be read.
    public func leaks(in folder: String) throws -> [Leak] {
        guard !needles.isEmpty else { return [] }
        var paths: [(path: String, size: Int)] = []
        FolderFiles.list(folder) { paths.append(($0, $1)) }
        let parts = paths.flatMap { Part.parts($0.path, $0.size) }
        let results = Cores.map(sizes: parts.map(\.count)) { index, _ in
            Result { try leaks(in: parts[index], of: folder) }
        }
        return Self.distinct(try results.flatMap { try $0.get() })
    }

    /// What stands in bytes from which the file at a path was made: the text of a PDF is compressed.
    public func leaks(in origin: [UInt8], of path: String) -> [Leak] {
        leaks(inside: origin, path, depth: 0).map { Leak(path: path, hit: $0.hit) }
    }

    /// A stretch of a file: one of many megabytes is shared out over the cores.
    private struct Part: Sendable {
        var name: String
        var offset: Int
        var count: Int
        /// A file that is searched as a whole is opened too, where it is a document or an archive.
        var isWhole: Bool

        private static let size = 64 << 20
        /// How far a part reaches into the next one, so that nothing is cut in two: longer than anything that is looked for.
        private static let overlap = 16 << 10

        static func parts(_ name: String, _ size: Int) -> [Part] {
            guard size > Self.opened(name) else { return [Part(name: name, offset: 0, count: size, isWhole: true)] }
            return stride(from: 0, to: size, by: Self.size).map { offset in
                Part(name: name, offset: offset, count: min(Self.size + overlap, size - offset), isWhole: false)
            }
        }

        private static func opened(_ name: String) -> Int {
            [".docx", ".zip", ".xml", ".html"].contains { name.hasSuffix($0) } ? PackageLeaks.opened : size
        }
    }

    private func leaks(in part: Part, of folder: String) throws -> [Leak] {
        let name = part.name
        let path = "\(folder)/\(name)"
        var search = LeakSearch(for: needles, in: Self.isText(name) ? .text : .unknown)
        var kept: [UInt8]? = part.isWhole ? [] : nil
        _ = try FileReading().scan(path: path, from: part.offset, count: part.count) { block in
            search.add(block)
            guard let count = kept?.count else { return }
            if count == 0, !Self.isOpened(name, block) || count + block.count > Self.opened { kept = nil }
            kept?.append(contentsOf: block)
        }
        var found = search.finish().map { Leak(path: name, hit: $0) }
        if let kept, !kept.isEmpty { found += leaks(inside: kept, name, depth: 0) }
        return Self.distinct(found)
    }

    /// What shows only once a document or archive is opened.
    private func leaks(inside bytes: [UInt8], _ name: String, depth: Int) -> [Leak] {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard depth < Self.depth, let entries = try? ZipReader.files(in: bytes) else { return [] }
            return entries.sorted { $0.key < $1.key }.flatMap { entry, content in
                let path = "\(name)!\(entry)"
                let here = needles.hits(inText: entry) + hits(in: content, entry)
                return here.map { Leak(path: path, hit: $0) } + leaks(inside: content, path, depth: depth + 1)
            }
        }
        guard Self.isMarkup(name) else { return [] }
        var search = LeakSearch(for: needles, in: .text)
        search.add(MarkupText.plain(bytes))
        return search.finish().map { Leak(path: name, hit: $0) }
    }

    private func hits(in content: [UInt8], _ name: String) -> [LeakNeedles.Hit] {
        var search = LeakSearch(for: needles, in: Self.isText(name) ? .text : .unknown)
        search.add(content)
        return search.finish()
    }

    private static func isOpened(_ name: String, _ block: UnsafeRawBufferPointer) -> Bool {
        isMarkup(name) || block.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    private static func isMarkup(_ name: String) -> Bool {
        [".xml", ".html", ".rels", ".svg"].contains { name.hasSuffix($0) }
    }

    private static func isText(_ name: String) -> Bool {
        isMarkup(name) || [".txt", ".json"].contains { name.hasSuffix($0) }
    }

    private static func distinct(_ leaks: [Leak]) -> [Leak] {
        var seen: Set<Leak> = []
        return leaks.filter { seen.insert($0).inserted }
    }
}
