import Glibc

/// The names in a folder.
public enum FolderListing {
    /// All names but `.` and `..`, in order; none when it is no folder. Links are not followed.
    /// Bytes that are no UTF-8 are shown as U+FFFD: such a name must be listed, too.
    public static func names(in path: String) -> [String] {
        guard let folder = try? OpenFile(path, O_RDONLY | O_DIRECTORY, error: FileError.reading) else { return [] }
        // `closedir` closes the descriptor that it was given, and so does `folder`: it is given one of its own.
        let descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
