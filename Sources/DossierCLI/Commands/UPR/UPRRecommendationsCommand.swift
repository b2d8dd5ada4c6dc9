import ArgumentParser

struct UPRRecommendationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommendations", abstract: "Recommendations of earlier reviews: take them in, list them.",
        subcommands: [RecommendationsImportCommand.self, RecommendationsListCommand.self],
        defaultSubcommand: RecommendationsListCommand.self)
}
