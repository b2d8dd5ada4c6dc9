public import DossierModel
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

/// One part of what somebody looks for, in every sense that it may have.
public struct SearchTerm: Sendable {
    public let text: String
    /// The tokens that have to stand one after the other.
    public let tokens: [String]
    /// Whether the last token may go on: words that are typed are often not ended.
    public let isPrefix: Bool
    public let names: [NameReading]
    /// The keys under which names are kept.
    public let keys: [NameKey]
    public let date: PartialDate?
    /// A record's own id.
    public let id: RecordID?
    /// Whether it is looked for as a name or date alone, since its words are looked for one by one as well.
    public let isWhole: Bool

    init(_ text: String, isPhrase: Bool, _ reader: NameReader, asWhole: Bool = false) {
        self.text = text
        tokens = SearchTokens.tokens(text)
        isPrefix = !isPhrase
        isWhole = asWhole
        let mayBeName = !isPhrase && !text.contains(where: \.isNumber)
        let readings = mayBeName ? reader.readings(of: text) : []
        names = Array(readings.prefix(24))
        keys = mayBeName ? reader.keys(of: readings) : []
        date = isPhrase ? nil : SpokenDate(text)?.date
        id = RecordID(text)
    }

    /// Whether several words make a name with a family name of the table.
    var isName: Bool { keys.contains { $0.family.hasPrefix("#") && !$0.given.isEmpty } }
}
