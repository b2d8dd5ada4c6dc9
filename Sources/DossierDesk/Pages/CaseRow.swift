import DossierHTML
import DossierModel
import DossierProfiles

/// One case in a list: who, when, where, and whether its petition can go.
struct CaseRow: Sendable {
    var id: RecordID
    var name: String?
    var besides: String?
    var date: String
    var place: String
    /// How many shortfalls block; nil where nobody has looked.
    var blocking: Int?
    /// When it was last changed, in UTC; nil where nobody has looked.
    var at: String?

    init(_ open: OpenCase, _ checking: CaseChecking?, at: String?, _ words: DeskWords) {
        let folder = open.folder
        id = folder.caseRecord.id
        name = NameLine.name(of: folder.person)
        besides = NameLine.besides(of: folder.person)
        let told = folder.incident?[IncidentFields.date].value
        date = told.map { words.date($0.date) } ?? "—"
        place = folder.incident?[IncidentFields.place].value?.name(in: words.language, at: told?.date)?.text ?? "—"
        blocking = checking.map { $0.shortfalls(of: folder).count { $0.rule.severity == .blocks } }
        self.at = at
    }

    static func table(_ rows: [CaseRow], _ words: DeskWords, caption: String) -> HTMLNode {
        let hasTimes = rows.contains { $0.at != nil }
        let hasStates = rows.contains { $0.blocking != nil }
        let heads = ["name", "date", "place"] + (hasStates ? ["state"] : []) + (hasTimes ? ["changed"] : [])
        return .tag(
            "table", ["class": "rows"],
            [
                .tag("caption", ["class": "unseen"], text: caption),
                .tag(
                    "thead", [:],
                    [.tag("tr", [:], heads.map { .tag("th", ["scope": "col"], text: words["list.\($0)"]) })]),
                .tag("tbody", [:], rows.map { $0.row(words, hasTimes) }),
            ])
    }

    private func row(_ words: DeskWords, _ hasTimes: Bool) -> HTMLNode {
        .tag(
            "tr", [:],
            [
                .tag(
                    "th", ["scope": "row"],
                    [
                        .tag("a", ["href": "/cases/\(id)"], text: name ?? words["start.unnamed"]),
                        .tag("span", ["class": "besides"], text: besides ?? ""),
                    ]),
                .tag("td", [:], [.tag("span", ["class": "date-text"], text: date)]), .tag("td", text: place),
            ] + (blocking == nil ? [] : [.tag("td", [:], [state(words)])])
                + (hasTimes ? [.tag("td", [:], at.map { [MomentText.node($0, words)] } ?? [])] : []))
    }

    private func state(_ words: DeskWords) -> HTMLNode {
        guard let blocking else { return .text("—") }
        return blocking == 0
            ? .tag("span", ["class": "chip ready"], text: words["list.ready"])
            : .tag("span", ["class": "chip wanting"], text: words.filled("list.wanting", ["count": String(blocking)]))
    }
}
