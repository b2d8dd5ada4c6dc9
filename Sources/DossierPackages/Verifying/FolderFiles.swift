import DossierFiles
import Glibc

/// The files below a folder of ours, by their paths in it, in order; links and what else is no file are passed over.
enum FolderFiles {
    static func list(_ folder: String, _ inner: String = "", _ take: (_ path: String, _ size: Int) -> Void) {
        for name in FolderListing.names(in: inner.isEmpty ? "\(folder)/." : "\(folder)/\(inner)") {
            let path = inner.isEmpty ? name : "\(inner)/\(name)"
            var status = stat()
            guard lstat("\(folder)/\(path)", &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: list(folder, path, take)
            case S_IFREG: take(path, Int(status.st_size))
            default: continue
            }
        }
    }
}
