import DossierHTML
import DossierModel

/// The head of every page of a case: whose it is, and the ways to its pages.
struct CaseHead {
    enum Place: Equatable {
        case `case`, preview
        case record(RecordID)
        case history(RecordID)
    }

    let visitor: Visitor
    let open: OpenCase

    func node(current: Place) -> HTMLNode {
        let words = visitor.words
        let folder = open.folder
        let date = folder.incident?[IncidentFields.date].value
        let place = folder.incident?[IncidentFields.place].value?.name(in: words.language, at: date?.date)?.text
        let facts = [date.map { words.date($0.date) }, place].compactMap(\.self)
        let name = NameLine.name(of: folder.person) ?? words["start.unnamed"]
        let tabs: [(Place, String, String)] = [
            (.case, "/cases/\(open.id)", "case.tab"),
            (.record(folder.person?.id ?? open.id), "/cases/\(open.id)/\(folder.person?.id ?? open.id)", "case.person"),
            (
                .record(folder.incident?.id ?? open.id), "/cases/\(open.id)/\(folder.incident?.id ?? open.id)",
                "case.incident"
            ),
            (.record(open.id), "/cases/\(open.id)/\(open.id)", "case.record"),
            (.preview, "/cases/\(open.id)/preview", "case.preview"),
            (.history(open.id), "/cases/\(open.id)/\(open.id)/history", "case.history"),
        ]
        return .tag(
            "div", ["class": "case-head"],
            [
                .tag(
                    current == .case ? "h1" : "p", ["class": "case-name"],
                    [
                        .tag("span", ["lang": "ko"], text: name), .text(" "),
                        .tag("span", ["class": "besides"], text: NameLine.besides(of: folder.person) ?? ""),
                    ]),
                .tag("p", ["class": "facts"], text: (facts + [open.id.text]).joined(separator: " · ")),
                .tag(
                    "nav", ["class": "tabs", "aria-label": words["case.nav"]],
                    tabs.map { place, path, key in
                        .element(
                            "a", [("href", path)] + (place == current ? [("aria-current", "page")] : []),
                            [.text(words[key])])
                    }),
            ])
    }
}
