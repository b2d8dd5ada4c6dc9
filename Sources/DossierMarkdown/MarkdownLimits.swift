/// How much Markdown is read at once. A joint report of 5,630 words takes some forty kilobytes; the parser's time grows
/// with the square of hostile text, so that the bound is also one on time.
public enum MarkdownLimits {
    /// Bytes of one file.
    public static let fileSize = 256 << 10
    /// Levels of nesting.
    public static let depth = 64
}
