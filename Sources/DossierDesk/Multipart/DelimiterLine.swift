/// What stands behind a delimiter in its line: nothing before the next part, two hyphens at the form's end, and white space
/// that some relay added (RFC 2046 5.1.1: transport-padding).
///
/// Anything else is refused. RFC 2046 has such a line be a delimiter, and many readers take it for part of the body: a form
/// that can be read in two ways is not guessed at.
struct DelimiterLine: Sendable {
    enum Outcome {
        case goesOn, ended, bad
    }

    private enum Stage {
        case start, hyphen, padding, lineBreak
    }

    private var stage = Stage.start
    /// Whether this is the delimiter that closes the form.
    private(set) var isClosing = false
    /// In bytes.
    private(set) var padding = 0

    /// Takes the rest of the line from the chunk, as far as it is there.
    mutating func take(_ chunk: inout ArraySlice<UInt8>) -> Outcome {
        while let byte = chunk.popFirst() {
            switch (stage, byte) {
            case (.start, UInt8(ascii: "-")): stage = .hyphen
            case (.hyphen, UInt8(ascii: "-")):
                isClosing = true
                stage = .padding
            case (.start, UInt8(ascii: " ")), (.start, UInt8(ascii: "\t")), (.padding, UInt8(ascii: " ")),
                (.padding, UInt8(ascii: "\t")):
                padding += 1
                stage = .padding
            case (.start, UInt8(ascii: "\r")), (.padding, UInt8(ascii: "\r")): stage = .lineBreak
            case (.lineBreak, UInt8(ascii: "\n")): return .ended
            default: return .bad
            }
        }
        return .goesOn
    }
}
