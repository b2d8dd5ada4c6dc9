/// Every judge by the word with which a profile calls it.
enum Judges {
    static func judge(_ word: String) -> (any Judge)? { byWord[word] }

    static var words: [String] { byWord.keys.sorted() }

    private static let byWord: [String: any Judge] = [
        "answered": AnsweredJudge(),
        "fullName": FullNameJudge(),
        "monthKnown": MonthKnownJudge(),
        "placeKnown": PlaceKnownJudge(),
        "agentsOrReason": AgentsOrReasonJudge(),
        "stepsOrReason": StepsOrReasonJudge(),
        "authorIdentified": AuthorIdentifiedJudge(),
        "familyConsent": FamilyConsentJudge(),
        "governmentNaming": GovernmentNamingJudge(),
        "organisationStates": OrganisationStatesJudge(),
        "languageAccepted": LanguageAcceptedJudge(),
        "translated": TranslatedJudge(),
        "procedureClock": ProcedureClockJudge(),
        "institutionNames": InstitutionNamesJudge(),
        "stateNames": StateNamesJudge(),
        "oneSpelling": OneSpellingJudge(),
        "accountsWeighed": AccountsWeighedJudge(),
        "claimsSupported": ClaimsSupportedJudge(),
        "ageAgrees": AgeAgreesJudge(),
        "pregnancyDetail": PregnancyDetailJudge(),
        "nonStateStream": NonStateStreamJudge(),
        "lunarDate": LunarDateJudge(),
        "reasonGiven": ReasonGivenJudge(),
    ]
}
