public import DossierModel
public import DossierNames

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
