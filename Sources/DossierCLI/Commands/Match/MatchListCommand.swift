import ArgumentParser
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

struct MatchListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was decided about pairs of records, and who is one person.")

    @Flag(help: "Print as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    private struct Plain: Encodable {
        var groups: [[String]]
        var decisions: [Decision]

        struct Decision: Encodable {
            var first: String
            var second: String
            var verdict: String
            var actor: String
            var at: String
            var reason: String
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let library = try office.library(place.library, readOnly: true)
            let judgements = Judgements(try library.judgements())
            try library.close()
            if json {
                return try JSONFace.print(
                    Plain(
                        groups: judgements.groups.map { $0.map(\.text) },
                        decisions: judgements.decisions.map {
                            .init(
                                first: $0.first.text, second: $0.second.text, verdict: $0.verdict.rawValue,
                                actor: $0.actor,
                                at: $0.at, reason: $0.reason)
                        }))
            }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            guard !judgements.decisions.isEmpty else { return terminal.line(office.messages["match.noDecisions"]) }
            terminal.table(
                judgements.decisions.map {
                    [
                        $0.first.text, $0.second.text, office.messages["match.words.\($0.verdict.rawValue)"], $0.at,
                        $0.actor,
                        VisibleText.of($0.reason),
                    ]
                })
            for group in judgements.groups {
                terminal.line("\(office.messages["match.group"]) \(group.map(\.text).joined(separator: ", "))")
            }
        }
    }
}
