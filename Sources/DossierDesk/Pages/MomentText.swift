import DossierHTML

/// A time of the ledger, as a page shows it: to the minute, in UTC, as the ledger has it.
enum MomentText {
    static func node(_ text: String, _ words: DeskWords) -> HTMLNode {
        let shown = text.count >= 16 ? "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC" : text
        return .tag("time", ["datetime": text], text: shown)
    }
}
