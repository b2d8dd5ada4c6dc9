/// Whoever looks at a page: in which language, and with which word their forms come back.
struct Visitor: Sendable {
    let words: DeskWords
    /// The other language, which stands beside labels.
    let beside: DeskWords
    var csrf: String
    let assets: Assets
}
