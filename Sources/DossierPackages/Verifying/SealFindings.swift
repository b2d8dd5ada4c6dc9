import DossierFiles

/// Judges the seals of a package out of its inventory: who has signed it, and when it was there. The bytes are copied into a
/// private folder first, so that the programs which look at them never see a path of the package.
public struct SealFindings: Sendable {
    private let programs: SealPrograms
    /// Who should have signed; nil takes whoever has.
    private let signer: SSHPublicKey?
    /// A file with the certificates of those who are trusted to vouch for time stampers.
    private let authorities: String?

    public init(programs: SealPrograms, signer: SSHPublicKey? = nil, authorities: String? = nil) {
        self.programs = programs
        self.signer = signer
        self.authorities = authorities
    }

    /// - Throws: `FileError` when the private folder cannot be written.
    public func findings(on inventory: PackageInventory) throws -> [PackageVerdict.Finding] {
        guard let sealed = inventory.files[BagWriter.sealed]?.content else { return [] }
        let folder = try PrivateFolder()
        let path = "\(folder.path)/\(BagWriter.sealed)"
        try FileWriting.write(sealed, to: path)
        for suffix in [PackageSignature.suffix, PackageTimestamp.querySuffix, PackageTimestamp.replySuffix] {
            guard let file = inventory.files[BagWriter.sealed + suffix] else { continue }
            // What is too large to be kept is no seal, and an empty one says so.
            try FileWriting.write(file.content ?? [], to: path + suffix)
        }
        return [try signature(path), try timestamp(path, inventory)]
    }

    private func signature(_ path: String) throws -> PackageVerdict.Finding {
        switch try PackageSignature(programs: programs).verdict(on: path, expecting: signer) {
        case .none where signer != nil:
            return .init(.signature, .failed, faults: [PackageFault(.notSigned)])
        case .none: return .init(.signature, .absent)
        case .sound(let fingerprint):
            let known = signer == nil ? [:] : ["expected": fingerprint]
            return .init(.signature, .proven, details: known.merging(["key": fingerprint]) { own, _ in own })
        case .madeByAnotherKey(let fingerprint, _):
            return .init(.signature, .failed, faults: [PackageFault(.signedByOther, value: fingerprint)])
        case .unsound(let fault, _):
            return .init(.signature, .failed, faults: [PackageFault(.signatureFalse, value: fault.rawValue)])
        case .notCheckable(_, let fingerprint):
            return .init(.signature, .unchecked, details: ["key": fingerprint])
        }
    }

    private func timestamp(_ path: String, _ inventory: PackageInventory) throws -> PackageVerdict.Finding {
        let asked = inventory.files[BagWriter.sealed + PackageTimestamp.querySuffix]
        if let asked, asked.content != (try PackageTimestamp.query(about: path)) {
            return .init(.timestamp, .failed, faults: [PackageFault(.timestampFalse, value: "tsq")])
        }
        switch try PackageTimestamp(programs: programs).verdict(on: path, authorities: authorities) {
        case .none: return .init(.timestamp, .absent)
        case .proven(let statement):
            return .init(
                .timestamp, .proven, details: ["time": statement.time, "authority": statement.authority ?? "—"])
        case .claimed(let statement, .noAuthorities):
            return .init(.timestamp, .claimed, details: ["time": statement.time])
        case .claimed(let statement, .notCheckable):
            return .init(.timestamp, .unchecked, details: ["time": statement.time])
        case .failed(let fault, _):
            return .init(.timestamp, .failed, faults: [PackageFault(.timestampFalse, value: fault.rawValue)])
        }
    }
}
