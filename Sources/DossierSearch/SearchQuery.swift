public import DossierNames
import Foundation

/// What somebody looks for: several parts, all of which have to be found about one case.
public struct SearchQuery: Sendable {
    /// As it was typed.
    public let text: String
    /// The ways to understand the parts: `Kim Chol-su 1950` is a name and a year, or three words.
    public let readings: [[SearchTerm]]

    /// Letters after these are not looked for.
    static let longest = 400
    private static let mostTerms = 8

    public init(_ text: String, _ names: NameReader) {
        self.text = text
        let parts = Self.parts(String(text.prefix(Self.longest)))
        let terms = Array(parts.prefix(Self.mostTerms))
        var readings: [[SearchTerm]] = []
        let single = terms.map { SearchTerm($0.text, isPhrase: $0.isPhrase, names) }
        // Several words may be one name or one date; the longest first.
        for length in stride(from: min(4, terms.count), through: 2, by: -1) {
            for start in 0...(terms.count - length) {
                let run = terms[start..<start + length]
                guard !run.contains(where: \.isPhrase) else { continue }
                let joined = run.map(\.text).joined(separator: " ")
                let term = SearchTerm(joined, isPhrase: false, names, asWhole: true)
                guard term.date != nil || term.isName else { continue }
                readings.append(Array(single[..<start]) + [term] + Array(single[(start + length)...]))
            }
        }
        if !single.isEmpty { readings.append(single) }
        self.readings = readings
    }

    public var isEmpty: Bool { readings.isEmpty }

    /// Words, and what stands between quotation marks as one.
    private static func parts(_ text: String) -> [(text: String, isPhrase: Bool)] {
        var parts: [(String, Bool)] = []
        for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                let phrase = piece.trimmingCharacters(in: .whitespacesAndNewlines)
                if !SearchTokens.tokens(phrase).isEmpty { parts.append((phrase, true)) }
            } else {
                parts += piece.split(whereSeparator: \.isWhitespace).map { (String($0), false) }
                    .filter { !SearchTokens.tokens($0.0).isEmpty }
            }
        }
        return parts
    }
}
