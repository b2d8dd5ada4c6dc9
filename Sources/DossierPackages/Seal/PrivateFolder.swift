public import DossierFiles
import Foundation

/// A folder under the system's temporary one that nobody but us can enter (0700); gone with everything in it when the value
/// goes out of use. A killed process leaves it behind, for its owner alone.
public final class PrivateFolder: Sendable {
    /// Its path, without a slash at the end.
    public let path: String

    /// - Throws: `FileError` when the temporary folder cannot be written.
    public init() throws(FileError) {
        let pattern = "\(FileManager.default.temporaryDirectory.path)/dossier-XXXXXX"
        path = try Self.make(pattern)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Makes a folder whose name is new: nobody else has made it, and nobody else can enter it. The pattern is its path, with
    /// `XXXXXX` at the end, which is replaced.
    static func make(_ pattern: String) throws(FileError) -> String {
        var letters = Array(pattern.utf8CString)
        guard let made = mkdtemp(&letters) else { throw FileError.writing(pattern, errno) }
        return String(cString: made)
    }
}
