import ArgumentParser
import DossierFiles
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

struct PackageSealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Sign, pack or encrypt a package that was made as a folder.",
        discussion: """
            The folder is proved first, and stays. A ZIP file or an encrypted one is written beside it. What is signed \
            is never signed again here: a second signature would take the place of the first.
            """)

    @Argument(help: "The package, as a folder.", completion: .directory)
    var package: String
    @OptionGroup var seal: SealOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let sealed = try SealedFolder.file(of: package)
            let folder = String(sealed.dropLast(BagWriter.sealed.count + 1))
            let verdict = PackageVerifier(schema: nil).verify(folder).verdict
            guard verdict.isSound else {
                try VerdictFace(words: try office.packageWording(office.messages.language), isJSON: false).show(
                    verdict, of: package, Terminal(usesColour: office.surroundings.usesColour))
                throw ExitCode(Refusal.Status.wanting.rawValue)
            }
            let sealing = try seal.sealing(office)
            if sealing.signer != nil {
                let signature = "\(sealed)\(PackageSignature.suffix)"
                guard !FileManager.default.fileExists(atPath: signature) else {
                    throw Refusal(.cannotCreate, "exists", ["path": signature])
                }
                try sealing.seal(folder)
            }
            let terminal = Terminal(usesColour: false)
            let target = sealing.target(folder)
            if target != folder {
                guard !FileManager.default.fileExists(atPath: target) else {
                    throw Refusal(.cannotCreate, "exists", ["path": target])
                }
                let name = URL(fileURLWithPath: folder).lastPathComponent
                let hidden = URL(fileURLWithPath: folder).deletingLastPathComponent().path + "/.\(name).part"
                if let packed = try sealing.packed(folder, name: name, beside: hidden) {
                    guard rename(packed, target) == 0 else { throw FileError.writing(target, errno) }
                }
            }
            terminal.line(office.messages.filled("package.sealed", ["path": target]))
        }
    }
}
