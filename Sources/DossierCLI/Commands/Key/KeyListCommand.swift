import ArgumentParser
import DossierOffice
import DossierPackages
import DossierProfiles

struct KeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List your keys, and those of others.",
        discussion: "Exit status 1 when any of them is of no use, with the reason.")

    @Flag(help: "List as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let lines = try office.keys.entries().map { try KeyLine($0, office) }
            if json {
                try JSONFace.print(lines)
            } else {
                let terminal = Terminal(usesColour: office.surroundings.usesColour)
                terminal.table(
                    lines.filter { $0.fault == nil }.map { line in
                        [
                            line.name, office.messages["key.use.\(line.use ?? "")"], line.form ?? "",
                            line.fingerprint ?? "—",
                        ]
                    })
                for line in lines {
                    guard let fault = line.fault else { continue }
                    terminal.line(terminal.styled("\(VisibleText.of(line.name))  \(fault)", .red))
                }
            }
            if lines.contains(where: { $0.fault != nil }) { throw ExitCode(Refusal.Status.wanting.rawValue) }
        }
    }
}
