import DossierFiles
import Glibc

/// The end of one adding: drafts get onto the disk, then their names, then the names get onto the disk.
///
/// A few files are forced onto the disk one by one. Many are not: a disk is waited for once for each `fsync`, which would
/// take longer than all the reading. `syncfs` waits once for everything that has been written, with the same promise
/// (and since Linux 5.8 it reports what could not be written); it also waits for what other programs have written,
/// which is why it is not used for a few. It is called twice, because a name must not reach the disk before its bytes.
struct Intake {
    let store: ExhibitStore
    let incoming: IncomingFolder
    /// Whether there are too many files to force each of them onto the disk.
    let isBatch: Bool

    /// Gives the drafts their names, in order, so that the first of two with the same bytes is the new one.
    /// - Throws: ``FileError`` when the store cannot be written.
    func settle(
        _ drafts: [Result<ExhibitDraft, FileError>]
    ) throws(FileError) -> [Result<ExhibitStore.KeptFile, FileError>] {
        if isBatch { try incoming.syncFileSystem() }
        var kept: [Result<ExhibitStore.KeptFile, FileError>] = []
        var folders: Set<String> = [store.path]
        for draft in drafts {
            do throws(FileError) {
                let draft = try draft.get()
                let place = try store.path(of: draft.digests.sha256)
                let folder = String(place.prefix(store.path.utf8.count + "/00".utf8.count))
                if folders.insert(folder).inserted { try makeFolder(folder) }
                let isNew = try name(draft, place)
                kept.append(.success(.init(digests: draft.digests, bytes: draft.size, isNew: isNew)))
            } catch {
                if error.isOfWriting { throw error }
                kept.append(.failure(error))
            }
        }
        if isBatch {
            try incoming.syncFileSystem()
        } else {
            for folder in folders {
                try OpenFile("\(folder)/.", O_RDONLY | O_DIRECTORY, error: FileError.writing).sync()
            }
        }
        return kept
    }

    private func makeFolder(_ folder: String) throws(FileError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .writing(folder, errno) }
    }

    /// Gives a draft its name in one step, never over a file that is there.
    /// - Returns: whether it was new.
    private func name(_ draft: ExhibitDraft, _ place: String) throws(FileError) -> Bool {
        if draft.isDouble {
            try requireKept(place, size: draft.size)
            return false
        }
        guard retrying({ link(draft.path, place) }) != 0 else { return true }
        if errno == EEXIST {
            try requireKept(place, size: draft.size)
            return false
        }
        // Disks from cameras and phones (FAT, exFAT) know no second names. Under another process's hands the worst that
        // `rename` can do is to put the same bytes there again.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw .writing(place, errno) }
        if access(place, F_OK) == 0 {
            try requireKept(place, size: draft.size)
            return false
        }
        guard rename(draft.path, place) == 0 else { throw .writing(place, errno) }
        return true
    }

    /// A kept file of another size has been tampered with. It is not replaced: whoever looks into it needs it as it is.
    private func requireKept(_ place: String, size: Int) throws(FileError) {
        var status = stat()
        guard lstat(place, &status) == 0 else { throw .writing(place, errno) }
        guard status.kind == S_IFREG, status.st_size == size else {
            throw FileError(.keptIsDamaged, path: place, detail: "\(status.st_size) ≠ \(size)")
        }
    }
}
