public import DossierModel

/// What the address of a link in a manuscript points to.
public enum Citation: Sendable, Hashable {
    /// A case of the library.
    case casework(RecordID)
    /// Paragraphs of an account, by their numbers; none for the account as a whole.
    case testimony(RecordID, paragraphs: [Int])
    /// An exhibit, and its pages as they were written.
    case exhibit(RecordID, pages: String?)
    /// A document of the United Nations by its symbol, and the paragraphs as they were written.
    case document(symbol: String, paragraphs: String?)
    /// A recommendation; without a symbol where the number alone tells.
    case recommendation(symbol: String?, paragraph: String?, number: RecommendationNumber)

    /// Why an address is no citation.
    public enum Fault: Error, Sendable, Hashable {
        /// The word before the colon is none that is known.
        case unknownScheme(String)
        /// Not as the scheme wants it.
        case badAddress
    }

    /// The words that begin an address of the house; all others are addresses on the web.
    public static let schemes = ["case", "testimony", "exhibit", "un", "recommendation"]

    /// Reads `scheme:target#place`.
    /// - Throws: ``Fault``.
    public init(_ address: String) throws(Fault) {
        guard let colon = address.firstIndex(of: ":") else { throw .badAddress }
        let scheme = String(address[..<colon])
        let rest = address[address.index(after: colon)...]
        let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
        let target = parts.first ?? ""
        let place = parts.count > 1 ? parts[1] : nil
        guard !target.isEmpty, place != "" else { throw .badAddress }
        switch scheme {
        case "case":
            guard let id = RecordID(target), place == nil else { throw .badAddress }
            self = .casework(id)
        case "testimony":
            guard let id = RecordID(target) else { throw .badAddress }
            self = .testimony(id, paragraphs: try place.map(Self.numbers) ?? [])
        case "exhibit":
            guard let id = RecordID(target) else { throw .badAddress }
            if let place { _ = try Self.numbers(place) }
            self = .exhibit(id, pages: place)
        case "un":
            guard Self.isSymbol(target), place.map(Self.isParagraphs) ?? true else { throw .badAddress }
            self = .document(symbol: target, paragraphs: place)
        case "recommendation": self = try Self.recommendation(target, place)
        default: throw .unknownScheme(scheme)
        }
    }

    /// `126.10`, `A/HRC/42/10#126.10`, or `A/HRC/13/13#90/5` for number 5 under paragraph 90.
    private static func recommendation(_ target: String, _ place: String?) throws(Fault) -> Citation {
        guard let place else {
            guard isNumber(target) else { throw .badAddress }
            return .recommendation(symbol: nil, paragraph: nil, number: RecommendationNumber(target))
        }
        let parts = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy(isNumber), let number = parts.last else {
            throw .badAddress
        }
        guard isSymbol(target) else { throw .badAddress }
        return .recommendation(
            symbol: target, paragraph: parts.count == 2 ? parts.first : nil, number: RecommendationNumber(number))
    }

    /// `A/HRC/25/63`, `CED/C/JPN/1`, `S/RES/2375 (2017)`: series and parts, with slashes between.
    private static func isSymbol(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, let series = parts.first, series.first?.isLetter == true else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-()_ ".contains($0)) }
        } && series.allSatisfy { $0.isUppercase || $0.isNumber }
    }

    /// `64`, `64-66`, `12 (a)`, `5.2, 7`: each part begins with a number.
    private static func isParagraphs(_ text: String) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
            part.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { end in
                let end = String(end).trimmed
                return end.first.map { $0.isASCII && $0.isNumber } == true
                    && end.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter || ".() ".contains($0)) }
            }
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
            }
    }

    /// `3`, `3-5` and `3,7`; at most a hundred.
    private static func numbers(_ text: String) throws(Fault) -> [Int] {
        var numbers: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
            guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil, first > 0,
                first <= last, numbers.count + last - first < 100
            else { throw .badAddress }
            numbers += first...last
        }
        return numbers
    }
}

/// One place of a manuscript where something is cited.
public struct CitationUse: Sendable, Hashable {
    public var citation: Citation
    /// As it was written.
    public var address: String
    public var file: String
    public var line: Int

    public init(citation: Citation, address: String, file: String, line: Int) {
        self.citation = citation
        self.address = address
        self.file = file
        self.line = line
    }
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}
