import DossierModel

/// The paragraphs of an account as somebody has typed it.
public struct Transcript: Sendable, Hashable {
    public var paragraphs: [String]
}

/// Why a transcript cannot be taken in.
public struct TranscriptError: Error, Sendable, Hashable {
    public var reason: Reason
    /// The paragraph, 1 for the first; 0 when it is about the whole.
    public var paragraph: Int

    public enum Reason: String, Sendable, CaseIterable {
        case notUTF8, empty, tooLong, controlCharacter, unknownForm
    }
}

/// Reads transcripts: plain text and Markdown in UTF-8, in which an empty line parts the paragraphs, and Word documents.
public enum TranscriptReader {
    private static let mostParagraphs = 5_000
    private static let longestParagraph = 20_000

    /// - Throws: ``TranscriptError``.
    public static func read(_ bytes: [UInt8]) throws(TranscriptError) -> Transcript {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if bytes.starts(with: [0x50, 0x4B]) {
            return Transcript(paragraphs: try inspected(try WordTranscript.paragraphs(bytes).map(Self.tidy)))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TranscriptError(reason: .notUTF8, paragraph: 0)
        }
        let lines = TextInspection.normalised(text).split(omittingEmptySubsequences: false) { $0.isNewline }
        var paragraphs: [String] = []
        var current: [String] = []
        for line in lines {
            let line = Self.plain(line)
            if !line.isEmpty {
                current.append(line)
            } else if !current.isEmpty {
                paragraphs.append(current.joined(separator: " "))
                current = []
            }
        }
        if !current.isEmpty { paragraphs.append(current.joined(separator: " ")) }
        return Transcript(paragraphs: try inspected(paragraphs))
    }

    /// In form NFC, without white space at the ends.
    private static func tidy(_ text: String) -> String { plain(TextInspection.normalised(text)[...]) }

    private static func inspected(_ all: [String]) throws(TranscriptError) -> [String] {
        let paragraphs = all.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else { throw TranscriptError(reason: .empty, paragraph: 0) }
        guard paragraphs.count <= mostParagraphs else {
            throw TranscriptError(reason: .tooLong, paragraph: mostParagraphs + 1)
        }
        for (index, paragraph) in paragraphs.enumerated() {
            if paragraph.count > longestParagraph { throw TranscriptError(reason: .tooLong, paragraph: index + 1) }
            if TextInspection.rule(for: paragraph) != nil {
                throw TranscriptError(reason: .controlCharacter, paragraph: index + 1)
            }
        }
        return paragraphs
    }

    /// A line without the marks of Markdown and of numbering at its beginning. What is within stays: it is what was said.
    private static func plain(_ line: Substring) -> String {
        var rest = line.drop { $0.isWhitespace }
        let marks = rest.prefix { "#>".contains($0) }
        if !marks.isEmpty, rest.dropFirst(marks.count).first?.isWhitespace ?? true {
            rest = rest.dropFirst(marks.count)
        }
        rest = rest.drop { $0.isWhitespace }
        if let first = rest.first, "-*•".contains(first), rest.dropFirst().first?.isWhitespace == true {
            rest = rest.dropFirst()
        } else {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let after = rest.dropFirst(digits.count)
            if (1...4).contains(digits.count), let mark = after.first, ".)".contains(mark),
                after.dropFirst().first?.isWhitespace == true
            {
                rest = after.dropFirst()
            }
        }
        rest = rest.drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
