import ArgumentParser
import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Print the rules of a body, where each comes from, and how far it is trusted.")

    @Option(name: .customLong("for"), help: "The channel.")
    var channel = "wgeid"
    @Flag(help: "Print as Markdown, with the words of each message.")
    var markdown = false
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let isReport = channel == "upr"
            let profile = isReport ? RuleSet(try office.reportProfile()) : RuleSet(try office.profile(channel))
            if markdown {
                let language = office.messages.language
                let words = isReport ? try office.reportWording(language) : try office.wording(channel, language)
                return Terminal(usesColour: false).write(RulesPage(rules: profile, words: words).text)
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let sources = Dictionary(profile.sources.map { ($0.id, $0.title) }) { first, _ in first }
            for rule in profile.rules {
                let severity = office.messages["severity.\(rule.severity.rawValue)"]
                terminal.line("\(terminal.styled(rule.id, .bold))  \(severity), \(rule.trust.rawValue)")
                terminal.line("  \(rule.clause)")
                for source in rule.sources { terminal.line("  [\(source)] \(sources[source] ?? "")") }
                terminal.line("  \(office.messages.filled("rules.checked", ["date": rule.checkedOn.description]))")
            }
        }
    }
}
