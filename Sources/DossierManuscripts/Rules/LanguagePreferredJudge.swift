import DossierModel
import DossierProfiles

/// English, French and Spanish are read without a translator.
struct LanguagePreferredJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let language = hearing.manuscript.language
        let isKnown = { (tags: [LanguageTag]) in tags.contains { $0.language == language.language } }
        guard isKnown(hearing.profile.languages), !isKnown(hearing.profile.preferred) else { return [] }
        return [hearing.shortfall(at: ReportFields.languageOfText.definition, ["language": language.text])]
    }
}
