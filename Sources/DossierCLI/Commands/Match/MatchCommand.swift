import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Find records that may tell of one person, and remember what people decide.",
        subcommands: [
            MatchFindCommand.self, MatchReviewCommand.self, MatchDecideCommand.self, MatchUndoCommand.self,
            MatchListCommand.self,
            MatchScoreCommand.self,
        ])
}
