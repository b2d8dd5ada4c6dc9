package import DossierModel

/// Invented persons with their cases and, where they are asked for, their families' accounts: to try a library of the size that lists have.
/// The same number and seed give the same persons.
package struct InventedPeople: Sendable {
    private let surnames: [(name: String, upTo: Double)]
    private let given: [String: (first: [Character], second: [Character])]
    private let occupations: [String]
    private let places: [String]
    private let sentences: [String]

    /// Reads `demo/people.yaml`; nil when a part of it is missing.
    package init?(_ node: PlainNode) {
        let texts = { (key: String) -> [String] in
            if case .list(let nodes)? = node[key]?.content { nodes.compactMap(\.scalar) } else { [] }
        }
        var sum = 0.0
        surnames = (node["surnames"]?.pairs ?? []).map { pair in
            sum += pair.value.scalar.flatMap { Double($0) } ?? 0
            return (pair.key, sum)
        }
        var given: [String: (first: [Character], second: [Character])] = [:]
        for pair in node["given"]?.pairs ?? [] {
            given[pair.key] = (Array(pair.value["first"]?.scalar ?? ""), Array(pair.value["second"]?.scalar ?? ""))
        }
        self.given = given
        occupations = texts("occupations")
        places = texts("places")
        sentences = texts("sentences")
        let isWhole = ["male", "female"].allSatisfy {
            given[$0]?.first.isEmpty == false && given[$0]?.second.isEmpty == false
        }
        guard sum > 0, isWhole, !occupations.isEmpty, !places.isEmpty, !sentences.isEmpty else { return nil }
    }

    /// The records of some persons, by their numbers, with so many paragraphs in an account about each; 0 for no account.
    package func records(_ numbers: Range<Int>, paragraphs: Int, seed: UInt64) -> [Record] {
        numbers.flatMap { records(of: $0, paragraphs: paragraphs, seed: seed) }
    }

    private func records(of number: Int, paragraphs: Int, seed: UInt64) -> [Record] {
        // Each person has numbers of its own, so that the hundredth is the same among a thousand and among a million.
        var random = SplitMix(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
        let isMale = random.below(100) < 85
        let sex = isMale ? "male" : "female"
        let family = surname(&random)
        let year = 1890 + random.below(50)
        let words = { (text: String) in PlainNode(.scalar(text)) }
        let map = { (pairs: [(String, PlainNode)]) in PlainNode(.map(pairs.map { .init($0, $1) })) }
        let name = { (given: String) in
            map([("script", words("hangul")), ("family", words(family)), ("given", words(given))])
        }
        let serial = Self.serial(number)
        var person: [(String, PlainNode)] = [
            ("record", words("person")), ("id", words("person-invented-\(serial)")), ("language", words("ko")),
            ("names", PlainNode(.list([name(self.given(sex, &random))]))), ("sex", words(sex)),
            ("birthDate", words(birth(year, &random))), ("occupation", words(pick(occupations, &random))),
        ]
        if random.below(10) < 6 { person.append(("father", PlainNode(.list([name(self.given("male", &random))])))) }
        let place = pick(places, &random)
        if random.below(10) < 4 { person.append(("birthPlace", map([("ko", words(pick(places, &random)))]))) }
        let seen =
            "1950-\(Self.two(6 + random.below(5)))" + (random.below(2) == 0 ? "" : "-\(Self.two(1 + random.below(28)))")
        var records = [
            PlainNode(.map(person.map { .init($0, $1) })),
            map([
                ("record", words("case")), ("id", words("case-invented-\(serial)")), ("language", words("ko")),
                ("person", words("person-invented-\(serial)")), ("lastSeenDate", words(seen)),
                ("lastSeenPlace", map([("ko", words(place)), ("state", words("KOR"))])),
            ]),
        ]
        if paragraphs > 0 {
            let items = (1...paragraphs).map { index in
                let text = (0..<(2 + random.below(3))).map { _ in pick(sentences, &random) }.joined(separator: " ")
                return map([("number", words(String(index))), ("text", words(text)), ("knowledge", words("direct"))])
            }
            records.append(
                map([
                    ("record", words("testimony")), ("id", words("testimony-invented-\(serial)")),
                    ("language", words("ko")),
                    ("category", words("relative")), ("cases", words("case-invented-\(serial)")),
                    ("spoken", words("ko")),
                    ("paragraphs", PlainNode(.list(items))),
                ]))
        }
        if let consent = consent(serial, &random) { records.append(consent) }
        var reader = RecordReader(file: "")
        return records.compactMap { reader.record(from: $0) }.map { record in
            var record = record
            record.origin = nil
            return record
        }
    }

    /// What the family allows: seven in ten have a petition filed and their partner told, two of these agree to be published, one of them
    /// to a public feed, too.
    private func consent(_ serial: String, _ random: inout SplitMix) -> PlainNode? {
        let answer = random.below(10)
        guard answer < 7 else { return nil }
        let list = { (texts: [String]) in PlainNode(.list(texts.map { PlainNode(.scalar($0)) })) }
        let purposes = ["submit", "share"] + (answer < 2 ? ["publish"] : [])
        let recipients = ["wgeid", "kpa"] + (answer < 2 ? ["public"] : []) + (answer < 1 ? ["pfif"] : [])
        let pairs: [(String, PlainNode)] = [
            ("record", PlainNode(.scalar("consent"))), ("id", PlainNode(.scalar("consent-invented-\(serial)"))),
            ("language", PlainNode(.scalar("ko"))), ("about", PlainNode(.scalar("person-invented-\(serial)"))),
            ("purposes", list(purposes)), ("recipients", list(recipients)), ("nameForm", PlainNode(.scalar("full"))),
            ("givenOn", PlainNode(.scalar("2026-01"))), ("recorded", PlainNode(.scalar("written"))),
        ]
        return PlainNode(.map(pairs.map { .init($0, $1) }))
    }

    // MARK: Parts

    private func surname(_ random: inout SplitMix) -> String {
        let place = random.fraction() * (surnames.last?.upTo ?? 1)
        return surnames.first { $0.upTo > place }?.name ?? ""
    }

    private func given(_ sex: String, _ random: inout SplitMix) -> String {
        guard let syllables = given[sex] else { return "" }
        return String([rankedPick(syllables.first, &random), rankedPick(syllables.second, &random)])
    }

    /// The commoner, which stand first, more often.
    private func rankedPick(_ letters: [Character], _ random: inout SplitMix) -> Character {
        letters[min(random.below(letters.count), random.below(letters.count))]
    }

    private func pick(_ texts: [String], _ random: inout SplitMix) -> String { texts[random.below(texts.count)] }

    private func birth(_ year: Int, _ random: inout SplitMix) -> String {
        switch random.below(10) {
        case 0..<4: "\(year)-\(Self.two(1 + random.below(12)))-\(Self.two(1 + random.below(28)))"
        case 4..<6: "\(year)-\(Self.two(1 + random.below(12)))"
        case 6..<9: "\(year)"
        default: "\(year)~"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func serial(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}
