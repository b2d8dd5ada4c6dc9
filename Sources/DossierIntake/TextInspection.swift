public import DossierModel
import Foundation

/// Judges whether the characters of a text are fit to keep.
public enum TextInspection {
    /// `controlCharacter` for what cannot be seen or turns the reading direction, `notNormalised` for text that is not in
    /// Unicode's form NFC, in which 가 may be two characters; nil when fit.
    public static func rule(for text: String) -> RecordFinding.Rule? {
        var mayDecompose = false
        for scalar in text.unicodeScalars {
            if isControl(scalar.value) { return .controlCharacter }
            if !isPlain(scalar.value) { mayDecompose = true }
        }
        if mayDecompose, !text.unicodeScalars.elementsEqual(normalised(text).unicodeScalars) { return .notNormalised }
        return nil
    }

    /// The text in form NFC.
    public static func normalised(_ text: String) -> String {
        text.unicodeScalars.allSatisfy { isPlain($0.value) } ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func isControl(_ value: UInt32) -> Bool {
        switch value {
        case 0x9, 0xA: false
        case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFD...0xFFFF: true
        default: false
        }
    }

    // Ranges in which no character combines or decomposes: Latin up to U+02FF, punctuation, kana without marks, common
    // Han characters, Hangul syllables.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x2FF, 0x2010...0x2027, 0x3000...0x3029, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }
}

extension PlainNode {
    /// The same tree with every text in form NFC, for files that were written in another.
    func normalised() -> PlainNode {
        switch content {
        case .scalar(let text): PlainNode(.scalar(TextInspection.normalised(text)), line: line)
        case .list(let members): PlainNode(.list(members.map { $0.normalised() }), line: line)
        case .map(let pairs):
            PlainNode(
                .map(pairs.map { Pair(TextInspection.normalised($0.key), $0.value.normalised(), line: $0.line) }),
                line: line)
        }
    }
}
