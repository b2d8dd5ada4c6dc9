import DossierIntake
import DossierModel
import DossierNames
import DossierTestSupport
import Testing

/// The persons are invented; the surnames and syllables are those of any dictionary.
@Suite("How a name in Hangul may be spelt")
struct HangulSpellingsTests {
    private static func tables() throws -> RomanisationTables {
        try RomanisationTables(
            from: try ProjectFolder.templates.document("names/romanisation.yaml"), file: "names/romanisation.yaml")
    }

    private func spellings(_ family: String?, _ given: String?) throws -> [String] {
        HangulSpellings(try Self.tables()).spellings(of: PersonName(script: .hangul, family: family, given: given))
    }

    /// A name, and spellings that must be among those made of it: Revised, McCune-Reischauer, Northern, by habit.
    private static let known: [(family: String, given: String, spellings: [String])] = [
        (
            "이", "영수",
            [
                "Lee Youngsoo", "Yi Yongsu", "Ri Yongsu", "Rhee Youngsu", "Li Yongsu", "I Yeongsu", "Lee Yeongsoo",
                "리영수",
            ]
        ),
        ("리", "영수", ["Lee Youngsoo", "Ri Yongsu", "이영수"]),
        ("박", "철수", ["Park Chulsoo", "Pak Cholsu", "Bak Cheolsu"]),
        ("최", "은희", ["Choi Eunhee", "Choe Unhui", "Choe Eunhui", "Choi Unhi"]),
        ("임", "꺽정", ["Lim Kkeokjeong", "Im Kkokchong", "Rim Kkokjong", "림꺽정"]),
        ("노", "경우", ["Noh Kyungwoo", "Roh Kyungwu", "No Kyongu", "Ro Kyongu", "No Gyeongu", "로경우"]),
        ("정", "현숙", ["Jung Hyunsook", "Chung Hyunsuk", "Jeong Hyeonsuk", "Chong Hyonsuk", "Jong Hyonsuk"]),
        ("유", "병국", ["Yoo Byungkook", "Yu Byeongguk", "Ryu Pyongguk", "You Byungkuk", "류병국"]),
        ("강", "석원", ["Kang Sogwon", "Gang Seokwon", "Kang Sukwon", "Kang Sokwon"]),
        ("윤", "철운", ["Yun Chorun", "Yoon Chulwoon", "Yun Cholun"]),
        ("고", "덕무", ["Ko Tongmu", "Go Deokmu", "Koh Dukmoo"]),
        ("강", "홍립", ["Kang Hongnip", "Gang Hongrip", "Kang Honglip"]),
        ("남궁", "민", ["Namgung Min", "Namkung Min", "Namgoong Min"]),
        ("선우", "진", ["Sunwoo Jin", "Seonu Jin", "Sonu Chin"]),
        ("량", "녀옥", ["Yang Yeook", "Ryang Nyook", "양여옥"]),
        ("한", "가람솔", ["Han Garamsol", "Han Karamsol"]),
        ("김", "태영", ["Kim Taeyoung", "Kim Thaeyong", "Gim Taeyeong", "Kim Taeyong"]),
        ("허", "길", ["Huh Gil", "Heo Kil", "Ho Kil", "Hur Gil"]),
        ("장", "용일", ["Jang Ryongil", "Chang Yongil", "장룡일"]),
    ]

    @Test("Systems, habits, North and South", arguments: known.indices)
    func contains(_ index: Int) throws {
        let (family, given, expected) = Self.known[index]
        let found = Set(try spellings(family, given))
        for spelling in expected { #expect(found.contains(spelling), "\(family)\(given): \(spelling)") }
    }

    @Test("A name of which nobody recorded the parts is divided after its surname, one of two syllables first")
    func undivided() throws {
        #expect(try spellings(nil, "선우진").contains("Sunwoo Jin"))
        #expect(try spellings(nil, "박철수").contains("Park Chulsoo"))
        #expect(try spellings(nil, "철수").contains("Cholsu"))
    }

    @Test("Decomposed Hangul, as some computers hand it over, is the same name")
    func decomposed() throws {
        #expect(try spellings("\u{1107}\u{1161}\u{11A8}", "철수") == spellings("박", "철수"))
    }

    @Test("However many syllables, the spellings are bounded, each stands once, and every run gives the same")
    func bounded() throws {
        for given in ["영우", "영우경희", "철", "가나다라마바", "", "영영영영영영영영영영영영영영"] {
            let first = try spellings("이", given)
            #expect(first.count <= HangulSpellings.limit)
            #expect(Set(first).count == first.count)
            #expect(try spellings("이", given) == first)
        }
        #expect(try spellings("이", "영우").count > 500)
    }

    @Test("What is not in Hangul has none")
    func otherScripts() throws {
        #expect(try spellings("Lee", "영수") == [])
        #expect(try spellings("이", "J. 영수") == [])
        let hanja = PersonName(script: .hanja, family: "李", given: "英秀")
        #expect(HangulSpellings(try Self.tables()).spellings(of: hanja) == [])
    }

    @Test("Tables with faults are refused, with every fault and its line")
    func faults() throws {
        let node = PlainNode(
            .map([
                .init("systems", PlainNode(.list([PlainNode(.map([]), line: 2)]))),
                .init("joins", PlainNode(.list([PlainNode(.map([]), line: 3)]))),
            ]), line: 1)
        let fault = #expect(throws: RomanisationTables.Unusable.self) {
            try RomanisationTables(from: node, file: "test.yaml")
        }
        #expect(fault?.problems.count ?? 0 > 5)
        #expect(fault?.description.contains("test.yaml:2:") == true)
    }
}
