public import DossierFiles
import Glibc

extension ExhibitStore {
    /// What reading a kept original again has shown.
    public enum Verdict: Sendable, Hashable {
        case sound
        case missing
        /// The bytes are not those that were taken in. `foundSha256` is the expected one when only the SHA-512 differs.
        case changed(foundSha256: String)
        /// The name of what is there instead, or the system's name of the fault.
        case unreadable(String)
    }

    /// Reads originals again on all cores and holds both digests against those on record; the verdicts are in the order
    /// of the digests. Writes nothing, so that a store on a read-only disk can be verified.
    ///
    /// `progress` is told after every file and every block, by one thread at a time but not always the same.
    public func verify(
        _ expected: [Digests], progress: @escaping @Sendable (FileProgress) -> Void = { _ in }
    ) -> [Verdict] {
        let meter = ProgressMeter(progress)
        let metered = metered(by: meter)
        let sizes = expected.map { digests in
            var status = stat()
            guard let place = try? path(of: digests.sha256), lstat(place, &status) == 0 else { return 0 }
            return Int(status.st_size)
        }
        return Cores.map(sizes: sizes) { index, manner in
            defer { meter.add(files: 1) }
            return metered.verdict(on: expected[index], manner)
        }
    }

    private func verdict(on expected: Digests, _ manner: DigestManner) -> Verdict {
        do throws(FileError) {
            let found = try reading.read(path: try path(of: expected.sha256), manner: manner).digests
            return found == expected ? .sound : .changed(foundSha256: found.sha256)
        } catch {
            if error.reason == .missing { return .missing }
            return .unreadable(error.detail.isEmpty ? error.reason.rawValue : error.detail)
        }
    }

    /// What is in the store and not expected there, as paths in the store's folder, in order. What a process is
    /// taking in at the moment, or had been when it was killed, is left out: the next adding removes it.
    public func strangers(among expected: Set<String>) -> [String] {
        FolderListing.names(in: "\(path)/.").flatMap { folder -> [String] in
            guard !folder.hasPrefix(IncomingFolder.prefix) else { return [] }
            let isShelf = folder.utf8.count == 2
            let names = isShelf ? FolderListing.names(in: "\(path)/\(folder)") : []
            guard isShelf, !names.isEmpty || isFolder(folder) else { return [folder] }
            return names.filter { !$0.hasPrefix(folder) || !expected.contains($0) }.map { "\(folder)/\($0)" }
        }
    }

    private func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 && status.kind == S_IFDIR
    }
}
