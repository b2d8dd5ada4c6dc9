public import ArgumentParser

/// The `dossier` program.
public struct DossierCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Bring cases of enforced disappearance before the United Nations.",
        discussion: """
            Case files go in, checked petitions come out. Nothing is invented on the way, and nothing leaves that the \
            people concerned have not agreed to.

            Exit status: 0 done; 1 judged and found wanting; 64 wrong usage; 65 bad input; 66 no such record or file; \
            73 cannot write; 74 cannot read; 77 refused.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, InitCommand.self, ImportCommand.self, CaseCommand.self, FieldsCommand.self,
            RulesCommand.self, CheckCommand.self, RenderCommand.self, ExportCommand.self, ConsentCommand.self,
            TestimonyCommand.self,
            EvidenceCommand.self, COICommand.self, UPRCommand.self, PackageCommand.self, VerifyCommand.self,
            SubmissionCommand.self, SearchCommand.self, MatchCommand.self, KeyCommand.self, LedgerCommand.self,
            DeskCommand.self,
        ])

    public init() {}

    /// Runs the program with the process's arguments, and ends the process with its exit status.
    public static func start() async { await main() }
}
