public import DossierFiles
import Glibc

extension ExhibitStore {
    /// Takes in one file. The file itself is only read.
    /// - Throws: ``FileError``; nothing of the file is kept then.
    public func add(fileAt path: String) throws(FileError) -> KeptFile {
        guard let kept = try add(filesAt: [path]).first else { throw FileError(.missing, path: path) }
        return try kept.get()
    }

    /// Takes in many files on all cores; the answers are in the order of the paths. A file that cannot be taken in does not
    /// hold up the others.
    ///
    /// `progress` is told after every file and every block, by one thread at a time but not always the same.
    /// - Throws: ``FileError`` when the store cannot be written; what was new in this call is not kept then, except
    ///   for files that had already been given their names, which are whole.
    public func add(
        filesAt paths: [String], progress: @escaping @Sendable (FileProgress) -> Void = { _ in }
    ) throws(FileError) -> [Result<KeptFile, FileError>] {
        try makeFolder()
        let intake = Intake(store: self, incoming: try IncomingFolder(in: path), isBatch: paths.count > 16)
        defer { intake.incoming.remove() }
        let meter = ProgressMeter(progress)
        let metered = metered(by: meter)
        let incoming = intake.incoming.path
        let syncsEach = !intake.isBatch
        let sizes = paths.map(Self.size)
        let copies = Cores.map(sizes: sizes) { index, manner in
            defer { meter.add(files: 1) }
            return Result { () throws(FileError) in
                try ExhibitDraft(of: paths[index], at: "\(incoming)/\(index)", for: metered, manner, syncs: syncsEach)
            }
        }
        for case .failure(let error) in copies where error.isOfWriting { throw error }
        return try intake.settle(copies)
    }

    private func makeFolder() throws(FileError) {
        guard mkdir(path, 0o700) != 0 else {
            // The new folder's name must outlive a power cut as well.
            let library = String(path.dropLast("exhibits".count))
            return try OpenFile("\(library).", O_RDONLY | O_DIRECTORY, error: FileError.writing).sync()
        }
        guard errno == EEXIST else { throw .writing(path, errno) }
    }

    /// Only to share out the work; what counts is the size of the file once it is open.
    private static func size(_ path: String) -> Int {
        var status = stat()
        return lstat(path, &status) == 0 && status.kind == S_IFREG ? Int(status.st_size) : 0
    }
}
