import Glibc

extension FileReading {
    /// What a new file is made of.
    public enum Piece: Sendable, Hashable {
        /// Bytes at hand.
        case bytes([UInt8])
        /// `count` bytes of a file from `offset` on, both in bytes.
        case range(path: String, offset: Int, count: Int)
        /// A file from its first byte to its last.
        case file(path: String)
    }

    /// Writes the pieces one after another to a new file and takes its digests in the same pass.
    ///
    /// A file of which several pieces are told must be the same all the time: were it changed between two of them, the copy
    /// would be of no state that it ever had. The copy is not forced onto the disk: the many files of a folder are cheaper
    /// forced together, with ``OpenFile/syncFileSystem()``. A copy that fails is removed; only a killed process leaves half
    /// of one, so that the folder should bear a name that nobody looks for until all of it is there.
    ///
    /// - Returns: the digests, and the new file's size in bytes.
    /// - Throws: ``FileError`` when something stands at the path or cannot be written there; when a piece's path does not
    ///   lead to a regular file, it cannot be read, changed meanwhile, or has no such range (`changedWhileRead`).
    public func copy(
        pieces: [Piece], to path: String, manner: DigestManner = .oneThread
    ) throws(FileError) -> (digests: Digests, size: Int) {
        let target = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, permissions: 0o644, error: FileError.writing)
        do throws(FileError) {
            var source = PieceStream(pieces)
            let copied = try stream(
                manner, fill: { buffer throws(FileError) in try source.fill(buffer) },
                { block throws(FileError) in try target.append(block) })
            try source.finish()
            try target.close()
            return copied
        } catch {
            unlink(path)
            throw error
        }
    }
}
