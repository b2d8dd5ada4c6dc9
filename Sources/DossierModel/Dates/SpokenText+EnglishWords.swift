// The words of English for dates; the longest that stands in a place is read.
extension SpokenText {
    enum EnglishLead {
        case between, from
        case bound(SpokenStatement.Relation)
    }

    static let englishLeads: KeyValuePairs<String, EnglishLead> = [
        "between": .between, "from": .from, "before": .bound(.before), "by": .bound(.before),
        "no later than": .bound(.before), "not later than": .bound(.before),
        "after": .bound(.after), "no earlier than": .bound(.after),
        "not earlier than": .bound(.after), "since": .bound(.since), "until": .bound(.until), "till": .bound(.until),
    ]

    /// After a point.
    static let englishBounds: KeyValuePairs<String, SpokenStatement.Relation> = [
        "or earlier": .before, "or before": .before, "or later": .after, "or after": .after,
    ]

    /// "early" and "late" have no ends that everybody would name.
    static let englishOpenings: KeyValuePairs<String, SpokenMarks> = [
        "about": .approximate, "around": .approximate, "circa": .approximate, "c.": .approximate, "c": .approximate,
        "ca.": .approximate, "ca": .approximate, "approximately": .approximate, "roughly": .approximate,
        "early": .approximate, "early in": .approximate, "mid": .approximate, "mid-": .approximate,
        "late": .approximate, "late in": .approximate, "the beginning of": .approximate,
        "the middle of": .approximate, "the end of": .approximate, "probably": .uncertain, "perhaps": .uncertain,
        "possibly": .uncertain, "maybe": .uncertain, "presumably": .uncertain, "in": [], "on": [], "at": [], "the": [],
        "some time": [], "sometime": [], "at some time": [],
    ]

    static let englishEndings: KeyValuePairs<String, SpokenMarks> = [
        "?": .uncertain, "(?)": .uncertain, "(uncertain)": .uncertain, "or so": .approximate,
        "(approximate)": .approximate,
    ]

    static let englishSeasons: KeyValuePairs<String, DatePart.Season> = [
        "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
    ]

    static let englishEras: KeyValuePairs<String, SourceCalendar> = [
        "dangi": .dangi, "juche": .juche, "showa": .showa, "taisho": .taisho, "meiji": .meiji,
    ]

    static let englishMonths: [(key: String, value: Int)] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        return names.enumerated().flatMap { index, name in
            [name, String(name.prefix(3)), "\(name.prefix(3))."].map { (key: $0, value: index + 1) }
        } + [(key: "sept", value: 9), (key: "sept.", value: 9)]
    }()

    static let englishOrdinals: [(key: String, value: Int)] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ].enumerated().map { (key: $0.element, value: $0.offset + 1) }
}
