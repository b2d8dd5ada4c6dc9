import DossierModel
import DossierTestSupport
import Testing

@Suite("Dates as people say them")
struct SpokenDateTests {
    private func edtf(_ words: String) -> String? { SpokenDate(words)?.date.edtf }

    @Test(
        "Korean: years, seasons, months and days, as far as they are told",
        arguments: [
            ("1951년", "1951"), ("1951년도", "1951"), ("1951", "1951"), ("서기 1951년", "1951"), ("1951년 봄", "1951-21"),
            ("1951년여름", "1951-22"), ("1951년 가을에", "1951-23"), ("1951년 겨울", "1951-24"), ("1951년 3월", "1951-03"),
            ("1951년 3월 5일", "1951-03-05"), ("1951년3월5일", "1951-03-05"), ("1951 년 3 월 5 일", "1951-03-05"),
            ("1951년 03월 05일", "1951-03-05"), ("1951. 3. 5.", "1951-03-05"), ("1951.3.5", "1951-03-05"),
            ("1951. 3.", "1951-03"), ("1951.3", "1951-03"), ("1951-3-5", "1951-03-05"), ("1951/3/5", "1951-03-05"),
            ("1951/3", "1951-03"), ("１９５１년　３월　５일", "1951-03-05"), ("１９５１．３．５", "1951-03-05"),
            ("1951年 3月 5日", "1951-03-05"), ("양력 1951년 3월 5일", "1951-03-05"), ("1951년 양력 3월", "1951-03"),
            ("1951년 3월 5일(양력)", "1951-03-05"), ("1951년 3월 5일 새벽", "1951-03-05"), ("1951년 오월달에", "1951-05"),
            ("1951년 삼월", "1951-03"), ("1951년 유월 이십오일", "1951-06-25"), ("1951년 시월 삼일", "1951-10-03"),
            ("1951년 십이월 삼십일일", "1951-12-31"), ("1951년 일월 일일", "1951-01-01"), ("1951년 이월 이십일", "1951-02-20"),
            ("1951년 이월 이십일일", "1951-02-21"), ("천구백오십일년 봄", "1951-21"), ("천구백 오십년 구월", "1950-09"),
            ("이천십이년", "2012"), ("1952년 2월 29일", "1952-02-29"), ("1951년 3월의 어느 날", "1951-03"),
            ("1951년 3월 중에", "1951-03"), ("1951년 3월 5일이에요.", "1951-03-05"), ("양력 1951년 3월 초사흘", "1951-03-03"),
        ])
    func korean(_ words: String, _ expected: String) {
        #expect(edtf(words) == expected)
        #expect(SpokenDate(words)?.calendar == .gregorian)
        #expect(SpokenDate(words)?.statedYear == nil)
    }

    @Test(
        "Korean: what is vague becomes approximate, and what is doubted uncertain",
        arguments: [
            ("약 1951년", "1951~"), ("1951년쯤", "1951~"), ("1951년 봄쯤", "1951-21~"), ("1951년 3월경", "1951-03~"),
            ("1951년 3월 5일 무렵", "1951-03-05~"), ("1951년 3월께", "1951-03~"), ("1951년 3월 5일 전후", "1951-03-05~"),
            ("1950년 9월 초", "1950-09~"), ("1950년 9월말", "1950-09~"), ("1950년 9월 말경", "1950-09~"),
            ("1950년 말", "1950~"), ("1951년 초봄", "1951-21~"), ("1951년 이른 봄", "1951-21~"), ("1951년 늦가을", "1951-23~"),
            ("1950년대", "195X"), ("1950년대 초", "195X~"), ("1950년대 후반", "195X~"), ("아마 1951년", "1951?"),
            ("1951년인 듯", "1951?"), ("1951년 봄인 것 같아요", "1951-21?"), ("1951년 3월?", "1951-03?"),
            ("1951년(추정)", "1951?"), ("1951년으로 추정", "1951?"), ("아마 1951년쯤", "1951%"),
            ("1951년 3월경인 듯하다", "1951-03%"), ("1951년 아마 3월", "1951-03?"), ("1951년 3월쯤에", "1951-03~"),
        ])
    func koreanDoubt(_ words: String, _ expected: String) { #expect(edtf(words) == expected) }

    @Test(
        "Korean: spans are once between two points, or from one to the other, as the words say",
        arguments: [
            ("1950년 9월 초순", "[1950-09-01..1950-09-10]"), ("1950년 9월 중순", "[1950-09-11..1950-09-20]"),
            ("1950년 9월 하순", "[1950-09-21..1950-09-30]"), ("1952년 2월 하순", "[1952-02-21..1952-02-29]"),
            ("1950년 9월 중순쯤", "[1950-09-11~..1950-09-20~]"),
            ("1950년 9월 초순에서 중순 사이", "[1950-09-01..1950-09-20]"), ("1950년에서 1953년 사이", "[1950..1953]"),
            ("1950~1953년 사이", "[1950..1953]"), ("1950–1953년 사이에", "[1950..1953]"),
            ("1950년과 1953년 사이의 어느 때", "[1950..1953]"), ("1951년 3월에서 5월 사이", "[1951-03..1951-05]"),
            ("1951년 3월 5일에서 10일 사이", "[1951-03-05..1951-03-10]"), ("1950년 봄에서 가을 사이", "[1950-21..1950-23]"),
            ("1950년 가을에서 겨울 사이", "[1950-23..1950-24]"), ("1950년 겨울에서 1951년 봄 사이", "[1950-24..1951-21]"),
            ("1950년경에서 1953년 사이", "[1950~..1953]"), ("아마 1950년에서 1953년 사이", "[1950?..1953?]"),
            ("1950년에서 1953년 사이쯤", "[1950~..1953~]"), ("1950년부터 1953년까지", "1950/1953"),
            ("1951년 3월 5일부터 10일까지", "1951-03-05/1951-03-10"),
            ("쇼와 20년에서 쇼와 25년 사이", "[1945..1950]"), ("1950년에서 1953년까지", "1950/1953"),
            ("1951년 3월 이전", "[..1951-03]"), ("1951년 3월 전에", "[..1951-03]"), ("1951년 3월 이후", "[1951-03..]"),
            ("1951년 3월 뒤", "[1951-03..]"), ("1951년 3월경 이전", "[..1951-03~]"), ("1950년 9월 초순 이전", "[..1950-09-10]"),
            ("1950년 9월 초순 이후", "[1950-09-01..]"),
            ("1951년 3월까지", "../1951-03"), ("1951년 3월부터", "1951-03/.."), ("1950년 또는 1951년", "[1950..1951]"),
            ("1951년 3월이나 4월", "[1951-03..1951-04]"), ("1951년 봄이나 여름", "[1951-21..1951-22]"),
            ("1950년 12월 31일 또는 1951년 1월 1일", "[1950-12-31..1951-01-01]"),
        ])
    func koreanSpans(_ words: String, _ expected: String) { #expect(edtf(words) == expected) }

    @Test(
        "Years of an era keep their number beside the common year",
        arguments: [
            ("단기 4284년 봄", "1951-21", SourceCalendar.dangi, 4284), ("단기4283년 9월", "1950-09", .dangi, 4283),
            ("단기 4284. 3. 5.", "1951-03-05", .dangi, 4284), ("단기 4284년(1951년) 봄", "1951-21", .dangi, 4284),
            ("1951년(단기 4284년) 3월", "1951-03", .dangi, 4284), ("주체 40년", "1951", .juche, 40),
            ("주체40(1951)년 3월 5일", "1951-03-05", .juche, 40), ("쇼와 20년 8월", "1945-08", .showa, 20),
            ("소화 20. 8. 15.", "1945-08-15", .showa, 20), ("昭和20年8月15日", "1945-08-15", .showa, 20),
            ("소화 이십년", "1945", .showa, 20), ("단기 4284", "1951", .dangi, 4284), ("대정 8년 3월", "1919-03", .taisho, 8),
            ("다이쇼 원년", "1912", .taisho, 1),
            ("메이지 43년", "1910", .meiji, 43), ("쇼와 20년 3월에서 5월 사이", "[1945-03..1945-05]", .showa, 20),
            ("Showa 20", "1945", .showa, 20), ("11 June of Shōwa 29", "1954-06-11", .showa, 29),
            ("September of Dangi 4283", "1950-09", .dangi, 4283), ("Juche 40 (1951)", "1951", .juche, 40),
        ])
    func eras(_ words: String, _ expected: String, _ calendar: SourceCalendar, _ stated: Int) throws {
        let spoken = try #require(SpokenDate(words))
        #expect(spoken.date.edtf == expected)
        #expect(spoken.calendar == calendar)
        #expect(spoken.statedYear == stated)
    }

    @Test("Two years of an era leave no room for their number")
    func twoStatedYears() throws {
        let spoken = try #require(SpokenDate("단기 4283년에서 4286년 사이"))
        #expect(spoken.date.edtf == "[1950..1953]")
        #expect(spoken.calendar == .dangi)
        #expect(spoken.statedYear == nil)
    }

    @Test(
        "A lunar month is about the solar month after its number, whatever day is told",
        arguments: [
            ("1951년 음력 3월", "1951-04~"), ("음력 1951년 3월", "1951-04~"), ("음력으로 1951년 3월", "1951-04~"),
            ("1951년 3월(음력)", "1951-04~"), ("1951년 음력 삼월 초사흘", "1951-04~"), ("1951년 음력 3월 5일", "1951-04~"),
            ("1951. 3. 5. (음)", "1951-04~"), ("1951년 3월 초사흘(음력)", "1951-04~"), ("1951년 3월 보름", "1951-04~"),
            ("1951년 음력 3월 중순", "1951-04~"), ("1951년 음력 3월쯤", "1951-04~"), ("아마 1951년 음력 3월", "1951-04%"),
            ("1951년 정월", "1951-02~"), ("1951년 정월 대보름", "1951-02~"), ("1951년 동짓달", "1951-12~"),
            ("1951년 섣달 그믐날", "1952-01~"), ("1951년 음력 12월", "1952-01~"), ("1951년 음력 3월 30일", "1951-04~"),
            ("1951년 음력 3월에서 5월 사이", "[1951-04~..1951-06~]"), ("1951년 음력 3월 이전", "[..1951-04~]"),
            ("1919년 이월(음력)", "1919-03~"), ("1956년 음력 사월", "1956-05~"), ("lunar March 1951", "1951-04~"),
            ("third lunar month of 1951", "1951-04~"), ("the 3rd lunar month of 1951", "1951-04~"),
            ("the 5th day of the third lunar month of 1951", "1951-04~"), ("March 1951 (lunar)", "1951-04~"),
        ])
    func lunar(_ words: String, _ expected: String) {
        #expect(edtf(words) == expected)
        #expect(SpokenDate(words)?.calendar == .lunar)
    }

    @Test("A lunar month of an era keeps the year of the era")
    func lunarEra() throws {
        let spoken = try #require(SpokenDate("단기 4284년 음력 섣달"))
        #expect(spoken.date.edtf == "1952-01~")
        #expect(spoken.calendar == .lunar)
        #expect(spoken.statedYear == 4284)
    }

    @Test(
        "English",
        arguments: [
            ("spring 1951", "1951-21"), ("in the spring of 1951", "1951-21"), ("Fall 1951", "1951-23"),
            ("March 1951", "1951-03"), ("Mar. 1951", "1951-03"), ("SEPT 1951", "1951-09"),
            ("5 March 1951", "1951-03-05"),
            ("the 5th of March, 1951", "1951-03-05"), ("March 5, 1951", "1951-03-05"),
            ("on March 5th 1951", "1951-03-05"),
            ("May 1951", "1951-05"), ("about 1951", "1951~"), ("around March 1951", "1951-03~"),
            ("circa 1951", "1951~"),
            ("c. 1951", "1951~"), ("c1951", "1951~"), ("about 1951-03-05", "1951-03-05~"),
            ("early September 1950", "1950-09~"), ("at the end of 1950", "1950~"), ("mid-1950", "1950~"),
            ("the 1950s", "195X"), ("the early 1950s", "195X~"), ("1950’s", "195X"), ("probably 1951", "1951?"),
            ("perhaps about March 1951", "1951-03%"), ("March 1951?", "1951-03?"), ("before March 1951", "[..1951-03]"),
            ("by March 1951", "[..1951-03]"), ("by the spring of 1951", "[..1951-21]"),
            ("after March 1951", "[1951-03..]"),
            ("since March 1951", "1951-03/.."), ("until 5 March 1951", "../1951-03-05"),
            ("from March 1951 on", "1951-03/.."),
            ("between 1950 and 1953", "[1950..1953]"), ("between March and May 1951", "[1951-03..1951-05]"),
            ("between 5 and 10 March 1951", "[1951-03-05..1951-03-10]"), ("from 1950 to 1953", "1950/1953"),
            ("probably between 1950 and 1953", "[1950?..1953?]"), ("1950 or 1951", "[1950..1951]"),
            ("some time in 1951", "1951"),
        ])
    func english(_ words: String, _ expected: String) {
        #expect(edtf(words) == expected)
        #expect(SpokenDate(words)?.calendar == .gregorian)
    }

    @Test(
        "EDTF reads as itself",
        arguments: [
            "1951", "1951-21~", "1951-03-05?", "195X", "19XX", "1950/1953", "1951/..", "[..1951-03]", "[1950..1953]",
        ])
    func ownForm(_ text: String) {
        #expect(edtf(text) == text)
        #expect(edtf("  \(text)\n") == text)
    }

    @Test(
        "What is not certain is not read",
        arguments: [
            // No century is guessed, and no year.
            "51년", "'51", "51년 3월", "50년대", "51. 3. 5.", "3월", "음력 3월", "3월 5일", "작년 봄", "March", "5 March", "the 50s",
            "임진년", "신묘년 봄", "4284년", "4284", "천 년", "1951만년", "19511년", "단기 84년",
            // No such date.
            "1951년 13월", "1951년 2월 30일", "1951년 2월 29일", "1951-02-30", "1951. 2. 30.", "1951/13/1", "1951년 0월",
            "1951년 4월 31일", "February 30, 1951", "1951년 음력 13월", "1951년 음력 3월 31일", "쇼와 70년", "메이지 50년",
            "쇼와 1년 3월", "1951년대", "1953년에서 1950년 사이", "1953년부터 1950년까지", "1951년 11월에서 2월 사이",
            // Words are left over, or contradict each other.
            "", " ", "모름", "1951년이 아니라 1952년", "1951년 3월 아님", "1951년 추석", "1951년 3월 5일 월요일", "1951년생",
            "1951년 봄 홍수", "1951년 3월 3개월 전", "not 1951", "1951 maybe not", "a few days before March 1951",
            "단기 4284년(1950년)", "주체 40년(1952)", "단기 4284년(쇼와 26년)", "양력 1951년 정월", "1951년 양력 3월 보름",
            "1951년 음력 3월(양력)",
            // It could be one thing or another.
            "1950~1953년", "1950년에서 1953년", "1950년과 1953년까지", "1950-1953", "1950-53", "1950 to 1953", "1950년 또는 1953년",
            "1950 or 1953",
            "5/3/1951", "05.03.1951", "1951년 3월 초사흘", "1900년대", "2000년대", "the 1900s", "winter 1950-51", "1951년 5일",
            "쇼와 25년대", "1950년대(1950)", "쇼와 20년에서 51년 사이", "쇼와 20년에서 1951년 사이", "1951년 음력 3월에서 1951년 5월 사이",
            "between March and lunar May 1951", "1950년에서 단기 4286년 사이",
            "1950년부터 9월까지", "1950년 겨울에서 봄 사이", "between winter and spring 1951", "1951.3/5", "1951년 3", "1951 3 5",
            // EDTF has no form for it, or nobody has converted it.
            "1951년 윤3월", "1951년 음력 윤3월", "1951년 음력 봄", "음력 1951년", "1950년 9월 초순부터", "9월 초순부터 10월까지",
            "1951년 초순", "20세기",
        ])
    func refused(_ words: String) { #expect(edtf(words) == nil) }

    @Test("The words stand beside the date")
    func statement() throws {
        let words = LocalizedText("단기 4284년 봄", .korean)
        let statement = try #require(SpokenDate("단기 4284년 봄")).statement(words: words)
        let date = try #require(PartialDate("1951-21"))
        #expect(statement == DateStatement(date: date, words: words, calendar: .dangi, statedYear: 4284))
    }

    @Test("Hangul in single letters reads as in syllables")
    func decomposed() {
        for words in ["단기 4284년 늦가을쯤", "1951년 삼월 이십일", "1951년 음력 섣달 그믐", "1950년 9월 중순", "1950년과 1953년 사이"] {
            let letters = Self.decomposed(words)
            #expect(letters.unicodeScalars.count > words.unicodeScalars.count)
            #expect(SpokenDate(words) != nil)
            #expect(SpokenDate(letters) == SpokenDate(words))
        }
        // A closed syllable takes no second end.
        #expect(edtf("1951녁\u{11AA}") == nil)
    }

    /// The Unicode Standard, section 3.12, the other way.
    private static func decomposed(_ text: String) -> String {
        var letters = ""
        for scalar in text.unicodeScalars {
            guard (0xAC00...0xD7A3).contains(scalar.value) else {
                letters.unicodeScalars.append(scalar)
                continue
            }
            let index = scalar.value - 0xAC00
            let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
            for part in parts where part != 0x11A7 {
                if let letter = Unicode.Scalar(part) { letters.unicodeScalars.append(letter) }
            }
        }
        return letters
    }

    @Test("Words longer than a date are not read")
    func long() {
        #expect(edtf(String(repeating: "약 ", count: 47) + "1951년") == "1951~")
        #expect(edtf(String(repeating: "약 ", count: 48) + "1951년") == nil)
        #expect(edtf(String(repeating: "1951년에서 ", count: 1_000_000)) == nil)
    }
}
