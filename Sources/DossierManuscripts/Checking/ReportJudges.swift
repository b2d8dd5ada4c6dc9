/// Every judge of reports by the word with which the profile calls it.
public enum ReportJudges {
    static func judge(_ word: String) -> (any ReportJudge)? { byWord[word] }

    public static var words: [String] { byWord.keys.sorted() }

    private static let byWord: [String: any ReportJudge] = [
        "stateNamed": StateNamedJudge(),
        "submittersNamed": SubmittersNamedJudge(),
        "formFits": FormFitsJudge(),
        "languageOfficial": LanguageOfficialJudge(),
        "languagePreferred": LanguagePreferredJudge(),
        "textThere": TextThereJudge(),
        "wordsWithin": WordsWithinJudge(),
        "wordsWithinUnverified": WordsWithinUnverifiedJudge(),
        "windowOpen": WindowOpenJudge(),
        "windowKnown": WindowKnownJudge(),
        "deadlineFar": DeadlineFarJudge(),
        "nobodyNamed": NobodyNamedJudge(),
        "givenNamesAbsent": GivenNamesAbsentJudge(),
        "sourcesOpen": SourcesOpenJudge(),
        "citationsResolve": CitationsResolveJudge(),
        "markupPlain": MarkupPlainJudge(),
        "layoutCarried": LayoutCarriedJudge(),
        "organisationDescribed": OrganisationDescribedJudge(),
        "contactGiven": ContactGivenJudge(),
        "keywordsGiven": KeywordsGivenJudge(),
        "periodSinceReview": PeriodSinceReviewJudge(),
        "recommendationsFollowed": RecommendationsFollowedJudge(),
        "cycleFits": CycleFitsJudge(),
        "submittedOnce": SubmittedOnceJudge(),
    ]
}
