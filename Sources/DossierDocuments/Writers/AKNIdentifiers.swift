import DossierModel

/// The references by which Akoma Ntoso names a document of the UN system: Work, Expression, Manifestation
/// (AKN4UN naming convention).
struct AKNIdentifiers {
    let work: String
    let expression: String
    let manifestation: String

    init(_ document: Document) {
        let identity = document.identity
        let number = identity.number
        work = "/akn/un/doc/\(identity.subtype)/\(identity.actor)/\(identity.date)/\(number)"
        expression = "\(work)/\(Self.threeLetters(document.language))@\(identity.date)"
        manifestation = "\(expression)/.xml"
    }

    /// ISO 639-2, terminological code.
    static func threeLetters(_ language: LanguageTag) -> String {
        switch language.language {
        case "en": "eng"
        case "fr": "fra"
        case "es": "spa"
        case "ko": "kor"
        default: "und"
        }
    }
}
