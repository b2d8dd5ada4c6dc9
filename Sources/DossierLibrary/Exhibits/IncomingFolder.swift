import DossierFiles
import Glibc

/// A folder in the store for copies that are not yet whole, held under a lock for as long as its process lives.
///
/// The lock ends with the process, however that ends. So whoever can take the lock of such a folder knows that nobody is
/// writing there any more, and several processes can add at the same time.
final class IncomingFolder {
    static let prefix = "incoming-"
    let path: String
    private let lock: OpenFile

    /// Makes one in the store's folder, and removes those that killed processes have left there.
    /// - Throws: ``FileError`` when the store cannot be written.
    init(in store: String) throws(FileError) {
        for name in FolderListing.names(in: "\(store)/.") where name.hasPrefix(Self.prefix) {
            Self.removeIfAbandoned("\(store)/\(name)")
        }
        while true {
            let path = try Self.make(in: store)
            guard let lock = try? OpenFile(path, O_RDONLY | O_DIRECTORY, error: FileError.writing) else {
                // Between making it and here, another process has taken it for abandoned.
                if access(path, F_OK) != 0, errno == ENOENT { continue }
                throw .writing(path, errno)
            }
            guard retrying({ flock(lock.descriptor, LOCK_EX) }) == 0 else { throw .writing(path, errno) }
            guard Self.isStill(lock) else { continue }
            self.path = path
            self.lock = lock
            return
        }
    }

    /// Removes it with everything in it.
    func remove() { Self.remove(path) }

    /// Returns when everything written to the store's file system is on the disk.
    func syncFileSystem() throws(FileError) { try lock.syncFileSystem() }

    private static func make(in store: String) throws(FileError) -> String {
        var template = Array("\(store)/\(prefix)XXXXXX".utf8CString)
        // Makes it for its owner alone (0700).
        guard let path = mkdtemp(&template) else { throw .writing(store, errno) }
        return String(cString: path)
    }

    private static func removeIfAbandoned(_ path: String) {
        guard let lock = try? OpenFile(path, O_RDONLY | O_DIRECTORY, error: FileError.writing),
            flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0
        else { return }
        remove(path)
    }

    private static func remove(_ path: String) {
        for name in FolderListing.names(in: path) { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// False when the folder was removed before its lock was taken.
    private static func isStill(_ lock: borrowing OpenFile) -> Bool {
        var status = stat()
        return lstat(lock.path, &status) == 0 && status.st_ino == lock.status()?.st_ino
    }
}
