import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in case files and lists, all of them or none; undo a list.",
        subcommands: [ImportFilesCommand.self, ImportBatchesCommand.self, ImportUndoCommand.self],
        defaultSubcommand: ImportFilesCommand.self)
}
