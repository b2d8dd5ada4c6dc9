import DossierDisclosure
import DossierDocuments
import DossierHTML
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// The petition as each audience would get it, and beside it what that edition leaves out and why.
struct PreviewPage {
    let desk: DeskPages
    let visitor: Visitor

    private var words: DeskWords { visitor.words }

    /// What somebody has chosen to look at.
    private struct Choice {
        var edition: String
        var partner: String
        var language: LanguageTag

        init(_ query: FormPairs, _ house: DeskHouse) {
            edition = ["full", "partner", "public"].first { $0 == query["edition"] } ?? "full"
            partner = (query["partner"] ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            language = house.documentLanguages.first { $0.text == query["lang"] } ?? .english
        }

        func audience(_ channel: String) -> Audience {
            switch edition {
            case "public": .everyone
            case "partner": .partner(partner)
            default: .body(channel)
            }
        }

        var query: String { "edition=\(edition)&partner=\(partner)&lang=\(language)" }
    }

    func response(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        let choice = Choice(query, desk.house)
        guard let open = try await desk.pool.read({ try OpenCase.read(id, from: $0) }) else { return nil }
        let edition = Discloser(audience: choice.audience(desk.house.channel), on: desk.today()).edition(
            of: open.folder)
        let title = words["preview.title"]
        let frame = Frame(
            visitor: visitor, title: title, here: "/cases/\(id)/preview?\(choice.query)", bodyClass: "preview")
        return DeskResponse(
            frame.page([
                CaseHead(visitor: visitor, open: open).node(current: .preview), .tag("h1", text: title),
                .tag("p", ["class": "lead"], text: words[open.drafts.isEmpty ? "preview.text" : "preview.textDrafts"]),
                chooser(id, choice),
                .tag(
                    "div", ["class": "columns"],
                    [
                        .tag(
                            "div", ["class": "wide"],
                            [
                                edition.isEmpty
                                    ? .tag("p", ["class": "empty", "role": "status"], text: words["preview.nothing"])
                                    : .tag(
                                        "iframe",
                                        [
                                            "class": "document", "title": words["preview.document"], "sandbox": "",
                                            "src": "/cases/\(id)/preview/document?\(choice.query)",
                                        ])
                            ]),
                        .tag("aside", ["class": "side"], [withheld(edition, open)]),
                    ]),
            ]))
    }

    private func chooser(_ id: RecordID, _ choice: Choice) -> HTMLNode {
        let option = { (value: String, label: String, isChosen: Bool) -> HTMLNode in
            .element("option", [("value", value)] + (isChosen ? [("selected", "selected")] : []), [.text(label)])
        }
        return .tag(
            "form", ["class": "chooser", "method": "get", "action": "/cases/\(id)/preview"],
            [
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": "edition"], text: words["preview.edition"]),
                        .tag(
                            "select", ["id": "edition", "name": "edition"],
                            ["full", "partner", "public"].map {
                                option($0, words["preview.editions.\($0)"], $0 == choice.edition)
                            }),
                    ]),
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": "partner"], text: words["preview.partner"]),
                        .tag(
                            "input",
                            ["id": "partner", "name": "partner", "value": choice.partner, "autocomplete": "off"]),
                    ]),
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": "lang"], text: words["preview.language"]),
                        .tag(
                            "select", ["id": "lang", "name": "lang"],
                            desk.house.documentLanguages.map {
                                option($0.text, words.languageName($0.text), $0 == choice.language)
                            }),
                    ]),
                .tag("button", text: words["preview.show"]),
            ])
    }

    /// What the edition leaves out, by reason, each with the way to its field.
    private func withheld(_ edition: Edition, _ open: OpenCase) -> HTMLNode {
        var content: [HTMLNode] = [.tag("h2", ["id": "withheld-title"], text: words["preview.withheld"])]
        if edition.withheld.isEmpty {
            content.append(.tag("p", ["class": "empty"], text: words["preview.nothingWithheld"]))
        }
        for reason in Withheld.Reason.allCases {
            let items = edition.withheld.filter { $0.reason == reason }
            guard !items.isEmpty else { continue }
            content.append(.tag("h3", text: words["preview.reasons.\(reason.rawValue)"]))
            content.append(.tag("ul", ["class": "withheld"], lines(items, open)))
        }
        return .tag("section", ["class": "withheld-list", "aria-labelledby": "withheld-title"], content)
    }

    /// A record of which many fields are left out is told in one line.
    private func lines(_ items: [Withheld], _ open: OpenCase) -> [HTMLNode] {
        var seen: Set<String> = []
        let once = items.filter { seen.insert("\($0.record) \($0.field)").inserted }
        let counts = Dictionary(grouping: once, by: \.record).mapValues(\.count)
        var told: Set<RecordID> = []
        return once.compactMap { item in
            guard let count = counts[item.record], count > Self.mostFieldsApart else { return line(item, open) }
            guard told.insert(item.record).inserted else { return nil }
            let record = open.folder.records.first { $0.id == item.record }
            let whose = record.flatMap { NameLine.title(of: $0, open.folder, words) } ?? item.record.text
            let kind = record.map { words.label($0.kind) } ?? ""
            return .tag(
                "li", [:],
                [
                    .tag("a", ["href": "/cases/\(open.id)/\(item.record)"], text: whose), .text(" "),
                    .tag(
                        "span", ["class": "note"],
                        text: words.filled("preview.fields", ["kind": kind, "count": String(count)])),
                ])
        }
    }

    private static let mostFieldsApart = 6

    private func line(_ item: Withheld, _ open: OpenCase) -> HTMLNode {
        let field = FieldCatalogue.field(id: item.field)
        let record = open.folder.records.first { $0.id == item.record }
        let whose = record.flatMap { NameLine.title(of: $0, open.folder, words) }
        let name = item.field.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        return .tag(
            "li", [:],
            [
                .tag(
                    "a", ["href": "/cases/\(open.id)/\(item.record)#\(FormPainter.anchor(name))"],
                    text: field.map { words.label($0) } ?? item.field)
            ] + (whose.map { [.text(" "), .tag("span", ["class": "note"], text: $0)] } ?? []))
    }

    /// The document alone, for the frame.
    func document(_ id: RecordID, _ query: FormPairs) async throws -> DeskResponse? {
        let choice = Choice(query, desk.house)
        let house = desk.house
        guard let composer = house.composer(choice.language) else { return nil }
        let check = CaseCheck(
            profile: house.profile, states: house.states, institutions: house.institutions, receivedOn: desk.today(),
            language: choice.language)
        let marker = MarkedDocument(
            profile: house.profile, wording: composer.phrases.wording,
            mark: Run(words["preview.mark"], words.language, kind: .gap))
        let rendering = Rendering(
            check: check, composer: composer, audience: choice.audience(house.channel), files: house.documents)
        let bytes = try await desk.pool.read { library -> [UInt8]? in
            guard let open = try OpenCase.read(id, from: library) else { return nil }
            let numbers = try library.documentNumbers(channel: house.channel)
            let composed = rendering.composed(open.folder, numbers: numbers)
            guard !composed.edition.isEmpty else { return nil }
            let marked = marker.marking(composed.document, of: composed.edition)
            return try house.documents.made(of: marked).first?.bytes
        }
        guard let bytes else { return nil }
        var response = DeskResponse(status: 200, kind: .html, body: bytes)
        response.headers.append(("Content-Security-Policy", ProtectiveHeaders.documentPolicy))
        return response
    }
}
