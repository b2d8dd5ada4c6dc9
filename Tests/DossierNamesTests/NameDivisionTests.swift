import DossierModel
import DossierNames
import DossierTestSupport
import Foundation
import Testing

@Suite("Family name and given name of a name in one piece")
struct NameDivisionTests {
    private func parts(_ text: String) throws -> String? {
        try NameDivision(ShippedNameTables.tables.get()).divided(text).map {
            "\($0.script.rawValue) \($0.family ?? "–")|\($0.given ?? "–")"
        }
    }

    @Test(
        "A name of a known surname is divided as it is written",
        arguments: [
            ("김철수", "hangul 김|철수"), ("김 철수", "hangul 김|철수"), ("  김철수 ", "hangul 김|철수"),
            ("남궁억", "hangul 남궁|억"), ("선우은숙", "hangul 선우|은숙"), ("리철", "hangul 리|철"),
            ("김철수".decomposedStringWithCanonicalMapping, "hangul 김|철수"), ("金哲洙", "hanja 金|哲洙"),
            ("南宮億", "hanja 南宮|億"), ("金 哲洙", "hanja 金|哲洙"),
        ])
    func divided(_ text: String, _ expected: String) throws { #expect(try parts(text) == expected) }

    @Test("What nobody can tell apart is left whole", arguments: ["", " ", "철", "金", "123", "🌸", "Cholsu", "김 철 수"])
    func whole(_ text: String) throws { #expect(try parts(text) == nil) }

    @Test("No letter of a name is lost or added, whatever it is")
    func lossless() throws {
        let division = NameDivision(try ShippedNameTables.tables.get())
        let letters = { (text: String) in
            text.precomposedStringWithCanonicalMapping.filter { $0.isLetter }.map(String.init).sorted()
        }
        for (index, pair) in try NamePairs().all.enumerated() where index % 7 == 0 {
            for text in [pair.a, pair.b] {
                guard let name = division.divided(text) else { continue }
                #expect(letters((name.family ?? "") + (name.given ?? "")) == letters(text), "\(text): \(name)")
            }
        }
    }

    @Test("Hostile texts are left whole or divided, without harm", .timeLimit(.minutes(1)))
    func hostile() throws {
        let division = NameDivision(try ShippedNameTables.tables.get())
        for text in ["김", "金", "a ", "や", "e\u{301}", ", ", "\u{202E}"] {
            _ = division.divided(String(repeating: text, count: 20_000))
        }
    }
}

@Suite("The keys under which names are found together")
struct NameKeyTests {
    private static let spellings: [[String]] = [
        ["김철수", "Kim Chol-su", "Kim Cheol-su", "KIM Chulsoo", "金哲洙", "Kim Ch'ŏl-su", "김 철수"],
        ["리영희", "이영희", "Lee Young-hee", "Ri Yong-hui", "Yi Yŏng-hŭi"], ["남궁억", "Namgung Ŏk", "南宮億"],
        ["박은숙", "Park Eun-sook", "Pak Ŭn-suk"],
    ]

    @Test("All spellings of one name share a key", arguments: spellings.indices)
    func shared(_ index: Int) throws {
        let reader = try NameComparing().reader
        let first = Set(reader.keys(of: reader.readings(of: Self.spellings[index][0])))
        #expect(!first.isEmpty)
        for spelling in Self.spellings[index] {
            let keys = reader.keys(of: reader.readings(of: spelling))
            #expect(keys.contains { first.contains($0) }, "\(spelling): \(keys)")
        }
    }

    @Test("Each key stands once, and other names have others")
    func distinct() throws {
        let reader = try NameComparing().reader
        let keys = { (text: String) in reader.keys(of: reader.readings(of: text)) }
        #expect(Set(keys("Kim Chol-su")).count == keys("Kim Chol-su").count)
        #expect(Set(keys("김철수")).isDisjoint(with: keys("박영희")))
        #expect(keys("") == [])
        #expect(reader.soundKey(of: "123") == "")
        #expect(reader.soundKey(of: "마포") == reader.soundKey(of: "Mapo"))
    }
}

@Suite("Words that were mistyped")
struct LetterSlipsTests {
    @Test(
        "At most two letters in ten may be others",
        arguments: [
            ("cheongju", "cheongju", true), ("cheongju", "cheognju", true), ("cheongju", "cheonju", true),
            ("cheongju", "cheongjuu", true), ("cheongju", "chungju", false), ("mapo", "mapu", false), ("", "", false),
            ("seoul", "seoui", true), ("seoul", "sooui", false),
        ])
    func few(_ one: String, _ other: String, _ expected: Bool) {
        #expect(LetterSlips.areFew(Array(one.utf8), Array(other.utf8)) == expected)
        #expect(LetterSlips.areFew(Array(other.utf8), Array(one.utf8)) == expected)
    }

    @Test(
        "Two letters turned round, or one typed twice, leave a Latin name near itself",
        arguments: ["Kim Chlo-su", "Kim Chol-suu", "Kim Chhol-su"])
    func typing(_ text: String) throws {
        #expect(try NameComparing().compare("Kim Chol-su", text).verdict != .different)
    }
}
