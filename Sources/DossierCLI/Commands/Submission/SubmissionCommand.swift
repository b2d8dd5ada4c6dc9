import ArgumentParser

struct SubmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submission",
        abstract: "Record what was sent, how and when, and see what has changed in the record since.",
        subcommands: [
            SubmissionRecordCommand.self, SubmissionReceiptCommand.self, SubmissionListCommand.self,
            SubmissionShowCommand.self, SubmissionDiffCommand.self,
        ], defaultSubcommand: SubmissionListCommand.self)
}
