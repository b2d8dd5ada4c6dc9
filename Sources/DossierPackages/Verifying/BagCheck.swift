import DossierFiles

/// Judges whether an inventory is a whole and unchanged bag (BagIt 1.0, RFC 8493 section 3). A pure function of what was
/// read.
struct BagCheck {
    private(set) var faults: [PackageFault] = []
    private(set) var info = BagInfo()
    /// SHA-256 of the tag manifest of SHA-256, the package's seal; nil when there is none.
    private(set) var seal: String?
    private(set) var payload = 0
    private(set) var bytes = 0

    private let inventory: PackageInventory
    private var manifests: [BagManifest] = []
    private var tagManifests: [BagManifest] = []

    init(_ inventory: PackageInventory) {
        self.inventory = inventory
        var inventory = inventory
        inventory.noteCollisions()
        faults = inventory.faults
        guard self.inventory.files["bagit.txt"] != nil else {
            // What could not be opened at all has been said.
            if faults.isEmpty || !self.inventory.files.isEmpty { note(.noDeclaration, "bagit.txt") }
            return
        }
        declaration()
        readInfo()
        readManifests()
        let data = self.inventory.files.filter { $0.key.hasPrefix("data/") }
        payload = data.count
        bytes = data.values.reduce(0) { $0 + $1.size }
        completeness()
        oxum()
        seal = self.inventory.files[BagWriter.sealed]?.digests.sha256
    }

    private mutating func note(_ rule: PackageFault.Rule, _ path: String = "", line: Int? = nil, value: String = "") {
        // Of a bag whose every file is wrong the first thousand tell enough.
        if faults.count < 1_000 { faults.append(PackageFault(rule, path, line: line, value: value)) }
    }

    // MARK: Tag files

    private mutating func text(of path: String) -> String? {
        guard let content = inventory.files[path]?.content else { return nil }
        if content.starts(with: [0xEF, 0xBB, 0xBF]) {
            note(.badEncoding, path, value: "BOM")
            return nil
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            note(.notUTF8, path)
            return nil
        }
        return text
    }

    private mutating func declaration() {
        guard let text = text(of: "bagit.txt") else { return }
        let lines = text.split(whereSeparator: \.isNewline)
        let parts = lines.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), parts[0][0] == "BagIt-Version",
            parts[1][0] == "Tag-File-Character-Encoding"
        else { return note(.badDeclaration, "bagit.txt") }
        let version = parts[0][1].drop { $0 == " " }
        let encoding = parts[1][1].drop { $0 == " " }
        if version != "1.0", version != "0.97" { note(.badVersion, "bagit.txt", value: String(version.prefix(40))) }
        if encoding != "UTF-8" { note(.badEncoding, "bagit.txt", value: String(encoding.prefix(40))) }
    }

    private mutating func readInfo() {
        guard let text = text(of: "bag-info.txt") else { return }
        let read = BagInfo.reading(text)
        info = read.info
        for line in read.badLines { note(.badInfo, "bag-info.txt", line: line) }
    }

    private mutating func readManifests() {
        var weak: [(path: String, name: String)] = []
        for path in inventory.files.keys.sorted() where !path.contains("/") && path.hasSuffix(".txt") {
            let isTag = path.hasPrefix("tagmanifest-")
            guard isTag || path.hasPrefix("manifest-") else { continue }
            let name = path.dropFirst(isTag ? 12 : 9).dropLast(4).lowercased()
            guard let algorithm = BagAlgorithm(rawValue: name) else {
                if ["md5", "sha1"].contains(name) {
                    weak.append((path, name))
                } else {
                    note(.unknownAlgorithm, path, value: String(name.prefix(40)))
                }
                continue
            }
            guard let content = inventory.files[path]?.content else {
                note(.tooLarge, path)
                continue
            }
            guard !content.starts(with: [0xEF, 0xBB, 0xBF]) else {
                note(.badEncoding, path, value: "BOM")
                continue
            }
            let manifest = BagManifest(algorithm, reading: content)
            for fault in manifest.faults { note(fault.rule, path, line: fault.line, value: fault.value) }
            if isTag { tagManifests.append(manifest) } else { manifests.append(manifest) }
        }
        // Beside a list of a strong digest one of a weak digest harms nobody; alone it proves nothing.
        if manifests.isEmpty {
            for (path, name) in weak { note(.weakAlgorithm, path, value: name) }
            note(.noManifest)
        }
        // A package must be whole as it lies here: nothing is ever fetched.
        if inventory.files["fetch.txt"] != nil { note(.fetched, "fetch.txt") }
    }

    // MARK: Completeness and fixity

    private mutating func completeness() {
        for manifest in manifests {
            let file = "manifest-\(manifest.algorithm).txt"
            for (path, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
                guard path.hasPrefix("data/"), BagPathRule.isSafe(path) else {
                    note(.listedOutside, file, value: path)
                    continue
                }
                guard let found = inventory.files[path] else {
                    note(.missing, path, value: file)
                    continue
                }
                if manifest.algorithm.digest(of: found.digests) != digest { note(.changed, path, value: file) }
            }
            for path in inventory.files.keys.sorted()
            where path.hasPrefix("data/") && manifest.digests[path] == nil {
                note(.unlisted, path, value: file)
            }
        }
        for manifest in tagManifests {
            let file = "tagmanifest-\(manifest.algorithm).txt"
            for (path, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
                guard BagPathRule.isSafe(path), !path.hasPrefix("data/"), !path.hasPrefix("tagmanifest-") else {
                    note(.listedOutside, file, value: path)
                    continue
                }
                guard let found = inventory.files[path] else {
                    note(.tagMissing, path, value: file)
                    continue
                }
                if manifest.algorithm.digest(of: found.digests) != digest { note(.tagChanged, path, value: file) }
            }
        }
    }

    private mutating func oxum() {
        guard let oxum = info["Payload-Oxum"] else { return }
        if oxum != "\(bytes).\(payload)" { note(.oxumWrong, "bag-info.txt", value: oxum) }
    }
}
