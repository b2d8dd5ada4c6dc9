import ArgumentParser

struct UPRCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upr", abstract: "Reports to the Universal Periodic Review.",
        discussion: """
            A report is a manuscript: a folder with report.yaml and the text in Markdown, written in any editor. \
            Templates/upr says what the review asks; Cases/upr has two samples.
            """,
        subcommands: [
            UPRNewCommand.self, UPRCheckCommand.self, UPRRenderCommand.self, UPRExportCommand.self,
            UPRMergeCommand.self, UPRRecommendationsCommand.self,
        ])
}
