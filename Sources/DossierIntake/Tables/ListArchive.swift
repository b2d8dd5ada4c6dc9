import DossierArchives
import Foundation

/// A ZIP archive that holds a list and the files that its rows name, as Uwazi takes them (`import.csv` with the files beside it).
public struct ListArchive: Sendable {
    private let bytes: [UInt8]
    /// The list's own name in the archive.
    public let listName: String
    private let names: [String]

    /// Why an archive cannot be taken in.
    public struct Unreadable: Error, Sendable, Hashable {
        /// As libarchive's reader names it, such as `encrypted`.
        public var reason: String
        /// The entry, as far as it can be shown; empty when it is about the whole.
        public var entry: String
    }

    /// Scans of letters and recordings, all of one list.
    static let limits = ArchiveLimits(entries: 50_000, entrySize: 1 << 30, totalSize: 4 << 30)

    /// Nil for bytes that are no such archive: a workbook is a ZIP archive too.
    /// - Throws: ``Unreadable``
    public init?(_ bytes: [UInt8]) throws(Unreadable) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        var names: [String] = []
        _ = try Self.files(in: bytes) { name in
            names.append(name)
            return false
        }
        guard !names.contains("[Content_Types].xml") else { return nil }
        // What one kind of computer adds for itself.
        names.removeAll { $0.hasPrefix("__MACOSX/") }
        let lists = names.filter { name in
            ["csv", "tsv", "xlsx"].contains((name as NSString).pathExtension.lowercased())
        }
        guard let list = lists.first(where: { Self.last($0) == "import.csv" }) ?? (lists.count == 1 ? lists[0] : nil)
        else { return nil }
        self.bytes = bytes
        self.names = names.filter { $0 != list }
        listName = list
    }

    /// - Throws: ``Unreadable``
    public func list() throws(Unreadable) -> [UInt8] {
        let name = listName
        return try Self.files(in: bytes) { $0 == name }[listName] ?? []
    }

    /// The entry that a row means by a name: of that path, or, where one alone has it, of that last part. Computers of different makers
    /// write Korean names in different forms of Unicode.
    public func entry(named name: String) -> String? {
        let wanted = name.precomposedStringWithCanonicalMapping
        if let whole = names.first(where: { $0.precomposedStringWithCanonicalMapping == wanted }) { return whole }
        let last = names.filter { Self.last($0).precomposedStringWithCanonicalMapping == wanted }
        return last.count == 1 ? last[0] : nil
    }

    /// Some entries, unpacked into memory.
    /// - Throws: ``Unreadable``
    public func contents(of entries: Set<String>) throws(Unreadable) -> [String: [UInt8]] {
        try Self.files(in: bytes) { entries.contains($0) }
    }

    private static func files(
        in bytes: [UInt8], _ wanted: (String) -> Bool
    ) throws(Unreadable) -> [String: [UInt8]] {
        do {
            return try ZipReader.files(in: bytes, limits: limits, wanted: wanted)
        } catch {
            throw Unreadable(reason: error.reason.rawValue, entry: error.entry)
        }
    }

    private static func last(_ name: String) -> String { (name as NSString).lastPathComponent }
}
