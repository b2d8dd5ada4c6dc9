import DossierHTML

/// A horizontal bar chart as SVG: real text, bars that print, a title and a description for whoever cannot see it. The
/// numbers stand in a table beside it.
enum ChartSVG {
    private static let width = 640
    private static let rowHeight = 30
    private static let barHeight = 18
    private static let numberWidth = 48
    private static let fontSize = 15.0

    static func node(_ figure: Figure) -> HTMLNode {
        let labelWidth = min(260, Int((figure.rows.map { textWidth($0.label) }.max() ?? 0).rounded(.up)) + 16)
        let most = max(figure.rows.map(\.number).max() ?? 0, 1)
        let room = width - labelWidth - numberWidth
        let height = figure.rows.count * rowHeight + 8
        let rows = figure.rows.enumerated().map { index, row in
            bar(row, top: index * rowHeight + 4, labelWidth, length: row.number * room / most)
        }
        return .tag(
            "svg",
            [
                "class": "chart", "role": "img", "viewBox": "0 0 \(width) \(height)",
                "aria-labelledby": "\(figure.id)-title \(figure.id)-desc",
            ],
            [
                .tag("title", ["id": "\(figure.id)-title"], text: figure.title),
                .tag("desc", ["id": "\(figure.id)-desc"], text: figure.description), .group(rows),
                .tag(
                    "line",
                    [
                        "x1": "\(labelWidth)", "x2": "\(labelWidth)", "y1": "0", "y2": "\(height)",
                        "class": "axis",
                    ]),
            ])
    }

    private static func bar(_ row: Figure.Row, top: Int, _ labelWidth: Int, length: Int) -> HTMLNode {
        // A number that is not nought has a bar, however short.
        let length = row.number == 0 ? 0 : max(2, length)
        let baseline = top + barHeight - 4
        return .group([
            .tag(
                "text",
                ["x": "\(labelWidth - 10)", "y": "\(baseline)", "text-anchor": "end", "class": "label"],
                text: row.label),
            .tag(
                "rect",
                [
                    "x": "\(labelWidth)", "y": "\(top)", "width": "\(length)", "height": "\(barHeight)", "class": "bar",
                ]),
            .tag(
                "text", ["x": "\(labelWidth + length + 8)", "y": "\(baseline)", "class": "number"],
                text: "\(row.number)"),
        ])
    }

    /// Near enough to keep labels on the page: signs of East Asia are twice as wide as letters.
    private static func textWidth(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? fontSize : fontSize * 0.55) }
    }
}
