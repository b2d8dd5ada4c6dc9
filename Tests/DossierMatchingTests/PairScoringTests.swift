import DossierMatching
import DossierModel
import Testing

@Suite("What speaks for two records telling of one person")
struct PairScoringTests {
    private func findings(_ first: String, _ second: String) throws -> [String: String] {
        var matching = try SampleMatching()
        try matching.add("person-a", "김/철수", more: first)
        try matching.add("person-b", "김/철수", more: second)
        return Dictionary(
            uniqueKeysWithValues: matching.evidence(0, 1).reasons.map { ($0.feature.rawValue, $0.finding) })
    }

    private static let births: [(String, String, String)] = [
        ("1905-03-02", "1905-03-02", "sameDay"), ("1905-03", "1905-03-02", "sameMonth"),
        ("1905", "1905-03-02", "sameYear"),
        ("1905-03-02", "1905-02-03", "mistyped"), ("1905-03-02", "1915-03-02", "mistyped"),
        ("1905-03-02", "1905-04-09", "otherDay"),
        ("1905", "1906", "yearOff"), ("1905", "1907", "twoYearsOff"), ("1905", "1909", "fewYearsOff"),
        ("1905", "1925", "different"),
        ("1900/1910", "1905-03-02", "covers"), ("[1900..1903]", "1904", "yearOff"),
    ]

    @Test("Births, by what lists get wrong", arguments: births.indices)
    func birth(_ index: Int) throws {
        let (one, other, finding) = Self.births[index]
        #expect(try findings("birthDate: \"\(one)\"", "birthDate: \"\(other)\"")["birth"] == finding)
        #expect(try findings("birthDate: \"\(other)\"", "birthDate: \"\(one)\"")["birth"] == finding)
    }

    @Test("An age speaks of the years in which somebody may have been born")
    func age() throws {
        #expect(try findings("age: {years: 45, counting: unknown, at: 1950}", "birthDate: 1905")["birth"] == "covers")
    }

    @Test("Sex, fathers, places, numbers and occupations")
    func others() throws {
        #expect(try findings("sex: male", "sex: female")["sex"] == "different")
        let father = { (given: String) in "father: [{script: hangul, family: 김, given: \(given)}]" }
        #expect(try findings(father("만복"), father("만복"))["father"] == "same")
        #expect(try findings(father("만복"), father("영호"))["father"] == "different")
        let place = { (text: String) in "residence: {ko: \(text)}" }
        #expect(try findings(place("서울특별시 종로구"), place("서울 종로"))["place"] == "same")
        #expect(try findings(place("평안남도 대동군"), place("평남 강서군"))["place"] == "sameProvince")
        #expect(try findings(place("서울 종로구"), place("부산"))["place"] == "different")
        let number = { (text: String) in "identityDocuments: [{number: \(text)}]" }
        #expect(try findings(number("12-345678"), number("12345678"))["number"] == "same")
        #expect(try findings(number("12345678"), number("12435678"))["number"] == "mistyped")
        #expect(try findings("occupation: 농업", "occupation: 농업")["occupation"] == "same")
        #expect(try findings("", "sex: male")["sex"] == nil)
    }

    @Test("The bits of the reasons and the prior are the whole, and both orders say the same")
    func sums() throws {
        var matching = try SampleMatching()
        try matching.add("person-a", "김/철수", more: "birthDate: 1905\nsex: male\n")
        try matching.add("person-b", "Kim/Chol-su", more: "birthDate: 1906\nsex: male\n")
        try matching.add("person-c", "박/영희", more: "birthDate: 1920\nsex: female\n")
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let (here, there) = (matching.evidence(one, other), matching.evidence(other, one))
            #expect(abs(here.bits - there.bits) < 1e-9)
            let prior = here.bits - here.reasons.map(\.bits).reduce(0, +)
            #expect(abs(prior - (-7)) < 1e-9, "minus one bit, and six for 64 persons")
        }
        #expect(matching.evidence(0, 1).bits > matching.evidence(0, 2).bits)
    }

    @Test("The same characters say more than the same sounds, and other characters speak against one person")
    func characters() throws {
        var matching = try SampleMatching()
        try matching.add("person-a", "김/철수", "金/哲洙")
        try matching.add("person-b", "김/철수", "金/哲洙")
        try matching.add("person-c", "김/철수", "金/喆秀")
        try matching.add("person-d", "김/철수")
        let name = { (one: Int, other: Int) in
            matching.evidence(one, other).reasons.first { $0.feature == .name }?.bits ?? 0
        }
        #expect(name(0, 1) > name(0, 3))
        #expect(name(0, 2) < name(0, 3))
    }

    @Test("A double across scripts is found, and comes before a namesake")
    func pairs() throws {
        var matching = try SampleMatching()
        try matching.add(
            "person-a", "남궁/영수", more: "birthDate: 1905-03-02\nsex: male\n", seen: "lastSeenPlace: {ko: 서울 종로구}")
        try matching.add(
            "person-b", "Namgung/Yong-su", more: "birthDate: 1905-03\nsex: male\n",
            seen: "lastSeenPlace: {ko: 서울특별시 종로구}")
        try matching.add("person-c", "남궁/영수", more: "birthDate: 1938\nsex: male\n", seen: "lastSeenPlace: {ko: 부산}")
        for index in 0..<40 {
            try matching.add(
                "person-x\(index)", "김/철\(["호", "식", "길", "환"][index % 4])", more: "birthDate: 19\(10 + index)")
        }
        let found = matching.pairs(from: 0.5).pairs
        #expect(found.map { "\($0.first) \($0.second)" } == ["person-a person-b"])
    }

    @Test("Going through blocks finds what going through all pairs finds")
    func blocks() throws {
        var matching = try SampleMatching()
        var random = SystemSeed(state: 7)
        let families = ["김", "이", "박"]
        let first = ["영", "철", "정"]
        let second = ["수", "호", "희"]
        for index in 0..<90 {
            let name = "\(families[random.below(3)])/\(first[random.below(3)])\(second[random.below(3)])"
            try matching.add(
                "person-\(100 + index)", name, more: "birthDate: \(1900 + random.below(12))\n",
                seen: "lastSeenPlace: {ko: 서울 \(["종로구", "중구"][random.below(2)])}")
        }
        let found = Set(matching.pairs(from: 0.02).pairs.map { "\($0.first) \($0.second)" })
        var all: Set<String> = []
        for one in matching.persons.indices {
            for other in matching.persons.indices where one < other && matching.evidence(one, other).probability >= 0.02
            {
                all.insert("\(matching.persons[one].id) \(matching.persons[other].id)")
            }
        }
        #expect(!all.isEmpty)
        #expect(found == all)
    }
}

/// Numbers that are the same in every run.
struct SystemSeed {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
