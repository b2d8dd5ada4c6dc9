/// A text in the language in which it was given, with its translations. The original always stays.
public struct LocalizedText: Sendable, Hashable {
    public var original: Wording
    public var translations: [Translation]

    public init(original: Wording, translations: [Translation] = []) {
        self.original = original
        self.translations = translations
    }

    public init(_ text: String, _ language: LanguageTag) {
        self.init(original: Wording(text: text, language: language))
    }

    /// A text with its language.
    public struct Wording: Sendable, Hashable {
        public var text: String
        public var language: LanguageTag

        public init(text: String, language: LanguageTag) {
            self.text = text
            self.language = language
        }
    }

    /// A translation, who made it, and how far it can be trusted.
    public struct Translation: Sendable, Hashable {
        public var wording: Wording
        /// For staff only; never leaves the house.
        public var translator: String?
        public var status: TranslationStatus

        public init(wording: Wording, translator: String? = nil, status: TranslationStatus = .unstated) {
            self.wording = wording
            self.translator = translator
            self.status = status
        }
    }

    /// The text in `language`: the original or a translation; nil when there is neither.
    public func wording(in language: LanguageTag) -> Wording? {
        if original.language.language == language.language { return original }
        return translations.first { $0.wording.language.language == language.language }?.wording
    }

    /// The translation into `language`, nil when there is none or the original is in it.
    public func translation(into language: LanguageTag) -> Translation? {
        guard original.language.language != language.language else { return nil }
        return translations.first { $0.wording.language.language == language.language }
    }

    /// The text in `language`, else in English, else the original.
    public func best(for language: LanguageTag) -> Wording {
        wording(in: language) ?? wording(in: .english) ?? original
    }

    /// Original and translations, in the order in which they were given.
    public var wordings: [Wording] { [original] + translations.map(\.wording) }
}

/// How far a translation has been checked.
public enum TranslationStatus: String, Sendable, Hashable, CaseIterable {
    case unstated
    case draft
    case reviewed
    case sworn
}
