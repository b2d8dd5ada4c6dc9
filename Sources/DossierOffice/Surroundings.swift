import DossierIntake
package import DossierLibrary
package import DossierModel
import DossierProfiles
package import Foundation

/// What a run takes from the world around it, gathered in this one place: environment, clock, terminal.
package struct Surroundings: Sendable {
    package let environment: [String: String]
    package let now: Date
    package let timeZone: TimeZone
    package let isTerminal: Bool
    /// Whether somebody is there to answer questions.
    package let canAsk: Bool

    package init(
        environment: [String: String], now: Date, timeZone: TimeZone, isTerminal: Bool, canAsk: Bool
    ) {
        self.environment = environment
        self.now = now
        self.timeZone = timeZone
        self.isTerminal = isTerminal
        self.canAsk = canAsk
    }

    package static func here() -> Surroundings {
        Surroundings(
            environment: ProcessInfo.processInfo.environment, now: Date(), timeZone: .current,
            isTerminal: isatty(STDOUT_FILENO) == 1,
            canAsk: isatty(STDIN_FILENO) == 1)
    }

    /// Today in UTC.
    package var today: Day {
        let text = now.formatted(.iso8601.year().month().day())
        return Day(text) ?? Day.first(ofMonth: 1, year: 1970)
    }

    /// The language of messages: Korean where the locale says so, else English. Foundation does not look at these on
    /// Linux.
    package var language: LanguageTag {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.hasPrefix("ko") ? .korean : .english
    }

    package var usesColour: Bool { isTerminal && environment["NO_COLOR"]?.isEmpty ?? true }

    /// Now, in UTC, as custody records write it.
    package var moment: String { now.formatted(.iso8601) }

    /// The code under which the ledger notes who acts.
    package var actor: String { environment["DOSSIER_ACTOR"] ?? "staff" }

    package func change(_ reason: String) -> Change { Change(actor: actor, reason: reason, at: Moment(now)) }

    /// The folder of templates: as the environment says, else found from here upwards, else from the program upwards.
    package func templatesFolder() throws(Refusal) -> String {
        if let named = environment["DOSSIER_TEMPLATES"] { return named }
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let starts = [
            URL(fileURLWithPath: FileManager.default.currentDirectoryPath), program.deletingLastPathComponent(),
        ]
        for start in starts {
            var folder = start.standardizedFileURL
            while true {
                for candidate in ["Templates", "share/dossier/Templates"] {
                    let path = folder.appendingPathComponent(candidate).path
                    if FileManager.default.fileExists(atPath: "\(path)/wgeid/profile.yaml") { return path }
                }
                let parent = folder.deletingLastPathComponent().standardizedFileURL
                if parent.path == folder.path { break }
                folder = parent
            }
        }
        throw Refusal(.noInput, "noTemplates")
    }
}
