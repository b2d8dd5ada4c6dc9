import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation
import Hummingbird
import Logging

/// The caseworker's desk: a web page for whoever sits at this machine.
public enum Desk {
    /// Runs the desk until it is told to end. The one argument is a ``DeskOrder`` as JSON, which `dossier desk` writes.
    /// - Returns: The exit status of the process.
    public static func run(_ arguments: [String]) async -> Int32 {
        guard let text = arguments.first, let order = try? JSONDecoder().decode(DeskOrder.self, from: Data(text.utf8))
        else {
            say("dossier-desk: start it with “dossier desk”.")
            return Refusal.Status.usage.rawValue
        }
        do {
            try await DeskServer(order).run()
            return 0
        } catch {
            let surroundings = Surroundings.here()
            let office = try? Office(surroundings, language: LanguageTag(order.language))
            let refusal = Refusal(any: error) ?? Refusal(.inputOutput, "desk.failed", ["detail": "\(error)"])
            say("dossier: \(office?.messages.filled("refusals.\(refusal.key)", refusal.arguments) ?? refusal.key)")
            return refusal.status.rawValue
        }
    }

    static func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

/// The desk of one library on one port of this machine.
struct DeskServer: Sendable {
    let order: DeskOrder
    let house: DeskHouse
    private let surroundings = Surroundings.here()

    init(_ order: DeskOrder) throws {
        self.order = order
        house = try DeskHouse(try Office(surroundings, language: LanguageTag(order.language)))
    }

    func run() async throws {
        let pool = try LibraryPool(
            path: order.library, readers: max(2, ProcessInfo.processInfo.activeProcessorCount))
        let sessions = Sessions(random: Self.randomBytes, now: { Date() })
        let kept = try await pool.read { try $0.deskPassphrase() }
        let actor = surroundings.actor
        let fixed = order.day.flatMap { Day($0) }
        let pages = DeskPages(
            house: house, pool: pool, counting: Counting(pool: pool),
            change: { Change(actor: actor, reason: $0, at: Moment(Date())) },
            today: { fixed ?? Self.today() },
            freshID: { kind in
                var random = SystemRandomNumberGenerator()
                return RecordID(fresh: kind, using: &random)
            },
            freshWindow: { SessionKey(bytes: Self.randomBytes(8)).text })
        let port = try FreePort.choose(order.port)
        let entrance = Entrance(
            cookie: "dossier_desk_\(port)", house: house, sessions: sessions, pages: pages,
            passphrase: Passphrase(kept: kept, now: { Date() }))
        try await serve(entrance, sessions, on: port)
    }

    private func serve(_ entrance: Entrance, _ sessions: Sessions, on port: Int) async throws {
        var logger = Logger(label: "desk")
        // Addresses name records, and nobody needs a log of who read what on their own machine.
        logger.logLevel = .critical
        let words = house.office.messages
        let app = Application(
            responder: DeskResponder(entrance: entrance, requestGuard: RequestGuard(port: port)),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { _ in
                let link = await sessions.newLink()
                Desk.say(
                    words.filled("deskTerminal.open", ["address": "http://127.0.0.1:\(port)/open?key=\(link.text)"]))
                Desk.say(words["deskTerminal.again"])
                TerminalLinks(port: port, words: words).offer(from: sessions)
            }, logger: logger)
        // Ended at once by Control-C: every draft is on the disk, and a half upload is thrown away at the next start.
        try await app.runService(gracefulShutdownSignals: [])
    }

    private static func today() -> Day {
        Day(Date().formatted(.iso8601.year().month().day())) ?? Day.first(ofMonth: 1, year: 1970)
    }

    private static let randomBytes: @Sendable (Int) -> [UInt8] = { count in
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}
