import DossierDisclosure
import DossierDocuments
import DossierFiles
import DossierLibrary
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles

/// Gathers what a package holds of cases: petitions or evidence files, the record as XML, what it lacked, annexes.
struct CaseParts {
    let order: PackageOrder
    let office: Office
    let numbers: DocumentNumbers
    let copies: ExhibitCopies

    /// One document of a case in one language.
    private struct Told {
        var document: Document
        var edition: Edition
        var shortfalls: [Shortfall]
    }

    func parts(of folders: [CaseFolder]) throws -> PackageParts {
        let ids = folders.map { numbers[$0.caseRecord.id] }.sorted()
        let number = ids.count == 1 ? ids[0] : numbers.number(ofSeveral: ids)
        var parts = PackageParts(number: number, profile: try profile())
        let makers = try order.languages.map { language in (language, try maker(language)) }
        let files = try DocumentFiles(formats: order.formats, folder: "", office: office)
        for folder in folders {
            let told = makers.map { ($0.0, $0.1(folder)) }
            guard let first = told.first?.1, !first.edition.isEmpty else {
                parts.obstacles.append(.init(kind: .consent, subject: folder.caseRecord.id.text, rules: []))
                continue
            }
            try add(told, of: folder, files, to: &parts)
        }
        return parts
    }

    private func profile() throws -> String {
        if order.channel == "coi" {
            let catalogue = try office.findings()
            return "\(catalogue.channel) \(catalogue.version)"
        }
        let profile = try office.profile(order.channel)
        return "\(profile.channel) \(profile.version)"
    }

    private func maker(_ language: LanguageTag) throws -> (CaseFolder) -> Told {
        let files = try DocumentFiles(formats: [], folder: "", office: office)
        let numbers = numbers
        if order.channel == "coi" {
            let evidence = try EvidenceFiles(
                language: language, day: order.day, audience: order.audience, files: files, office: office)
            let discloser = Discloser(audience: order.audience, on: order.day)
            return { folder in
                let edition = discloser.edition(of: folder)
                return Told(
                    document: evidence.document(for: edition, of: folder, numbers: numbers), edition: edition,
                    shortfalls: [])
            }
        }
        let rendering = try Rendering(
            channel: order.channel, language: language, day: order.day, audience: order.audience, files: files,
            office: office)
        return { folder in
            let composed = rendering.composed(folder, numbers: numbers)
            return Told(document: composed.document, edition: composed.edition, shortfalls: composed.shortfalls)
        }
    }

    private func add(
        _ told: [(LanguageTag, Told)], of folder: CaseFolder, _ files: DocumentFiles, to parts: inout PackageParts
    ) throws {
        guard let first = told.first?.1 else { return }
        let number = numbers[folder.caseRecord.id]
        let stem = order.channel == "coi" ? "evidence-file" : "petition"
        for (language, one) in told {
            let isDraft = one.document.draft != nil
            let name = "\(number)/\(stem)-\(language)\(isDraft ? "-draft" : "")"
            let made = try files.made(of: one.document)
            for file in made {
                parts.add(
                    file,
                    .init(
                        path: "data/\(name).\(file.format.rawValue)", role: .document, mediaType: file.format.mediaType,
                        about: number, language: language.text, title: one.document.title,
                        draft: isDraft ? true : nil))
            }
            parts.enclosures.append(
                .init(
                    title: one.document.title, about: number, language: language,
                    files: made.map { "data/\(name).\($0.format.rawValue)" }))
        }
        try addRecord(first.edition, number, to: &parts)
        if order.edition == "full", order.channel != "coi" { addShortfalls(first.shortfalls, number, to: &parts) }
        if order.enclosesExhibits { try addExhibits(first, of: folder, number, to: &parts) }
        parts.told.append((folder, first.edition))
        parts.disclosed.append(folder.caseRecord.id)
        addObstacles(first, of: folder, to: &parts)
    }

    private func addObstacles(_ told: Told, of folder: CaseFolder, to parts: inout PackageParts) {
        let blocking = told.shortfalls.filter { $0.rule.severity == .blocks }
        let subject = folder.caseRecord.id.text
        if order.edition == "full", !blocking.isEmpty {
            let rules = Set(blocking.map(\.rule.id)).sorted()
            parts.obstacles.append(.init(kind: .wanting, subject: subject, rules: rules))
        } else if told.document.draft != nil {
            let fields = Set(told.edition.withheld.filter { $0.reason == .confidential }.map(\.field)).sorted()
            parts.obstacles.append(.init(kind: .confidential, subject: subject, rules: fields))
        }
    }

    private func addRecord(_ edition: Edition, _ number: String, to parts: inout PackageParts) throws {
        let numbers = numbers
        let writer = EditionXMLWriter(channel: order.channel, number: number, date: order.day) { numbers[$0] }
        parts.add(
            try writer.bytes(edition),
            .init(path: "data/\(number)/record.xml", role: .record, mediaType: "application/xml", about: number))
    }

    /// Rules and headlines alone: reasons and places quote the record and the house's own files.
    private func addShortfalls(_ shortfalls: [Shortfall], _ number: String, to parts: inout PackageParts) {
        guard let words = try? office.packageWording(.english), let rules = try? office.wording(order.channel, .english)
        else { return }
        let head = words.filled(
            "shortfallsText.head", ["date": order.day.description, "profile": parts.profile])
        var seen: Set<String> = []
        let lines = shortfalls.map { shortfall in
            words.filled(
                "shortfallsText.line",
                [
                    "severity": words["shortfallsText.\(shortfall.rule.severity.rawValue)"],
                    "headline": rules[shortfall.key("headline")], "rule": shortfall.rule.id,
                ])
        }.filter { seen.insert($0).inserted }
        let text =
            ([head, ""] + (lines.isEmpty ? [words["shortfallsText.none"]] : lines)).joined(separator: "\n") + "\n"
        parts.add(
            Array(text.utf8),
            .init(path: "data/\(number)/shortfalls.txt", role: .shortfalls, mediaType: "text/plain", about: number))
    }

    /// Annexes by the numbers that the document gives them; what it does not cite follows.
    private func addExhibits(
        _ told: Told, of folder: CaseFolder, _ number: String, to parts: inout PackageParts
    ) throws {
        let open = told.edition.folder.evidence.exhibits
        let cited = told.document.annexes.filter { open[$0] != nil }
        let ordered = cited + open.keys.sorted().filter { !cited.contains($0) }
        let originals = ordered.compactMap { folder.evidence.exhibits[$0] }
        var annexes: [CoverSheetComposer.Annex] = []
        var unproven: [Record] = []
        let width = max(2, "\(ordered.count)".count)
        for (index, original) in originals.enumerated() {
            guard let shown = open[original.id] else { continue }
            let standing: CoverSheetComposer.Annex.Standing
            switch order.keptBack.contains(original.id) ? nil : try copies.copy(of: original) {
            case nil: standing = .kept
            case .object: standing = .object
            case .heldBack:
                standing = .heldBack
                parts.heldBack.append(original.id)
            case .enclosed(let source, let ending, let mediaType, let isSame):
                if !isSame { unproven.append(original) }
                let digits = String("\(index + 1)".reversed() + String(repeating: "0", count: width)).prefix(width)
                let path = "data/\(number)/annex-\(String(digits.reversed())).\(ending)"
                standing = .enclosed(path)
                parts.payload.append(
                    .init(
                        source: source,
                        file: .init(
                            path: path, role: .exhibit, mediaType: mediaType, about: number, annex: index + 1,
                            original: shown[ExhibitFields.sha256].value), exhibit: original.id,
                        expected: isSame ? original.digests : nil))
            }
            annexes.append(.init(number: index + 1, exhibit: shown, standing: standing))
        }
        try copies.prove(unproven)
        parts.annexes.append(.init(number: number, edition: told.edition, annexes: annexes))
    }
}

extension DocumentFiles.Format {
    /// The type's name at IANA.
    var mediaType: String {
        switch self {
        case .xml: "application/akn+xml"
        case .html: "text/html"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .json: "application/json"
        }
    }
}

extension Record {
    /// Of an exhibit's original, as they are on record.
    var digests: Digests? {
        guard let sha256 = self[ExhibitFields.sha256].value, let sha512 = self[ExhibitFields.sha512].value else {
            return nil
        }
        return Digests(sha256: sha256, sha512: sha512)
    }
}
