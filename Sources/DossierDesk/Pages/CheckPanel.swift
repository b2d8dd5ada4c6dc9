import DossierHTML
import DossierModel
import DossierProfiles

/// What a petition still needs, each with a link to its field.
struct CheckPanel {
    let visitor: Visitor
    let open: OpenCase
    let shortfalls: [Shortfall]
    let standing: ProcedureStanding

    private var words: DeskWords { visitor.words }

    /// Stands by itself, so that the script can put a newer one in its place.
    func node(isShort: Bool = false) -> HTMLNode {
        let blocking = shortfalls.filter { $0.rule.severity == .blocks }
        let advising = shortfalls.filter { $0.rule.severity == .advises }
        return .tag(
            "section",
            [
                "class": "check \(blocking.isEmpty ? "ready" : "wanting")", "id": "check",
                "aria-labelledby": "check-title",
                "data-check": "/cases/\(open.id)/check",
            ],
            [
                .tag("h2", ["id": "check-title"], text: words["check.title"]),
                .tag(
                    "p", ["class": "verdict", "role": "status"],
                    [
                        .tag(
                            "strong",
                            text: blocking.isEmpty
                                ? words["check.ready"]
                                : words.filled("check.wanting", ["count": String(blocking.count)]))
                    ]),
                .tag("p", ["class": "hint"], text: words["check.standing.\(standing.assessment.rawValue)"]),
                list(blocking, isShort), advice(advising, isShort),
            ])
    }

    private func advice(_ shortfalls: [Shortfall], _ isShort: Bool) -> HTMLNode {
        guard !shortfalls.isEmpty else { return .group([]) }
        return .tag(
            "details", ["class": "advice"],
            [
                .tag("summary", text: words.filled("check.advice", ["count": String(shortfalls.count)])),
                list(shortfalls, isShort),
            ])
    }

    private func list(_ shortfalls: [Shortfall], _ isShort: Bool) -> HTMLNode {
        guard !shortfalls.isEmpty else { return .group([]) }
        return .tag(
            "ul", [:],
            shortfalls.map { shortfall in
                let kind = FieldCatalogue.field(id: shortfall.place.field)?.kind ?? .case
                let spoken = SpokenWords(words: words, kind: kind)
                let text = { (part: String) in
                    spoken.text(words.profile.filled(shortfall.key(part), shortfall.arguments))
                }
                return .tag(
                    "li", ["data-rule": shortfall.rule.id],
                    [
                        .tag("a", ["href": Self.link(to: shortfall.place, in: open)], text: text("headline")),
                        .tag("p", ["class": "place"], text: place(shortfall.place)),
                        .tag("p", ["class": "why"], text: text("why")),
                    ] + (isShort ? [] : [.tag("p", ["class": "mend"], text: "→ " + text("mend"))]))
            })
    }

    /// Whose field it is, in words.
    private func place(_ place: Shortfall.Place) -> String {
        guard let field = FieldCatalogue.field(id: place.field) else { return "" }
        let record = open.folder.records.first { $0.id == place.record }
        let whose = record.flatMap { NameLine.title(of: $0, open.folder, words) }
        return [whose, words.label(field)].compactMap(\.self).joined(separator: " · ")
    }

    /// The field's place in the form of its record: of a list the list, since nobody knows which member is meant.
    static func link(to place: Shortfall.Place, in open: OpenCase) -> String {
        // A consent that is not there yet is written on the case's page.
        if FieldCatalogue.field(id: place.field)?.kind == .consent, place.record == open.id {
            return "/cases/\(open.id)#records-consents"
        }
        let name = place.field.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        return "/cases/\(open.id)/\(place.record)#\(FormPainter.anchor(name))"
    }
}
