// What Korean says around a date: how sure it is, by which calendar, and how two dates belong together.
extension SpokenText {
    static let koreanOpenings: KeyValuePairs<String, SpokenRemark> = [
        "약": .mark(.approximate), "대략": .mark(.approximate), "대강": .mark(.approximate),
        "아마": .mark(.uncertain), "아마도": .mark(.uncertain), "어쩌면": .mark(.uncertain), "추정": .mark(.uncertain),
        "음력": .lunar, "음력으로": .lunar, "양력": .solar, "양력으로": .solar,
    ]

    /// Right behind a point; they hold for it alone.
    static let koreanEndings: [(key: String, value: SpokenRemark)] =
        koreanMarks.map { (key: $0.key, value: .mark($0.value)) } + [
            (key: "(음력)", value: .lunar), (key: "(음)", value: .lunar), (key: "(양력)", value: .solar),
            (key: "(양)", value: .solar),
        ]

    static let koreanMarks: [(key: String, value: SpokenMarks)] =
        ["쯤", "경", "께", "무렵", "즈음", "정도", "전후"].map { (key: $0, value: .approximate) }
        + [
            "?", "(?)", "추정", "(추정)", "으로 추정", "로 추정", "으로 추정됨", "로 추정됨", "으로 추정된다", "로 추정된다",
            "으로 추정됩니다", "로 추정됩니다", "인 듯", "인 듯함", "인 듯하다", "인 듯해요", "인 듯합니다", "인 듯싶다",
            "인 것 같다", "인 것 같음", "인 것 같아요", "인 것 같습니다", "인 거 같아요", "일 것이다", "일 것입니다", "불확실",
            "(불확실)",
        ].map { (key: $0, value: .uncertain) }

    /// They add nothing to a date: some day in a month is that month.
    static let koreanParticles = [
        "에", "에는", "중", "중에", "의 어느 날", "어느 날", "의 어느 때", "어느 때", "이다", "입니다", "이에요", "이었다", "이었어요",
        "이었습니다", ".",
    ]

    /// After one point. "또는 그 전" is how our own documents say it.
    static let koreanBounds: KeyValuePairs<String, SpokenStatement.Relation> = [
        "이전": .before, "전": .before, "또는 그 전": .before, "또는 그 이전": .before, "이후": .after, "후": .after,
        "뒤": .after, "또는 그 뒤": .after, "또는 그 이후": .after, "까지": .until, "부터": .since,
    ]

    enum KoreanJoint { case from, and, or }

    static let koreanJoints: KeyValuePairs<String, KoreanJoint> = [
        "에서": .from, "부터": .from, "~": .from, "-": .from, "과": .and, "와": .and, "또는": .or, "혹은": .or,
        "이나": .or, "나": .or,
    ]

    static let koreanClosings: KeyValuePairs<String, SpokenStatement.Relation> = ["사이": .between, "까지": .fromTo]
}
