import DossierDocuments
import DossierHTML
import DossierModel
import DossierProfiles

/// What happened in order of time: a date that is known to the year is a span of a year, and looks like one. The list
/// beside the drawing says the same in words.
struct CaseTimeline {
    let visitor: Visitor
    let open: OpenCase

    private var words: DeskWords { visitor.words }
    private static let width = 720
    private static let labelWidth = 210
    private static let rowHeight = 26

    func node() -> HTMLNode {
        let events = TimelineEvent.all(in: open.folder)
        guard !events.isEmpty else { return .group([]) }
        return .tag(
            "section", ["class": "timeline", "aria-labelledby": "timeline-title"],
            [.tag("h2", ["id": "timeline-title"], text: words["timeline.title"]), drawing(events), list(events)])
    }

    /// Days in which an event may lie, bounded by what is drawn.
    private struct Span {
        var first: Int
        var last: Int
        /// Whether an end is not known, so that the span goes on to the edge.
        var isOpen: Bool
    }

    private func drawing(_ events: [TimelineEvent]) -> HTMLNode {
        let days = events.flatMap { [$0.statement.date.earliest, $0.statement.date.latest] }.compactMap { $0?.ordinal }
        guard let low = days.min(), let high = days.max() else { return .group([]) }
        let margin = max((high - low) / 25, 200)
        let (start, end) = (low - margin, high + margin)
        let room = Self.width - Self.labelWidth - 10
        let across = { (day: Int) in Self.labelWidth + (day - start) * room / max(end - start, 1) }
        let height = events.count * Self.rowHeight + 30
        let bars = events.enumerated().map { index, event -> HTMLNode in
            let date = event.statement.date
            let span = Span(
                first: date.earliest?.ordinal ?? start, last: date.latest?.ordinal ?? end,
                isOpen: date.earliest == nil || date.latest == nil)
            let (left, right) = (across(span.first), max(across(span.last), across(span.first) + 4))
            let top = index * Self.rowHeight + 6
            let classes = ["span", event.kind.rawValue, right - left > 8 || span.isOpen ? "vague" : "exact"]
            return .group([
                .tag(
                    "text",
                    ["x": "\(Self.labelWidth - 10)", "y": "\(top + 13)", "text-anchor": "end", "class": "label"],
                    text: words["timeline.kinds.\(event.kind.rawValue)"]),
                .tag(
                    "rect",
                    [
                        "x": "\(left)", "y": "\(top)", "width": "\(right - left)", "height": "16", "rx": "3",
                        "class": classes.joined(separator: " "),
                    ]),
            ])
        }
        return .tag(
            "svg",
            [
                "class": "chart", "role": "img", "viewBox": "0 0 \(Self.width) \(height)",
                "aria-labelledby": "timeline-svg-title timeline-svg-desc",
            ],
            [
                .tag("title", ["id": "timeline-svg-title"], text: words["timeline.title"]),
                .tag("desc", ["id": "timeline-svg-desc"], text: words["timeline.description"]),
                .group(years(from: start, to: end, across, height)), .group(bars),
            ])
    }

    private func years(from start: Int, to end: Int, _ across: (Int) -> Int, _ height: Int) -> [HTMLNode] {
        let (first, last) = (Day(ordinal: start).year, Day(ordinal: end).year)
        let step = [1, 2, 5, 10, 20, 50].first { (last - first) / $0 <= 9 } ?? 100
        return stride(from: (first / step + 1) * step, through: last, by: step).map { year in
            let left = across(Day.first(ofMonth: 1, year: year).ordinal)
            return .group([
                .tag("line", ["x1": "\(left)", "x2": "\(left)", "y1": "0", "y2": "\(height - 22)", "class": "grid"]),
                .tag(
                    "text", ["x": "\(left)", "y": "\(height - 6)", "text-anchor": "middle", "class": "year"],
                    text: "\(year)"),
            ])
        }
    }

    private func list(_ events: [TimelineEvent]) -> HTMLNode {
        .tag(
            "ol", ["class": "events"],
            events.map { event in
                let said = event.statement.words.map {
                    words.filled("timeline.said", ["words": $0.best(for: words.language).text])
                }
                let source = event.source.map {
                    words.filled("timeline.source", ["source": $0.best(for: words.language).text])
                }
                return .tag(
                    "li", [:],
                    [
                        .tag("span", ["class": "date-text"], text: words.date(event.statement.date)), .text(" "),
                        .tag(
                            "a", ["href": "/cases/\(open.id)/\(event.record)#\(FormPainter.anchor(event.box))"],
                            text: words["timeline.kinds.\(event.kind.rawValue)"]),
                        .text(" "),
                        .tag(
                            "span", ["class": "note"], text: [said, source].compactMap(\.self).joined(separator: " · ")),
                    ])
            })
    }
}
