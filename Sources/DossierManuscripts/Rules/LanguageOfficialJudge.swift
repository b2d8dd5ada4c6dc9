import DossierModel
import DossierProfiles

/// The UN takes reports in its official languages. A draft in another has no count of words that means anything yet.
struct LanguageOfficialJudge: ReportJudge {
    func judge(_ hearing: ReportHearing) -> [Shortfall] {
        let language = hearing.manuscript.language
        guard !hearing.profile.languages.contains(where: { $0.language == language.language }) else { return [] }
        return [
            hearing.shortfall(
                at: ReportFields.languageOfText.definition,
                ["language": language.text, "known": hearing.profile.languages.map(\.text).joined(separator: ", ")])
        ]
    }
}
