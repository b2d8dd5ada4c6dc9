public import DossierFiles
public import DossierXML
import Glibc

/// Verifies a package that may come from anybody: a folder, or an archive of one. It needs no library, writes nothing, and
/// trusts no path in the package.
public struct PackageVerifier: Sendable {
    private let schema: XMLSchema?
    private let reading: FileReading

    /// `schema` judges records as XML; without it they are only read.
    public init(schema: XMLSchema?, progress: @escaping @Sendable (FileProgress) -> Void = { _ in }) {
        self.schema = schema
        reading = ProgressMeter(progress).metering(FileReading())
    }

    /// What lies at a path, by its first bytes.
    public enum Form: Sendable, Hashable {
        case folder, archive, missing, other
    }

    public static func form(of path: String) -> Form {
        var status = stat()
        // A link on the command line is the user's own and is followed.
        guard stat(path, &status) == 0 else { return .missing }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        guard status.st_mode & S_IFMT == S_IFREG, let head = head(of: path) else { return .other }
        let isTar = head.count >= 262 && head[257...261].elementsEqual("ustar".utf8)
        return head.starts(with: [0x50, 0x4B]) || isTar ? .archive : .other
    }

    /// What was read, and what it has shown of itself; seals are judged apart, out of the inventory.
    public func verify(_ path: String) -> (verdict: PackageVerdict, inventory: PackageInventory) {
        var container: PackageFile.Container?
        let inventory: PackageInventory
        switch Self.form(of: path) {
        case .folder: inventory = FolderInventory(folder: path, reading: reading).read()
        case .archive:
            inventory = ArchiveInventory(path: path, reading: reading).read()
            container = try? PackageFile.container(of: path)
        case .missing: return failed(.notThere, path)
        case .other: return failed(.notAPackage, path)
        }
        let check = BagCheck(inventory)
        var verdict = PackageVerdict()
        (verdict.seal, verdict.files, verdict.bytes) = (check.seal, check.payload, check.bytes)
        verdict.info = check.info
        verdict.findings.append(.init(.bag, .proven, faults: check.faults))
        guard inventory.files["bagit.txt"] != nil else { return (verdict, inventory) }
        if OwnPackageCheck.isOurs(inventory) {
            let own = OwnPackageCheck(inventory)
            verdict.index = own.index
            // What the bag check has told already is not told again.
            verdict.findings.append(.init(.own, .proven, faults: own.faults.filter { !check.faults.contains($0) }))
        } else {
            verdict.findings.append(.init(.own, .absent))
        }
        switch container {
        case .sound: verdict.findings.append(.init(.container, .proven))
        case .repacked: verdict.findings.append(.init(.container, .absent))
        case .changed: verdict.findings.append(.init(.container, .failed, faults: [PackageFault(.containerChanged)]))
        case nil: break
        }
        verdict.findings.append(records(in: inventory))
        return (verdict, inventory)
    }

    private func failed(_ rule: PackageFault.Rule, _ path: String) -> (PackageVerdict, PackageInventory) {
        var verdict = PackageVerdict()
        verdict.findings.append(.init(.bag, .failed, faults: [PackageFault(rule, path)]))
        return (verdict, PackageInventory())
    }

    private static let namespace = "urn:dossier:record:1"
    /// A record with long accounts is larger than a form; larger ones are not kept.
    private static let limits = XMLLimits(bytes: .max)

    private func records(in inventory: PackageInventory) -> PackageVerdict.Finding {
        var faults: [PackageFault] = []
        var count = 0
        var unjudged = 0
        let isOurs = OwnPackageCheck.isOurs(inventory)
        for (path, file) in inventory.files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".xml") {
            guard path.hasPrefix("data/") else { continue }
            guard let content = file.content else {
                unjudged += isOurs ? 1 : 0
                continue
            }
            do {
                guard try XMLStream.rootNamespace(of: content, limits: Self.limits) == Self.namespace else {
                    continue
                }
                count += 1
                guard let schema else {
                    unjudged += 1
                    continue
                }
                let judged = try schema.verdict(on: content, limits: Self.limits)
                faults += judged.faults.map { PackageFault(.schemaFault, path, line: $0.line, value: $0.message) }
            } catch {
                // What other programs enclose may be XML with a document type, or none.
                if isOurs { faults.append(PackageFault(.xmlFault, path, value: "\(error)")) }
            }
        }
        // What nobody has looked at is never called proven.
        guard unjudged == 0 else {
            return .init(.records, .unchecked, faults: faults, details: ["count": "\(unjudged)"])
        }
        return .init(.records, count == 0 ? .absent : .proven, faults: faults, details: ["count": "\(count)"])
    }

    private static func head(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
        return count > 0 ? Array(bytes[..<count]) : nil
    }
}
