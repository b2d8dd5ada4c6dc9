import DossierFiles
import Glibc

/// Reads a bag that is a folder. Links are told and never followed, and nothing is written.
struct FolderInventory {
    let folder: String
    let reading: FileReading

    func read() -> PackageInventory {
        var inventory = PackageInventory()
        var found: [(path: String, size: Int)] = []
        walk("", &found, &inventory)
        guard found.count <= PackageInventory.fileLimit else {
            inventory.note(.tooManyFiles, value: "\(PackageInventory.fileLimit)")
            return inventory
        }
        let paths = found.map(\.path)
        var kept = KeptContent()
        let isKept = found.map { path, size in
            guard let limit = kept.limit(for: path), size <= limit else { return false }
            kept.take(size)
            return true
        }
        let read = Cores.map(sizes: found.map(\.size)) { index, manner in file(paths[index], manner, isKept[index]) }
        for (entry, result) in zip(found, read) {
            switch result {
            case .success(let file): inventory.add(file, at: entry.path)
            case .failure(let error): inventory.note(.unreadable, entry.path, value: error.reason.rawValue)
            }
        }
        return inventory
    }

    private func walk(_ inner: String, _ found: inout [(path: String, size: Int)], _ inventory: inout PackageInventory)
    {
        guard found.count <= PackageInventory.fileLimit else { return }
        for name in FolderListing.names(in: inner.isEmpty ? "\(folder)/." : "\(folder)/\(inner)") {
            let path = inner.isEmpty ? name : "\(inner)/\(name)"
            guard BagPathRule.isSafe(path) else {
                inventory.note(.badName, path)
                continue
            }
            var status = stat()
            guard lstat("\(folder)/\(path)", &status) == 0 else {
                inventory.note(.unreadable, path)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: found.append((path, Int(status.st_size)))
            case S_IFDIR where path.utf8.count < 2_000: walk(path, &found, &inventory)
            case S_IFLNK: inventory.note(.link, path)
            default: inventory.note(.notAFile, path)
            }
        }
    }

    private func file(
        _ path: String, _ manner: DigestManner, _ isKept: Bool
    ) -> Result<PackageInventory.File, FileError> {
        Result { () throws(FileError) in
            let source = try SourceFile(path: "\(folder)/\(path)")
            var content: [UInt8]? = isKept ? [] : nil
            let size = source.size
            content?.reserveCapacity(size)
            let digests = try reading.read(source, manner: manner) { block throws(FileError) in
                content?.append(contentsOf: block)
            }
            return PackageInventory.File(digests: digests, size: size, content: content)
        }
    }
}
