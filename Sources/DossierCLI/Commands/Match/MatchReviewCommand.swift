import ArgumentParser
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

struct MatchReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Go through undecided pairs one by one, and decide.")

    @Option(help: "At most so many pairs.")
    var limit = 50
    @Flag(help: "Also persons about whom there is no case.")
    var everybody = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            guard office.surroundings.canAsk else { throw Refusal(.usage, "needsTerminal") }
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            let library = try office.library(place.library)
            defer { try? library.close() }
            let matching = try PersonMatching(library, everybody: everybody, office: office)
            let known = Judgements(try library.judgements())
            let found = matching.matcher.pairs(
                from: matching.weights.possible, isWanted: { !known.isDecided($0.id, $1.id) })
            let face = MatchFace(office: office, terminal: terminal, matching: matching)
            let scoring = matching.matcher.scoring
            let deciding = MatchDeciding(library: library, office: office)
            if found.pairs.isEmpty { return terminal.line(office.messages["match.nothing"]) }
            var decided = 0
            pairs: for pair in found.pairs.prefix(limit) {
                guard let first = matching.place(of: pair.first), let second = matching.place(of: pair.second) else {
                    continue
                }
                let (one, other) = (matching.persons[first], matching.persons[second])
                // What was decided on the way may have settled it.
                if Judgements(try library.judgements()).isDecided(one.id, other.id) { continue }
                face.show(one, other, scoring.evidence(first, second))
                switch answer(terminal, office) {
                case .verdict(let verdict):
                    try deciding.decide(one.id, other.id, verdict, reason: "review")
                    decided += 1
                case .skip: continue
                case .quit: break pairs
                }
            }
            terminal.line(office.messages.filled("match.reviewed", ["count": String(decided)]))
        }
    }

    private enum Answer {
        case verdict(Judgement.Verdict)
        case skip, quit
    }

    private func answer(_ terminal: Terminal, _ office: Office) -> Answer {
        while true {
            terminal.write(office.messages["match.question"])
            guard let line = readLine() else { return .quit }
            switch line.trimmingPrefix(/\s+/).first?.lowercased() {
            case "y": return .verdict(.same)
            case "n": return .verdict(.different)
            case "u": return .verdict(.unsure)
            case "s": return .skip
            case "q": return .quit
            default: continue
            }
        }
    }
}
