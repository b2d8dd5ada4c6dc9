/// The look of Word files: the parts of one that hold no text of a document, as they stand under Templates/word.
public struct WordStyle: Sendable {
    /// `styles.xml`, with `{latin}` and `{eastAsia}` where a document's language goes.
    public let styles: String
    public let fonts: String
    public let theme: String

    public init(styles: String, fonts: String, theme: String) {
        self.styles = styles
        self.fonts = fonts
        self.theme = theme
    }
}
