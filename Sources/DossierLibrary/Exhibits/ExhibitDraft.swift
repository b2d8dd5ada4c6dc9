import DossierFiles
import Glibc

/// A whole copy of an original, under a name that nobody looks for.
struct ExhibitDraft: Sendable {
    let path: String
    let digests: Digests
    /// In bytes.
    let size: Int
    /// True when the store has a file of this name already; then the copy is gone.
    let isDouble: Bool

    /// Copies a file and takes its digests in one reading. A draft that fails is removed with the folder it is in.
    /// When it `syncs`, it returns only when the copy is on the disk; a double is not put there.
    ///
    /// - Throws: ``FileError``.
    init(
        of source: String, at path: String, for store: ExhibitStore, _ manner: DigestManner, syncs: Bool
    ) throws(FileError) {
        let original = try SourceFile(path: source)
        guard original.size > 0 else { throw FileError(.empty, path: source) }
        // Read-only from the beginning: the mode is asked for when a file is opened, and this one is open already.
        let copy = try OpenFile(
            path, O_WRONLY | O_CREAT | O_EXCL, permissions: 0o400, error: FileError.writing)
        digests = try store.reading.read(original, manner: manner) { block throws(FileError) in try copy.append(block) }
        size = original.size
        self.path = path
        isDouble = access(try store.path(of: digests.sha256), F_OK) == 0
        if isDouble {
            // Removed at once, what the system has not yet written it never writes: taking in a folder again is cheap.
            unlink(path)
        } else if syncs {
            try copy.sync()
        }
    }
}
