import DossierFiles

/// What a package of ours has beyond what BagIt asks: both digests, every file beside the payload sealed, the lists byte for
/// byte as they are written, and an index that says what is there. So no bit of it can be another without being found.
struct OwnPackageCheck {
    private(set) var faults: [PackageFault] = []
    private(set) var index: PackageIndex?

    /// Made after the tag manifests, and so in none of them.
    static let added: Set<String> = [
        "\(BagWriter.sealed).sig", "\(BagWriter.sealed).tsq", "\(BagWriter.sealed).tsr",
    ]

    /// Whether a bag says of itself that it is one of ours.
    static func isOurs(_ inventory: PackageInventory) -> Bool { inventory.files[PackageIndex.name] != nil }

    init(_ inventory: PackageInventory) {
        for algorithm in BagAlgorithm.allCases {
            check(lists(inventory, algorithm, tags: false), "manifest-\(algorithm).txt", inventory)
            check(lists(inventory, algorithm, tags: true), "tagmanifest-\(algorithm).txt", inventory)
        }
        guard let content = inventory.files[PackageIndex.name]?.content else {
            faults.append(PackageFault(.tooLarge, PackageIndex.name))
            return
        }
        do {
            let index = try PackageIndex(reading: content)
            self.index = index
            for file in index.files {
                let found = inventory.files[file.path]?.digests.sha256
                if found != file.sha256 { faults.append(PackageFault(.indexDisagrees, file.path)) }
            }
        } catch {
            faults.append(PackageFault(.indexUnreadable, PackageIndex.name))
        }
    }

    private mutating func check(_ expected: [UInt8], _ path: String, _ inventory: PackageInventory) {
        guard let content = inventory.files[path]?.content else {
            return faults.append(PackageFault(.tagMissing, path))
        }
        if content != expected { faults.append(PackageFault(.tagChanged, path)) }
    }

    /// A manifest as we would write it for the files that are there.
    private func lists(_ inventory: PackageInventory, _ algorithm: BagAlgorithm, tags: Bool) -> [UInt8] {
        let lines = inventory.files.compactMap { path, file -> (path: PackagePath, digests: Digests)? in
            let isTag = !path.hasPrefix("data/")
            guard isTag == tags, !path.hasPrefix("tagmanifest-"), let name = PackagePath(path) else { return nil }
            return (name, file.digests)
        }
        return BagManifest.text(lines, algorithm)
    }
}
