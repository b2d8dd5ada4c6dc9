import CArchive
import Foundation

/// Reads ZIP archives that may come from anywhere, out of memory into memory: nothing is ever unpacked onto the disk.
public enum ZipReader {
    /// The files of an archive by name. `wanted` says which are read; the others are counted and passed over.
    ///
    /// Limits are held while unpacking, by what comes out and not by what the archive says of itself, so that a small file
    /// which unfolds into a large one is stopped where the limit is.
    /// - Throws: ``ArchiveError``.
    public static func files(
        in bytes: [UInt8], limits: ArchiveLimits = .document, wanted: (String) -> Bool = { _ in true }
    ) throws(ArchiveError) -> [String: [UInt8]] {
        let names = UTF8Names()
        defer { names.restore() }
        guard let archive = archive_read_new() else { throw ArchiveError(reason: .damaged, entry: "") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        let result = bytes.withUnsafeBytes { buffer -> Result<[String: [UInt8]], ArchiveError> in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return .failure(ArchiveError(reason: .damaged, entry: ""))
            }
            do throws(ArchiveError) {
                return .success(try read(archive, limits, wanted))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func read(
        _ archive: OpaquePointer, _ limits: ArchiveLimits, _ wanted: (String) -> Bool
    ) throws(ArchiveError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var seen: Set<String> = []
        var total = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status >= ARCHIVE_WARN, let entry else { throw ArchiveError(reason: .damaged, entry: "") }
            let name = try name(of: entry)
            guard seen.count < limits.entries else { throw ArchiveError(reason: .tooManyEntries, entry: "") }
            guard seen.insert(name).inserted else { throw ArchiveError(reason: .nameTwice, entry: name) }
            if archive_entry_is_encrypted(entry) != 0 { throw ArchiveError(reason: .encrypted, entry: name) }
            switch UInt32(archive_entry_filetype(entry)) {
            case folder: continue
            case file: break
            default: throw ArchiveError(reason: .notAFile, entry: name)
            }
            guard wanted(name) else { continue }
            let content = try content(of: name, archive, limits, total)
            total += content.count
            files[name] = content
        }
        // An archive without a single entry is what a file that breaks off early looks like.
        if seen.isEmpty { throw ArchiveError(reason: .damaged, entry: "") }
        return files
    }

    // AE_IFDIR and AE_IFREG, which are casts in C and not imported.
    private static let folder: UInt32 = 0o040000
    private static let file: UInt32 = 0o100000

    private static func content(
        of name: String, _ archive: OpaquePointer, _ limits: ArchiveLimits, _ total: Int
    ) throws(ArchiveError) -> [UInt8] {
        var content: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw ArchiveError(reason: .damaged, entry: name) }
            if count == 0 { return content }
            guard content.count + count <= limits.entrySize else {
                throw ArchiveError(reason: .entryTooLarge, entry: name)
            }
            guard total + content.count + count <= limits.totalSize else {
                throw ArchiveError(reason: .tooLarge, entry: name)
            }
            content.append(contentsOf: block[..<count])
        }
    }

    private static func name(of entry: OpaquePointer) throws(ArchiveError) -> String {
        guard let raw = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry),
            let name = String(validatingCString: raw)
        else { throw ArchiveError(reason: .badName, entry: "") }
        let parts = name.split(separator: "/", omittingEmptySubsequences: true)
        let isHidden = name.unicodeScalars.contains { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
        }
        guard !parts.isEmpty, !name.hasPrefix("/"), !parts.contains(".."), !isHidden else {
            throw ArchiveError(reason: .badName, entry: isHidden ? "" : name)
        }
        return name
    }
}
