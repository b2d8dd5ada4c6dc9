/// A BCP 47 language tag of a language, an optional script and an optional region: `ko`, `ko-Hani`, `zh-Hans`.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Nil when `text` is not of the form `ll[l][-Ssss][-RR]`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count), parts.count <= 3,
            language.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        for part in parts.dropFirst() {
            guard part.utf8.count == 4 || part.utf8.count == 2, part.allSatisfy({ $0.isASCII && $0.isLetter })
            else { return nil }
        }
        self.text = text
    }

    private init(known: String) { text = known }

    public static let english = LanguageTag(known: "en")
    public static let korean = LanguageTag(known: "ko")
    public static let japanese = LanguageTag(known: "ja")
    public static let french = LanguageTag(known: "fr")
    public static let spanish = LanguageTag(known: "es")
    public static let hanja = LanguageTag(known: "ko-Hani")
    public static let koreanInLatin = LanguageTag(known: "ko-Latn")
    public static let chinese = LanguageTag(known: "zh")
    public static let russian = LanguageTag(known: "ru")

    /// The language without script and region.
    public var language: Substring { text.prefix { $0 != "-" } }
    public var description: String { text }
}
