import DossierFiles
import Glibc

/// What only its owner may read: folders of keys, private keys, packages that were opened.
enum OwnerOnly {
    /// - Throws: ``SealError`` (`openToOthers`, `notOurs`) when anybody else may read or change what is at the path;
    ///   `FileError` when nothing is there.
    static func require(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError.reading(path, errno) }
        guard status.st_uid == geteuid() else { throw SealError(.notOurs, value: path) }
        let others = status.st_mode & 0o077
        guard others == 0 else {
            throw SealError(.openToOthers, value: path, detail: status.kind == S_IFDIR ? "700" : "600")
        }
    }
}
