import ArgumentParser
import DossierFiles
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

struct PackageTimestampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timestamp",
        abstract: "Have an authority confirm when a package was there (RFC 3161), in two steps.",
        discussion: """
            Without --reply it writes the question, a small file that holds nothing but a digest, and says where it is. \
            Take it to the authority from any computer, and come back with the answer. With --reply it encloses the \
            answer, after it has proved that it answers this question. Both before the package is packed or encrypted.
            """)

    @Argument(help: "The package, as a folder.", completion: .directory)
    var package: String
    @Option(help: "The authority's answer (.tsr).", completion: .file())
    var reply: String?
    @Option(help: "A file with the certificates (PEM) of authorities that you trust.", completion: .file())
    var authority: String?
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let stamps = PackageTimestamp(programs: SealPrograms(environment: office.surroundings.environment))
            let sealed = try SealedFolder.file(of: package)
            let terminal = Terminal(usesColour: false)
            guard let reply else {
                let query = try stamps.makeQuery(about: sealed)
                return terminal.line(office.messages.filled("package.asked", ["query": query]))
            }
            let verdict = try stamps.attach(reply, to: sealed, authorities: authority)
            let (key, statement) = Self.told(verdict)
            terminal.line(
                office.messages.filled(
                    key,
                    [
                        "time": statement?.time ?? "—",
                        "authority": VisibleText.of(statement?.authority ?? "—"),
                    ]))
        }
    }

    private static func told(_ verdict: TimestampVerdict) -> (String, TimestampStatement?) {
        switch verdict {
        case .proven(let statement): ("package.stamped", statement)
        case .claimed(let statement, _): ("package.stampClaimed", statement)
        case .none, .failed: ("package.stampClaimed", nil)
        }
    }
}

/// The file of a bag that is signed and dated.
enum SealedFolder {
    /// - Throws: ``Refusal`` when the folder is none.
    static func file(of package: String) throws -> String {
        let folder = package.hasSuffix("/") ? String(package.dropLast()) : package
        let file = "\(folder)/\(BagWriter.sealed)"
        guard FileManager.default.fileExists(atPath: file) else {
            throw Refusal(.noInput, "package.noFolder", ["path": VisibleText.of(package)])
        }
        return file
    }
}
