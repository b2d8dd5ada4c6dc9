// The words of Korean for dates; the longest that stands in a place is read.
extension SpokenText {
    static let koreanEras: KeyValuePairs<String, SourceCalendar> = [
        "서기": .gregorian, "단기": .dangi, "단군기원": .dangi, "檀紀": .dangi, "주체": .juche, "쇼와": .showa,
        "소화": .showa, "昭和": .showa, "다이쇼": .taisho, "대정": .taisho, "大正": .taisho, "메이지": .meiji,
        "명치": .meiji, "明治": .meiji,
    ]

    static let koreanDigits: KeyValuePairs<String, Int> = [
        "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9,
    ]

    /// "초봄" and "늦가을" begin and end on no day that everybody would name.
    static let koreanSeasons: KeyValuePairs<String, (DatePart.Season, SpokenMarks)> = [
        "봄": (.spring, []), "여름": (.summer, []), "가을": (.autumn, []), "겨울": (.winter, []),
        "초봄": (.spring, .approximate), "초여름": (.summer, .approximate), "초가을": (.autumn, .approximate),
        "초겨울": (.winter, .approximate), "이른 봄": (.spring, .approximate), "이른 여름": (.summer, .approximate),
        "이른 가을": (.autumn, .approximate), "이른 겨울": (.winter, .approximate), "한여름": (.summer, .approximate),
        "한겨울": (.winter, .approximate), "늦봄": (.spring, .approximate), "늦여름": (.summer, .approximate),
        "늦가을": (.autumn, .approximate), "늦겨울": (.winter, .approximate), "늦은 봄": (.spring, .approximate),
        "늦은 여름": (.summer, .approximate), "늦은 가을": (.autumn, .approximate), "늦은 겨울": (.winter, .approximate),
    ]

    /// Months with a name of their own, and whether the name is one of the lunar calendar alone.
    static let koreanMonths: KeyValuePairs<String, (Int, isLunar: Bool)> = [
        "유월": (6, false), "유월달": (6, false), "시월": (10, false), "시월달": (10, false), "정월": (1, true),
        "정월달": (1, true), "동짓달": (11, true), "섣달": (12, true),
    ]

    /// 초하루 to 스무아흐레: the days by their old names, each also with 날.
    static let koreanNamedDays: [(key: String, value: Int)] = {
        let ones = [
            ("하루", "하룻날"), ("이틀", "이튿날"), ("사흘", "사흗날"), ("나흘", "나흗날"), ("닷새", "닷샛날"), ("엿새", "엿샛날"),
            ("이레", "이렛날"), ("여드레", "여드렛날"), ("아흐레", "아흐렛날"),
        ]
        var days = [("초열흘", 10), ("초열흘날", 10), ("열흘", 10), ("열흘날", 10), ("스무날", 20)]
        for (tens, first) in [("초", 0), ("열", 10), ("스무", 20)] {
            for (index, (short, long)) in ones.enumerated() {
                days += [(tens + short, first + index + 1), (tens + long, first + index + 1)]
            }
        }
        return days.map { (key: $0.0, value: $0.1) }
    }()

    /// By their meaning days of the moon: the full moon, and the end of the month, which is the 29th or 30th.
    static let koreanMoonDays: KeyValuePairs<String, Int> = [
        "보름": 15, "보름날": 15, "대보름": 15, "대보름날": 15, "그믐": 29, "그믐날": 29,
    ]

    /// Parts of a known day. They say no more of the date, and stay in the words.
    static let koreanTimesOfDay = ["새벽", "아침", "오전", "낮", "한낮", "오후", "저녁", "밤"]

    static let koreanThirds: KeyValuePairs<String, SpokenPoint.Third> = [
        "초순": .first, "상순": .first, "중순": .second, "하순": .last,
    ]

    /// Parts of a month, a year or a decade whose ends nobody has fixed.
    static let koreanVagueParts: KeyValuePairs<String, SpokenMarks> = [
        "초": .approximate, "초반": .approximate, "초엽": .approximate, "중반": .approximate, "중엽": .approximate,
        "말": .approximate, "말엽": .approximate, "전반": .approximate, "후반": .approximate,
    ]
}
