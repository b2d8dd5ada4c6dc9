import CLinux
import Glibc

/// Why a file could not be read, written or kept. Words for people are made from the reason.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public var reason: Reason
    /// The file or folder that it is about, as it was given. It may hold any character: escape it before showing it.
    public var path: String
    /// The system's own name of the fault (`EACCES`), or the sizes in bytes that disagree.
    public var detail: String

    /// What can be wrong with a file, its path or the place where one is to go.
    public enum Reason: String, Sendable, CaseIterable {
        /// What stands at the path instead of a file with something in it.
        case missing, symbolicLink, directory, pipe, socket, device, empty
        /// The file, though it is one, could not be read whole and unchanged.
        case unreadable, changedWhileRead
        /// A path that holds a NUL, which the system would take for its end; a text that is no SHA-256.
        case badPath, badDigest
        /// Where a file was to go: what is kept there has another size; it could not be written; the disk is full.
        case keptIsDamaged, cannotWrite, diskFull
    }

    /// `detail` is the system's name of a fault, or sizes in bytes; empty where the reason says it all.
    public init(_ reason: Reason, path: String, detail: String = "") {
        self.reason = reason
        self.path = path
        self.detail = detail
    }

    /// A file or folder could not be written, with the number that the system left in `errno`.
    public static func writing(_ path: String, _ code: CInt) -> FileError {
        let isFull = code == ENOSPC || code == EDQUOT
        return FileError(isFull ? .diskFull : .cannotWrite, path: path, detail: name(of: code))
    }

    /// A file or folder could not be opened or read, with the number that the system left in `errno`.
    public static func reading(_ path: String, _ code: CInt) -> FileError {
        switch code {
        case ENOENT, ENOTDIR: FileError(.missing, path: path)
        case ELOOP: FileError(.symbolicLink, path: path)
        case ENXIO: FileError(.socket, path: path)
        default: FileError(.unreadable, path: path, detail: name(of: code))
        }
    }

    /// True when it is the place written to that is at fault, so that no other file would fare better.
    public var isOfWriting: Bool { reason == .cannotWrite || reason == .diskFull }

    /// The name is the same in every language, unlike the system's sentence for it.
    private static func name(of code: CInt) -> String {
        strerrorname_np(code).map { String(cString: $0) } ?? "errno \(code)"
    }

    /// For logs and tests; people get a sentence made from the reason.
    public var description: String { "\(reason.rawValue): \(path) \(detail)" }
}
