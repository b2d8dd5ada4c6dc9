import CArchive
import Foundation

/// Goes through a ZIP or tar archive that may come from anywhere, file by file and block by block: nothing is unpacked onto
/// the disk, and memory does not grow with what is in it.
public enum ArchiveWalk {
    /// One entry as the archive tells of it.
    public struct Entry: Sendable, Hashable {
        /// As it is written, with U+FFFD for bytes that are no text. Not to be trusted as a path.
        public var name: String
        public var kind: Kind
        public var isEncrypted: Bool

        public enum Kind: Sendable, Hashable {
            case file, folder, link, other
        }
    }

    /// Calls `visit` for each entry in the order of the archive; it reads a file by calling `fill` until that puts nothing
    /// into the buffer.
    ///
    /// Limits are held by what comes out: an archive of which each byte unfolds to more than `ratio` bytes is stopped.
    /// - Throws: ``ArchiveError``, and what `visit` throws.
    public static func walk(
        _ path: String, limits: ArchiveLimits, ratio: Int = 200,
        _ visit: (
            _ entry: Entry, _ fill: (_ buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int
        ) throws -> Void
    ) throws {
        let names = UTF8Names()
        defer { names.restore() }
        guard let archive = archive_read_new() else { throw ArchiveError(reason: .damaged, entry: "") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        archive_read_support_format_tar(archive)
        guard archive_read_open_filename(archive, path, 1 << 18) == ARCHIVE_OK else {
            throw ArchiveError(reason: .damaged, entry: "")
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        var budget = min(limits.totalSize, max(size, 1 << 16) * ratio)
        var count = 0
        var raw: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &raw)
            if status == ARCHIVE_EOF { break }
            guard status >= ARCHIVE_WARN, let raw else { throw ArchiveError(reason: .damaged, entry: "") }
            count += 1
            guard count <= limits.entries else { throw ArchiveError(reason: .tooManyEntries, entry: "") }
            let entry = entry(raw)
            var total = 0
            try visit(entry) { buffer throws(ArchiveError) in
                let count = try fill(buffer, archive, entry.name)
                total += count
                budget -= count
                guard total <= limits.entrySize else { throw ArchiveError(reason: .entryTooLarge, entry: entry.name) }
                guard budget >= 0 else { throw ArchiveError(reason: .tooLarge, entry: entry.name) }
                return count
            }
        }
        // An archive without a single entry is what a file that breaks off early looks like.
        if count == 0 { throw ArchiveError(reason: .damaged, entry: "") }
    }

    private static func entry(_ raw: OpaquePointer) -> Entry {
        let name = (archive_entry_pathname_utf8(raw) ?? archive_entry_pathname(raw)).map { String(cString: $0) } ?? ""
        let isLink = archive_entry_symlink_utf8(raw) != nil || archive_entry_hardlink_utf8(raw) != nil
        let kind: Entry.Kind =
            switch UInt32(archive_entry_filetype(raw)) {
            case _ where isLink: .link
            // AE_IFDIR, AE_IFREG and AE_IFLNK, which are casts in C and not imported.
            case 0o040000: .folder
            case 0o100000: .file
            case 0o120000: .link
            default: .other
            }
        return Entry(name: name, kind: kind, isEncrypted: archive_entry_is_encrypted(raw) != 0)
    }

    /// As much as fits, unless the file ends before.
    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, _ archive: OpaquePointer, _ name: String
    ) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = archive_read_data(archive, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            guard count >= 0 else { throw ArchiveError(reason: .damaged, entry: name) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
