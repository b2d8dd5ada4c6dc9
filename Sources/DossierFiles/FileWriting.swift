import Foundation
import Glibc

/// Writes files so that a reader sees the whole of one or nothing.
public enum FileWriting {
    /// Makes a folder and those above it, where they are not there yet.
    /// - Throws: ``FileError`` (`cannotWrite`, `diskFull`).
    public static func makeFolder(_ path: String) throws(FileError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            let cause = (error as? CocoaError)?.underlying as? POSIXError
            throw .writing(path, cause?.code.rawValue ?? EIO)
        }
    }

    /// Writes a file, in place of the one that may be there. It is written under another name first.
    /// - Throws: ``FileError`` (`cannotWrite`, `diskFull`, `badPath`); what was at the path is there still.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let part = "\(path).part"
        do throws(FileError) {
            let file = try OpenFile(part, O_WRONLY | O_CREAT | O_TRUNC, permissions: 0o644, error: FileError.writing)
            try file.append(bytes)
            try file.close()
            guard rename(part, path) == 0 else { throw FileError.writing(path, errno) }
        } catch {
            unlink(part)
            // People know the name that they asked for.
            throw FileError(error.reason, path: path, detail: error.detail)
        }
    }
}
