import DossierModel
import DossierNames
import DossierTestSupport
import Testing

/// The persons are invented, but for one that the peers' own documentation compares; surnames and syllables are those of any
/// dictionary.
@Suite("How alike two names are")
struct NameLikenessTests {
    private static let same: [(String, String)] = [
        // Systems and habits.
        ("김철수", "Kim Chol-su"), ("김철수", "Kim Ch'ŏl-su"), ("김철수", "Kim Cheol-su"), ("김철수", "KIM Chulsoo"),
        ("김철수", "Gim Cheolsu"), ("이영희", "Lee Young-hee"), ("이영희", "Yi Yŏng-hŭi"), ("박정희순", "Park Jung Hee-soon"),
        ("최은희", "Choi Eun Hee"), ("최은희", "Ch'oe Ŭn-hŭi"), ("임꺽정", "Im Kkŏk-chŏng"), ("강석원", "Kang Sŏg-wŏn"),
        ("정현숙", "Chung Hyun-sook"), ("정현숙", "Jong Hyon Suk"), ("권오준", "Kwon Ojoon"), ("허길", "Huh Gil"),
        // North and South.
        ("리영수", "이영수"), ("림철", "임철"), ("량순녀", "양순녀"), ("김녀옥", "김여옥"), ("로경우", "노경우"), ("류련희", "유연희"),
        ("Ri Yong-su", "Lee Young-soo"), ("Rim Chol", "Lim Chul"), ("Pak Chol", "Park Chul"),
        // Order, spaces, hyphens, capitals, titles.
        ("Chol-su Kim", "Kim Chol-su"), ("Kim, Chol-su", "KIM Chol Su"), ("김 철수", "김철수"), ("Kim Cholsu", "Kim Chol Su"),
        ("김철수 씨", "김철수"), ("Mr. Kim Chol-su", "김철수"),
        // Two-syllable surnames.
        ("남궁억", "Namgung Ŏk"), ("선우은숙", "Sunwoo Eun-sook"), ("제갈길", "Je Gal Kil"), ("황보민", "Hwangbo Min"),
        // Han characters, in Korean, Chinese and Japanese.
        ("金哲洙", "김철수"), ("金哲洙", "Kim Chol-su"), ("李哲洙", "리철수"), ("林哲", "림철"), ("金哲洙", "Jin Zhezhu"),
        ("南宮億", "남궁억"), ("山本めぐみ", "Yamamoto Megumi"), ("山本恵", "Yamamoto Megumi"), ("やまもと めぐみ", "Yamamoto Megumi"),
        ("ヤマモト メグミ", "山本めぐみ"), ("佐藤", "Satō"), ("김철수(金哲洙)", "Kim Chol-su"),
    ]

    @Test("Spellings of one name are called the same", arguments: same.indices)
    func isSame(_ index: Int) throws {
        let (first, second) = Self.same[index]
        let comparing = try NameComparing()
        let found = comparing.compare(first, second)
        #expect(found.verdict == .same, "\(first) \(second): \(found)")
        #expect(found.score == comparing.compare(second, first).score, "\(first) \(second) the other way round")
    }

    private static let different: [(String, String)] = [
        ("Kim Chol-su", "Kim Yong-su"), ("김영수", "Kim Yŏng-sun"), ("김철수", "박철수"), ("이영희", "이영호"),
        ("Kim Yŏng-su", "Kim Yong-su"), ("김철수", "Kim Chun-su"), ("정은숙", "정은순"), ("金哲洙", "金永洙"),
        ("山本めぐみ", "Yamamoto Takeshi"), ("남궁억", "Namgung Min"), ("Kim Chol-su", "Chol-su Park"),
    ]

    @Test("Other names are not, however near", arguments: different.indices)
    func isNotSame(_ index: Int) throws {
        let (first, second) = Self.different[index]
        let found = try NameComparing().compare(first, second)
        if (first, second) == ("Kim Yŏng-su", "Kim Yong-su") {
            // ㅓ and ㅗ where both keep them apart: perhaps somebody forgot the breve.
            #expect(found.verdict != .different)
        } else {
            #expect(found.verdict != .same, "\(first) \(second): \(found)")
        }
    }

    private static let unsure: [(String, String)] = [
        ("철수", "Kim Chol-su"), ("김철수", "Kim C.S."), ("김", "김철수"), ("金哲洙", "金哲秀"), ("김영수", "김용수"),
    ]

    @Test(
        "A part that is missing, initials and other characters of the same sound leave it open",
        arguments: unsure.indices)
    func isOpen(_ index: Int) throws {
        let (first, second) = Self.unsure[index]
        let found = try NameComparing().compare(first, second)
        #expect(found.verdict == .unsure, "\(first) \(second): \(found)")
    }

    @Test("The true pair comes before every false one that peers prefer to it")
    func ranks() throws {
        let comparing = try NameComparing()
        let truth = comparing.compare("김철수", "Kim Chol-su").score
        for other in ["Kim Chol-ho", "Kim Yong-su", "Ri Chol-su", "Kim Chun-su", "Kim Chol-sun"] {
            #expect(comparing.compare("김철수", other).score < truth, "\(other)")
        }
    }

    @Test("The reasons name what agrees and which sounds differ")
    func reasons() throws {
        let found = try NameComparing().compare("김철수", "Kim Chul-su")
        #expect(found.reasons.first == .sameSurname("김", "Kim"))
        guard case .nearGiven("철수", "Chul-su", let sounds) = found.reasons.last else {
            Issue.record("\(found.reasons)")
            return
        }
        #expect(sounds.contains { $0.first == "ㅓ" && $0.second == "u" })
    }

    @Test("What holds no letters is like nothing", arguments: ["", " ", "123", "🌸", "()", "-", "''", "씨"])
    func unreadable(_ text: String) throws {
        let comparing = try NameComparing()
        #expect(comparing.compare(text, "김철수").verdict == .different)
        #expect(comparing.compare(text, "").score == 0)
    }

    @Test("Hostile texts are read in no time and without harm")
    func hostile() throws {
        let comparing = try NameComparing()
        for text in [
            String(repeating: "김", count: 100_000), String(repeating: "ng", count: 50_000),
            String(repeating: "金", count: 10_000),
            String(repeating: "(a", count: 10_000), String(repeating: "a ", count: 50_000),
            String(repeating: "e\u{301}", count: 50_000),
            "\u{202E}김철수", "\0\u{FFFF}", String(repeating: "ngang", count: 40),
        ] {
            let found = comparing.compare(text, "김철수")
            #expect(found.score >= 0 && found.score <= 1)
        }
    }

    @Test("A recorded name is read by its parts, as the record tells them")
    func recorded() throws {
        let comparing = try NameComparing()
        let record = PersonName(script: .hangul, family: "선", given: "우진")
        let found = comparing.likeness.compare(
            comparing.reader.readings(of: record), comparing.reader.readings(of: "Sun Woo-jin"))
        #expect(found.verdict == .same)
        let latin = PersonName(script: .latin, family: "Ri", given: "Chol-su")
        #expect(
            comparing.likeness.compare(comparing.reader.readings(of: latin), comparing.reader.readings(of: "이철수"))
                .verdict == .same)
    }
}
