import ArgumentParser
import DossierDisclosure
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

struct PackageMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Make a package of cases, of evidence files, or of a report.",
        discussion: """
            Documents, the record as XML, annexes without metadata, a cover sheet, an index in English and Korean and \
            how to verify, as a BagIt bag with SHA-256 and SHA-512. What stands in the way is told, and nothing is made: \
            exit status 77 where a consent is missing or a required answer may not be told, 1 where something else is \
            wanting. --override REASON makes it all the same, except where a consent is missing; the reason goes into \
            the package and into the ledger. Before it is sealed, every file is searched for whatever its edition \
            withholds.
            """)

    @Argument(help: "Ids of cases.")
    var cases: [String] = []
    @Option(name: .customLong("for"), help: "The channel.")
    var channel = "wgeid"
    @Flag(help: "Evidence files for the archive of the Commission of Inquiry (the same as --for coi).")
    var coi = false
    @Option(help: "A report to the Universal Periodic Review: the manuscript's folder, or its name under Cases/upr.")
    var upr: String?
    @Option(help: "full, partner or public.")
    var edition = "full"
    @Option(
        name: .customLong("to"), help: "The recipient's code: for a partner edition the partner's, as in the consents.")
    var recipient: String?
    @Option(help: "Languages of the documents, such as en,ko.")
    var lang = "en"
    @Option(help: "xml, html, docx, pdf, json; several with commas.")
    var format = "docx,html,xml"
    @Flag(help: "Leave the annexes out.")
    var withoutExhibits = false
    @Option(help: "An exhibit that stays here although the recipient may be told of it.")
    var keepBack: [String] = []
    @Flag(help: "Add RO-Crate metadata, for repositories that read it.")
    var roCrate = false
    @Option(help: "The organisation that sends the package, as it may stand in it.")
    var organisation: String?
    @Option(help: "Make it although something is wanting, and say why. Name nobody.")
    var override: String?
    @Option(help: "The moment that the package bears, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ (else now).")
    var at: String?
    @OptionGroup var seal: SealOptions
    @Flag(help: "Also make the question to a time stamping authority (dossier package timestamp encloses the answer).")
    var timestamp = false
    @Option(help: "The folder to write into.", completion: .directory)
    var output = "Exports"
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var place: LibraryOptions

    func run() async throws {
        try await Office.run { office in
            let order = try order(office)
            let path = office.libraryPath(place.library)
            let parts = try parts(order, path, office)
            try refuseNames(in: order, path)
            let face = PackageFace(messages: office.messages, isJSON: json)
            try refuse(parts, order, face)
            var sealing = try seal.sealing(office)
            sealing.asksForTime = timestamp
            let making = PackageMaking(
                order: order, office: office, output: output, signer: sealing.signer?.publicKey)
            let staged = try making.stage(parts)
            do {
                let made = try making.finish(staged, parts, library: path, sealing: sealing)
                try face.show(made, parts, order)
            } catch {
                try? FileManager.default.removeItem(atPath: staged.folder)
                throw error
            }
        }
    }

    private func order(_ office: Office) throws -> PackageOrder {
        let channel = upr != nil ? "upr" : coi ? "coi" : channel
        if channel == "upr", upr == nil { throw Refusal(.usage, "reportChannel") }
        if (upr == nil) == cases.isEmpty { throw Refusal(.usage, "package.nothing") }
        let moment = try PackageMoment(at, now: office.surroundings.now)
        let (audience, recipient) =
            upr != nil
            ? (.readers(of: "upr"), self.recipient ?? "upr")
            : try PackageOrder.audience(channel: channel, edition: edition, recipient: self.recipient)
        let languages = try lang.split(separator: ",").map { text in
            guard let tag = LanguageTag(String(text)) else {
                throw Refusal(.usage, "badLanguage", ["value": String(text), "known": "en, fr, es, ko"])
            }
            return tag
        }
        return PackageOrder(
            channel: channel, edition: upr != nil ? "public" : edition, recipient: recipient, audience: audience,
            languages: try known(languages, channel, office), formats: try DocumentFiles.Format.list(format),
            moment: moment.text, day: moment.day, override: override, enclosesExhibits: !withoutExhibits,
            keptBack: Set(try keepBack.map(Self.exhibit)),
            addsCrate: roCrate, organisation: organisation)
    }

    private static func exhibit(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else { throw Refusal(.noInput, "noRecord", ["id": text]) }
        return id
    }

    private func known(_ languages: [LanguageTag], _ channel: String, _ office: Office) throws -> [LanguageTag] {
        guard channel != "upr" else { return languages }
        if channel == "coi" {
            let catalogue = try office.findings()
            let known = catalogue.languages + catalogue.workingLanguages
            if let other = languages.first(where: { !known.contains($0) }) {
                let list = known.map(\.text).joined(separator: ", ")
                throw Refusal(.usage, "badLanguage", ["value": other.text, "known": list])
            }
            return languages
        }
        let profile = try office.profile(channel)
        return try languages.map { try profile.language($0.text) }
    }

    private func parts(_ order: PackageOrder, _ path: String, _ office: Office) throws -> PackageParts {
        let library = try Library.open(at: path, readOnly: true)
        defer { try? library.close() }
        if let upr {
            let folder = try ManuscriptFolders.path(upr)
            let manuscript = try ManuscriptFolders.read(folder, office, isJSON: json)
            let zone = office.surroundings.timeZone
            let now = ISO8601DateFormatter().date(from: order.moment) ?? office.surroundings.now
            let work = try ReportWork(
                office: office, library: place.library, day: order.day, now: now, zone: zone,
                language: order.languages.first == .korean ? .korean : .english)
            let judged = try work.judged(manuscript, others: ManuscriptFolders.beside(folder))
            return try ReportParts(order: order, office: office).parts(of: judged, profile: work.profile, in: library)
        }
        let folders = try cases.map { text -> CaseFolder in
            guard let id = RecordID(text), let folder = try library.folder(ofCase: id) else {
                throw Refusal(.noInput, "noCase", ["id": text])
            }
            return folder
        }
        let copies = ExhibitCopies(store: ExhibitStore(libraryPath: path))
        return try CaseParts(
            order: order, office: office, numbers: try library.documentNumbers(channel: order.channel), copies: copies
        ).parts(of: folders)
    }

    /// A reason goes into the package and, for good, into the ledger.
    private func refuseNames(in order: PackageOrder, _ path: String) throws {
        guard let reason = order.override else { return }
        let library = try Library.open(at: path, readOnly: true)
        defer { try? library.close() }
        let persons = try library.records(of: .person)
        let names = NameCheck(
            persons: persons, consents: [], close: Set(persons.map(\.id)), audience: .everyone, on: order.day)
        guard names.hits(in: reason).isEmpty else { throw Refusal(.refused, "package.namesInReason") }
    }

    /// Tells everything that stands in the way, and ends with the gravest of it.
    private func refuse(_ parts: PackageParts, _ order: PackageOrder, _ face: PackageFace) throws {
        let isConsent = parts.obstacles.contains { $0.kind == .consent }
        guard isConsent || !parts.obstacles.isEmpty && order.override == nil else { return }
        try face.show(parts.obstacles)
        if isConsent { throw Refusal(.refused, "package.noConsent", ["recipient": order.recipient]) }
        if parts.obstacles.contains(where: { $0.kind == .confidential }) {
            throw Refusal(.refused, "package.confidential")
        }
        throw Refusal(.wanting, "package.wanting")
    }
}

/// The moment that a package bears: of a day its first.
struct PackageMoment {
    let text: String
    let day: Day

    init(_ option: String?, now: Date) throws {
        let text = option ?? now.formatted(.iso8601)
        let whole = text.contains("T") ? text : "\(text)T00:00:00Z"
        guard let day = Day(String(whole.prefix(10))), whole.hasSuffix("Z"), whole.utf8.count == 20,
            ISO8601DateFormatter().date(from: whole) != nil
        else { throw Refusal(.usage, "badMoment", ["value": text]) }
        self.text = whole
        self.day = day
    }
}
