import ArgumentParser

struct PackageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Make what leaves the house: a folder or file that a stranger can open and verify.",
        subcommands: [PackageMakeCommand.self, PackageTimestampCommand.self, PackageSealCommand.self],
        defaultSubcommand: PackageMakeCommand.self)
}
