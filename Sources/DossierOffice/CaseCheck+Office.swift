package import DossierModel
package import DossierProfiles

extension CaseCheck {
    package init(channel: String, on day: Day, language: String, office: Office) throws {
        let profile = try office.profile(channel)
        let tag = try profile.language(language)
        self.init(
            profile: profile, states: try office.states(), institutions: try office.institutions(), receivedOn: day,
            language: tag)
    }
}

extension Profile {
    /// The tag of a language in which the body, or the house, takes documents.
    package func language(_ text: String) throws -> LanguageTag {
        guard let tag = LanguageTag(text), (languages + workingLanguages).contains(tag) else {
            let known = (languages + workingLanguages).map(\.text).joined(separator: ", ")
            throw Refusal(.usage, "badLanguage", ["value": text, "known": known])
        }
        return tag
    }
}
