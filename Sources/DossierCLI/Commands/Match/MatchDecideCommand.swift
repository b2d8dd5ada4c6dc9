import ArgumentParser
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

struct MatchDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Remember whether two records tell of one person.",
        discussion: """
            Both records stay as they are; those that tell of one person are shown together. What is the same passes on from \
            record to record. A decision that contradicts earlier ones is refused, and those are named. Every decision stays in the \
            ledger, and “dossier match undo” takes it back.
            """)

    @Argument(help: "The id of a person.")
    var first: String
    @Argument(help: "The id of another.")
    var second: String
    @Argument(help: "same, different or unsure.")
    var verdict: String
    @Option(help: "Why: noted with the decision.")
    var reason = ""
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        guard Judgement.Verdict(rawValue: verdict) != nil else {
            throw ValidationError("The verdict is same, different or unsure.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            guard let verdict = Judgement.Verdict(rawValue: verdict) else { return }
            let library = try office.library(place.library)
            let deciding = MatchDeciding(library: library, office: office)
            try deciding.decide(try deciding.person(first), try deciding.person(second), verdict, reason: reason)
            try library.close()
            Terminal(usesColour: office.surroundings.usesColour).line(
                office.messages.filled(
                    "match.decidedAs",
                    ["first": first, "second": second, "verdict": office.messages["match.words.\(verdict.rawValue)"]]))
        }
    }
}
