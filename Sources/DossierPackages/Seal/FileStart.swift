import DossierFiles
import Glibc

/// The first bytes of a file, by which its form is told.
enum FileStart {
    /// - Returns: fewer bytes than asked for only when the file has no more.
    /// - Throws: `FileError` when the path leads to no file that can be read.
    static func bytes(of path: String, count: Int) throws(FileError) -> [UInt8] {
        // Refuses what is no file before it is opened.
        _ = try SourceFile(path: path)
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, error: FileError.reading)
        var bytes = [UInt8](repeating: 0, count: count)
        let read = retrying { pread(file.descriptor, &bytes, count, 0) }
        guard read >= 0 else { throw .reading(path, errno) }
        return Array(bytes.prefix(read))
    }
}
