/// A BCP 47 language tag of a language, an optional script and an optional region: `ko`, `ko-Hani`, `zh-Hans`.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    /// The language without script and region.
    public let language: String

    /// Nil when `text` is not of the form `ll[l][-Ssss][-RR]`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), parts.count <= 3,
            language.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        for part in parts.dropFirst() {
            guard part.count == 4 || part.count == 2,
                part.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) })
            else { return nil }
        }
        self.init(text: text, language: parts.count == 1 ? text : String(Substring(language)))
    }

    private init(text: String, language: String) {
        self.text = text
        self.language = language
    }

    private init(known: String) { self.init(text: known, language: String(known.prefix { $0 != "-" })) }

    public static let english = LanguageTag(known: "en")
    public static let korean = LanguageTag(known: "ko")
    public static let japanese = LanguageTag(known: "ja")
    public static let french = LanguageTag(known: "fr")
    public static let spanish = LanguageTag(known: "es")
    public static let hanja = LanguageTag(known: "ko-Hani")
    public static let koreanInLatin = LanguageTag(known: "ko-Latn")
    public static let chinese = LanguageTag(known: "zh")
    public static let russian = LanguageTag(known: "ru")

    public var description: String { text }
}
