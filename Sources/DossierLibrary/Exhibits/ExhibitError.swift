import CLinux
import Glibc

/// Why an original could not be taken in, or the store not be used. Words for people are made from the reason.
public struct ExhibitError: Error, Sendable, Hashable, CustomStringConvertible {
    public var reason: Reason
    /// The file or folder that it is about, as it was given. It may hold any character: escape it before showing it.
    public var path: String
    /// The system's own name of the fault (`EACCES`), or the sizes in bytes that disagree.
    public var detail: String

    public enum Reason: String, Sendable, CaseIterable {
        /// What stands at the path instead of an original.
        case missing, symbolicLink, directory, pipe, socket, device, empty
        /// The original, though it is a file, could not be read whole and unchanged.
        case unreadable, changedWhileRead
        /// A path that holds a NUL, which the system would take for its end; a text that is no SHA-256.
        case badPath, badDigest
        /// The store: what is kept under this digest has another size; it could not be written; it is full.
        case keptIsDamaged, cannotWrite, diskFull
    }

    init(_ reason: Reason, path: String, detail: String = "") {
        self.reason = reason
        self.path = path
        self.detail = detail
    }

    /// The store could not be written, with the number that the system left in `errno`.
    static func writing(_ path: String, _ code: CInt) -> ExhibitError {
        let isFull = code == ENOSPC || code == EDQUOT
        return ExhibitError(isFull ? .diskFull : .cannotWrite, path: path, detail: name(of: code))
    }

    /// An original could not be opened or read, with the number that the system left in `errno`.
    static func reading(_ path: String, _ code: CInt) -> ExhibitError {
        switch code {
        case ENOENT, ENOTDIR: ExhibitError(.missing, path: path)
        case ELOOP: ExhibitError(.symbolicLink, path: path)
        case ENXIO: ExhibitError(.socket, path: path)
        default: ExhibitError(.unreadable, path: path, detail: name(of: code))
        }
    }

    /// True when it is the store that is at fault, so that no other original would fare better.
    var isOfStore: Bool { reason == .cannotWrite || reason == .diskFull }

    /// The name is the same in every language, unlike the system's sentence for it.
    private static func name(of code: CInt) -> String {
        strerrorname_np(code).map { String(cString: $0) } ?? "errno \(code)"
    }

    public var description: String { "\(reason.rawValue): \(path) \(detail)" }
}
