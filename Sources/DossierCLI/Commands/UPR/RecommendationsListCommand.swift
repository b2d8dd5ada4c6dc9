import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct RecommendationsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List recommendations by State, cycle, theme, position and words.",
        discussion: "Counted are recommendations as the UN counts them: one text, however many States made it.")

    @Argument(help: "Words that the text, a theme or a group of persons holds; all of them must be there.")
    var words: [String] = []
    @Option(help: "The State under review, by code or name.")
    var state: String?
    @Option(help: "The cycle.")
    var cycle: Int?
    @Option(help: "A theme's code, or part of its label.")
    var theme: String?
    @Option(help: "The scheme of the theme: uhri, coded or area.")
    var scheme: String?
    @Option(help: "supported, noted, partly, notSupported or pending.")
    var position: String?
    @Flag(help: "List as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let value = try position.map { word in
                guard let value = Recommendation.Position.Value(rawValue: word) else {
                    let known = Recommendation.Position.Value.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Refusal(.usage, "badChoice", ["option": "--position", "value": word, "known": known])
                }
                return value
            }
            let scheme = try scheme.map { word in
                guard let scheme = Recommendation.Theme.Scheme(rawValue: word) else {
                    let known = Recommendation.Theme.Scheme.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Refusal(.usage, "badChoice", ["option": "--scheme", "value": word, "known": known])
                }
                return scheme
            }
            let states = try office.states()
            let name = state.map { text in StateCode(text).map { states.name(of: $0, in: .english) } ?? text }
            let library = try office.library(place.library, readOnly: true)
            let found = try library.recommendations(
                RecommendationFilter(
                    state: name, cycle: cycle, theme: theme, scheme: scheme, position: value, words: words))
            try library.close()
            if json { return try JSONFace.print(found.map(Plain.init)) }
            show(found, office)
        }
    }

    private struct Plain: Encodable {
        var symbol: String
        var number: String
        var paragraph: String?
        var source: String
        var state: String
        var cycle: Int?
        var session: Int?
        var text: String?
        var recommendingStates: [String]
        var positions: [Position]
        var themes: [Theme]
        var affectedPersons: [String]
        var goals: [String]
        var annotation: String?
        var publishedOn: String?

        struct Position: Encodable {
            var value: String
            var words: String?
            var symbol: String?
            var paragraph: String?
            var date: String?
            var readOn: String?
        }

        struct Theme: Encodable {
            var scheme: String
            var code: String?
            var label: String
        }

        init(_ one: Recommendation) {
            symbol = one.key.symbol
            number = one.key.number.text
            paragraph = one.key.paragraph
            source = one.source.rawValue
            state = one.stateUnderReview
            cycle = one.cycle
            session = one.session
            text = one.text
            recommendingStates = one.recommendingStates
            positions = one.positions.map {
                .init(
                    value: $0.value.rawValue, words: $0.words, symbol: $0.symbol, paragraph: $0.paragraph,
                    date: $0.date?.description, readOn: $0.readOn?.description)
            }
            themes = one.themes.map { .init(scheme: $0.scheme.rawValue, code: $0.code, label: $0.label) }
            affectedPersons = one.affectedPersons
            goals = one.goals
            annotation = one.annotationID
            publishedOn = one.publishedOn?.description
        }
    }

    private func show(_ found: [Recommendation], _ office: Office) {
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        for one in found {
            let position = one.position.map { $0.words ?? $0.value.rawValue } ?? office.messages["upr.noPosition"]
            terminal.line(
                "\(terminal.styled(one.key.description, .bold))  \(position)  "
                    + terminal.styled("\(one.stateUnderReview) [\(one.source.rawValue)]", .dim))
            if let text = one.text { terminal.line("  \(VisibleText.of(text))") }
            let themes = one.themes.map { [$0.code, $0.label].compactMap(\.self).joined(separator: " ") }
            let labels =
                (one.recommendingStates.isEmpty ? [] : ["← \(one.recommendingStates.joined(separator: ", "))"]) + themes
            if !labels.isEmpty { terminal.line("  \(terminal.styled(labels.joined(separator: " · "), .dim))") }
        }
        // The same recommendation told by two sources is one.
        let count = Set(found.map { "\($0.stateUnderReview)|\($0.key)" }).count
        terminal.line(office.messages.filled("upr.recommendations", ["count": "\(count)"]))
    }
}
