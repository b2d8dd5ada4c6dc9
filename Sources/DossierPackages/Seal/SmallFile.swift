import DossierFiles
import Glibc

/// Files that are read whole into memory because they must be small: keys, signatures, replies of time stampers.
enum SmallFile {
    /// Whether anything stands at the path.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The bytes of a file; nil when there are more than the limit allows, which is in bytes, too.
    /// - Throws: `FileError` when the path leads to no file that can be read.
    static func bytes(at path: String, limit: Int) throws(FileError) -> [UInt8]? {
        let source = try SourceFile(path: path)
        guard source.size <= limit else { return nil }
        var bytes: [UInt8] = []
        _ = try FileReading().read(source) { block throws(FileError) in bytes.append(contentsOf: block) }
        return bytes
    }
}
