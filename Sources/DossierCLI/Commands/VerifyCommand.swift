import ArgumentParser
import DossierIntake
import DossierModel
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
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let schema = try XMLSchema(Array(try office.templates.text("record/edition-1.0.xsd").utf8))
            let (verdict, _) = PackageVerifier(schema: schema).verify(package)
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
