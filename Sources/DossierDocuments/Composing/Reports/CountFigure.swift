public import DossierModel
import DossierProfiles

/// Puts a count into words: labels, what was counted and when, and what it does not prove.
public struct CountFigure: Sendable {
    public let phrases: Phrasebook

    public init(phrases: Phrasebook) { self.phrases = phrases }

    private var words: Wording { phrases.wording }

    /// The figure of a count. `item` is the report's entry for it, with code, title and note.
    public func figure(of count: Count, entry item: Item) -> Figure {
        figure(
            of: count, name: item[ReportCountFields.id].value?.first ?? "",
            title: item[ReportCountFields.title].value.map { $0.best(for: phrases.language).text },
            note: item[ReportCountFields.note].value.map { $0.best(for: phrases.language).text })
    }

    /// The figure of a count under a name that is unique on its page; without a title of its own it bears its unit's.
    public func figure(of count: Count, name: String, title ownTitle: String?, note: String? = nil) -> Figure {
        let unit = phrases.choice(count.definition.unit.rawValue, of: ReportCountFields.unit.definition)
        let title = ownTitle ?? unit
        var notes = [
            words.filled(
                "count.unit", ["unit": unit, "date": phrases.day(count.takenOn), "total": "\(count.total)"])
        ]
        if let state = count.definition.state {
            notes.append(words.filled("count.state", ["state": phrases.state(state)]))
        }
        if let end = count.definition.period?.latest {
            notes.append(words.filled("count.period", ["date": phrases.day(end)]))
        }
        notes += count.caveats.map { words["count.caveats.\($0.rawValue)"] }
        if let note { notes.append(note) }
        return Figure(
            id: "count-\(name)", title: title, description: title,
            head: [
                words["count.heads.\(count.definition.dimension.rawValue)"], words["count.number"],
            ],
            rows: count.rows.map { Figure.Row(label(of: $0.value, count.definition.dimension), $0.number) },
            notes: [notes.joined(separator: " ")])
    }

    private func label(of value: Count.Value, _ dimension: CountDefinition.Dimension) -> String {
        switch value {
        case .all: words["choices.report.counts.by.none"]
        case .decade(let year): words.filled("count.decade", ["year": "\(year)"])
        case .year(let year): "\(year)"
        case .code(let code):
            phrases.choice(
                code, of: dimension == .agents ? AgentFields.kind.definition : PersonFields.sex.definition)
        case .state(let state): phrases.state(state)
        case .unknown: words["count.unknown"]
        }
    }
}
