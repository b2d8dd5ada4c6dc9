import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check cases against what a body requires.",
        discussion: "Lists every shortfall with its rule, place, reason and mend. Exit status 1 when any blocks.")

    @Argument(help: "Ids of cases; none means all.")
    var cases: [String] = []
    @Option(name: .customLong("for"), help: "The channel.")
    var channel = "wgeid"
    @Option(help: "The day on which the body receives the submission, YYYY-MM-DD (else today).")
    var on: String?
    @Option(name: .long, help: "The language that the submission will be in.")
    var submission = "en"
    @Flag(help: "Report as JSON.")
    var json = false
    @Flag(help: "Only count.")
    var summary = false
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let check = try CaseCheck(
                channel: channel, on: try Self.day(on, office), language: submission, office: office)
            let face = ShortfallFace(
                wording: try office.wording(channel, office.messages.language), messages: office.messages,
                terminal: Terminal(usesColour: office.surroundings.usesColour && !json))
            let work = CaseWork(path: office.libraryPath(place.library), ids: cases)
            let keepsText = !summary
            let isJSON = json
            let tallies = try await work.inParts { folders -> Tally in
                folders.reduce(into: Tally()) { tally, folder in
                    tally.take(folder, check.shortfalls(of: folder), keepsText ? face : nil, isJSON: isJSON)
                }
            }
            let tally = tallies.reduce(into: Tally()) { $0.add($1) }
            try show(tally, office)
            if tally.blocked > 0 { throw ExitCode(Refusal.Status.wanting.rawValue) }
        }
    }

    static func day(_ text: String?, _ office: Office) throws -> Day {
        guard let text else { return office.surroundings.today }
        guard let day = Day(text) else { throw Refusal(.usage, "badDay", ["value": text]) }
        return day
    }

    private func show(_ tally: Tally, _ office: Office) throws {
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        if json {
            return try JSONFace.print(
                Report(
                    cases: tally.reports, checked: tally.cases, ready: tally.cases - tally.blocked, rules: tally.rules))
        }
        if !tally.text.isEmpty { terminal.line(tally.text) }
        if summary { terminal.table(tally.rules.sorted { $0.key < $1.key }.map { [$0.key, String($0.value)] }) }
        terminal.line(
            office.messages.filled(
                "check.count",
                ["cases": String(tally.cases), "ready": String(tally.cases - tally.blocked), "channel": channel]))
    }

    private struct Report: Encodable {
        var cases: [CaseReport]
        var checked: Int
        var ready: Int
        /// How many cases fall short of each rule at least once.
        var rules: [String: Int]
    }

    struct CaseReport: Encodable, Sendable {
        var id: String
        var ready: Bool
        var shortfalls: [ShortfallFace.Plain]
    }

    /// What was found in some cases; parts add up.
    private struct Tally: Sendable {
        var cases = 0
        var blocked = 0
        var rules: [String: Int] = [:]
        var text = ""
        var reports: [CaseReport] = []

        mutating func take(_ folder: CaseFolder, _ shortfalls: [Shortfall], _ face: ShortfallFace?, isJSON: Bool) {
            let isReady = shortfalls.areReady
            cases += 1
            blocked += isReady ? 0 : 1
            for rule in Set(shortfalls.map(\.rule.id)) { rules[rule, default: 0] += 1 }
            guard let face else { return }
            let id = folder.caseRecord.id.text
            if isJSON {
                reports.append(CaseReport(id: id, ready: isReady, shortfalls: shortfalls.map(face.plain)))
            } else {
                let word = face.messages[isReady ? "check.ready" : "check.notReady"]
                text += "\(face.terminal.styled(id, .bold))  \(face.terminal.styled(word, isReady ? .green : .red))\n"
                text += shortfalls.map(face.text).joined()
            }
        }

        mutating func add(_ other: Tally) {
            cases += other.cases
            blocked += other.blocked
            rules.merge(other.rules, uniquingKeysWith: +)
            text += other.text
            reports += other.reports
        }
    }
}
