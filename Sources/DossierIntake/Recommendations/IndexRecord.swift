import DossierModel
import DossierXML

/// One record of the Universal Human Rights Index, as its exports hold it: labels with dashes before them, texts in HTML,
/// and the number of a recommendation nowhere but at the beginning of its text.
struct IndexRecord: Decodable {
    var annotation: String?
    var writtenBody: String?
    var symbol: String?
    var html: String?
    var published: String?
    var writtenCountries: [String]?
    var themes: [String]?
    var persons: [String]?
    var goals: [String]?
    var cycle: Loose?
    var sessions: LooseList?
    var positions: [String]?
    var recommending: [String]?

    enum CodingKeys: String, CodingKey {
        case annotation = "AnnotationId"
        case writtenBody = "Body"
        case symbol = "Symbol"
        case html = "Text"
        case published = "PublicationDate"
        case writtenCountries = "Countries"
        case themes = "Themes"
        case persons = "AffectedPersons"
        case goals = "Sdgs"
        case cycle = "UprCycle"
        case sessions = "UprSession"
        case positions = "UprPositions"
        case recommending = "UprRecommendingCountry"
    }

    /// A number or a text: exports differ.
    struct Loose: Decodable {
        var text: String

        init(_ text: String) { self.text = text }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            // A text first, which it nearly always is: a failed attempt costs more than all the rest of a record.
            if let text = try? container.decode(String.self) {
                self.text = text
            } else {
                text = String(try container.decode(Int.self))
            }
        }
    }

    /// One or several of them.
    struct LooseList: Decodable {
        var texts: [String]

        init(_ texts: [String]) { self.texts = texts }

        init(from decoder: any Decoder) throws {
            if let list = try? [Loose](from: decoder) {
                texts = list.map(\.text)
            } else {
                texts = [try Loose(from: decoder).text]
            }
        }
    }

    /// The body without its dash; "UPR" for the review.
    var body: String { Self.plain(writtenBody ?? "") }

    var countries: [String] { Self.labels(writtenCountries) }

    /// The recommendation that the record holds; nil when not even State and symbol are there.
    func recommendation(
        of state: String, language: LanguageTag, readOn: Day, place: Int, _ note: (RecommendationFinding) -> Void
    )
        -> Recommendation?
    {
        let symbol = Self.plain(symbol ?? "")
        guard !symbol.isEmpty else { return nil }
        let cycle = cycle.flatMap { Self.firstNumber(in: $0.text) }
        let numbered = NumberedText(HTMLText.plain(html ?? ""), cycle: cycle)
        if numbered.number.isEmpty { note(RecommendationFinding(.noNumber, place: place, value: numbered.text)) }
        // The State answers after the report was published: of the answer the day of reading is all that is known.
        let positions = Self.labels(positions).compactMap { label -> Recommendation.Position? in
            guard let position = PositionWords.position(label, readOn: readOn) else {
                note(RecommendationFinding(.unknownPosition, place: place, value: label))
                return nil
            }
            return position
        }
        return Recommendation(
            key: .init(symbol: symbol, number: RecommendationNumber(numbered.number), paragraph: numbered.paragraph),
            source: .uhri, stateUnderReview: state, cycle: cycle,
            session: sessions?.texts.first.flatMap(Self.firstNumber),
            text: numbered.text.isEmpty ? nil : numbered.text,
            language: language, recommendingStates: Self.labels(recommending), positions: positions,
            themes: Self.labels(themes).map { .init(scheme: .uhri, label: $0) },
            affectedPersons: Self.labels(persons), goals: Self.labels(goals).map(Self.goal),
            annotationID: annotation, publishedOn: published.flatMap { Day(String($0.prefix(10))) })
    }

    // MARK: Labels

    /// Without the dash before it, in form NFC, with straight apostrophes and single spaces.
    static func plain(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "-") } ?? bytes.count
        bytes.removeFirst(start)
        let isTidy = bytes.last != 0x20 && !bytes.contains { $0 >= 0x80 || $0 < 0x20 }
        // Most labels are plain ASCII: looking for two spaces is all that is left to do.
        if isTidy, !zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x20 && $1 == 0x20 }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        let rest = String(decoding: bytes, as: UTF8.self).replacing("\u{2019}", with: "'")
        return TextInspection.normalised(
            rest.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingPrefix("- ").description)
    }

    static func labels(_ texts: [String]?) -> [String] {
        (texts ?? []).map(plain).filter { !$0.isEmpty }
    }

    /// "16.9 - By 2030, …" as `16.9`.
    private static func goal(_ label: String) -> String {
        String(label.split(separator: " ").first ?? "")
    }

    static func firstNumber(in text: String) -> Int? {
        let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
        return Int(digits)
    }
}

/// A text with its number before it: `126.10 Take …`, and in reports of the first cycle `90.5`, number 5 of paragraph 90.
struct NumberedText {
    var number = ""
    var paragraph: String?
    var text: String

    init(_ whole: String, cycle: Int? = nil) {
        text = whole
        let head = whole.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let parts = head.split(separator: ".").map(String.init)
        guard let last = parts.last, head.first != "." else { return }
        switch (parts.count, cycle) {
        // The first cycle counts anew under each paragraph; which that is, the text alone may not tell.
        case (1, 1) where head.hasSuffix("."): number = last
        case (2, 1): (paragraph, number) = (parts[0], last)
        case (2..., _): number = parts.joined(separator: ".")
        default: return
        }
        let rest = whole[head.endIndex...].drop { $0.isWhitespace || $0 == ":" || $0 == ")" }
        text = String(rest)
    }
}

/// The words by which sources tell a State's position.
enum PositionWords {
    static func position(
        _ label: String, symbol: String? = nil, paragraph: String? = nil, readOn: Day
    ) -> Recommendation.Position? {
        let value: Recommendation.Position.Value
        var words: String? = label
        switch label.lowercased() {
        case "supported": (value, words) = (.supported, nil)
        case "noted": (value, words) = (.noted, nil)
        case "supported/noted", "supported / noted": (value, words) = (.partly, nil)
        case "pending": (value, words) = (.pending, nil)
        case "enjoys support", "enjoys the support", "accepted": value = .supported
        case "partially accepted", "partially supported", "partly accepted": value = .partly
        case "does not enjoy support", "do not enjoy support", "not supported", "rejected", "not accepted":
            value = .notSupported
        default: return nil
        }
        return Recommendation.Position(value, words: words, symbol: symbol, paragraph: paragraph, readOn: readOn)
    }
}
