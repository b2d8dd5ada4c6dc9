import ArgumentParser
import DossierIntake
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles
import DossierXML
import Foundation

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove a package: a folder, a ZIP file, or an encrypted one.",
        discussion: """
            Says in plain words what is proven and what is not. Needs no library, writes nothing beside the package, and \
            trusts nothing in it. Exit status 1 when anything fails.
            """)

    @Argument(help: "The package.", completion: .file())
    var package: String
    @Option(help: "The key that must have signed it (dossier key add).")
    var signer: String?
    @Option(
        help: "A file with the certificates (PEM) of time stamping authorities that you trust.", completion: .file())
    var authority: String?
    @Option(help: "For an encrypted package: the key of the house that opens it (else every one is tried).")
    var key: String?
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let schema = try XMLSchema(Array(try office.templates.text("record/edition-1.0.xsd").utf8))
            let opened = try OpenedPackage(package, key: key, office)
            var (verdict, inventory) = PackageVerifier(schema: schema).verify(opened.path)
            let seals = SealFindings(
                programs: SealPrograms(environment: office.surroundings.environment),
                signer: try signer.map { try office.keys.signer($0) }, authorities: authority)
            verdict.findings += try seals.findings(on: inventory)
            try VerdictFace(words: try office.packageWording(office.messages.language), isJSON: json).show(
                verdict, of: package, Terminal(usesColour: office.surroundings.usesColour && !json))
            if let status = Self.status(of: verdict) { throw ExitCode(status.rawValue) }
        }
    }

    /// 66 when there is nothing to judge, 1 when it was judged and fails.
    static func status(of verdict: PackageVerdict) -> Refusal.Status? {
        if verdict.faults.contains(where: { $0.rule == .notThere }) { return .noInput }
        return verdict.isSound ? nil : .wanting
    }
}

/// A package as it can be read: an encrypted one is opened into a private folder, which is gone when this value is.
struct OpenedPackage {
    let path: String
    private let folder: PrivateFolder?

    /// Larger ones are not opened: a small encrypted file may unfold into one that fills the disk.
    private static let limit = 1 << 40

    init(_ package: String, key: String?, _ office: Office) throws {
        guard PackageVerifier.form(of: package) == .other, let head = Self.head(of: package),
            EncryptedForm(firstBytes: head) != nil
        else {
            (path, folder) = (package, nil)
            return
        }
        let folder = try PrivateFolder()
        let keys = office.keys
        let names = try key.map { [$0] } ?? keys.entries().map(\.name)
        let opening = names.compactMap { try? keys.openingKey($0) }
        if let key, opening.isEmpty { _ = try keys.openingKey(key) }
        if opening.isEmpty, EncryptedForm(firstBytes: head) == .age {
            throw Refusal(.noInput, "package.cannotOpen", ["path": VisibleText.of(package)])
        }
        let target = "\(folder.path)/package.zip"
        try PackageEncryption(programs: SealPrograms(environment: office.surroundings.environment)).open(
            package, with: opening, into: target, limit: Self.limit, asksOnTerminal: office.surroundings.canAsk)
        (path, self.folder) = (target, folder)
    }

    private static func head(of path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: EncryptedForm.bytesNeeded)).map { Array($0) } ?? nil
    }
}
