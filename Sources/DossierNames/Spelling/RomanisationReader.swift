public import DossierModel

extension RomanisationTables {
    /// Reads `romanisation.yaml`.
    /// - Throws: ``Unusable`` with every fault of the file.
    public init(from node: PlainNode, file: String) throws(Unusable) {
        var reading = Reading()
        let habits = reading.child("habits", of: node)
        systems = reading.members("systems", of: node).map { reading.system($0) }
        self.habits = Habits(
            initials: reading.letters("initials", of: habits, HangulSyllable.initials),
            openVowels: reading.letters("openVowels", of: habits, HangulSyllable.vowels),
            closedVowels: reading.letters("closedVowels", of: habits, HangulSyllable.vowels),
            finals: reading.letters("finals", of: habits, HangulSyllable.finals),
            syllables: reading.spellings("syllables", of: habits))
        initialSounds = reading.members("initialSounds", of: node).compactMap { reading.initialSound($0) }
        joins = reading.members("joins", of: node).compactMap { reading.join($0) }
        surnames = reading.members("surnames", of: node).compactMap { reading.surname($0) }
        let doubles = Dictionary(grouping: surnames.flatMap(\.hangul)) { $0 }.filter { $0.value.count > 1 }
        for name in doubles.keys.sorted() { reading.problem(node, "surname “\(name)” stands twice") }
        guard reading.problems.isEmpty else { throw Unusable(file: file, problems: reading.problems) }
    }
}

/// Reads the tables out of the plain tree and collects what is wrong with them.
private struct Reading {
    var problems: [String] = []

    mutating func system(_ node: PlainNode) -> RomanisationTables.Letters {
        .init(
            initials: letters("initials", of: node, HangulSyllable.initials, isWhole: true),
            vowels: letters("vowels", of: node, HangulSyllable.vowels, isWhole: true),
            finals: letters("finals", of: node, HangulSyllable.finals, isWhole: true))
    }

    /// A map from letters; where `isWhole`, one that leaves none of them out.
    mutating func letters(
        _ key: String, of node: PlainNode?, _ known: [Character], isWhole: Bool = false
    ) -> [Character: [String]] {
        let entries = spellings(key, of: node)
        var found: [Character: [String]] = [:]
        for (name, texts) in entries.sorted(by: { $0.key < $1.key }) {
            guard let letter = letter(name, of: known) else {
                problem(node, "“\(key)”: “\(name)” is no letter of this place")
                continue
            }
            found[letter] = texts
        }
        let missing = isWhole ? known.filter { found[$0] == nil } : []
        if !missing.isEmpty { problem(node, "“\(key)” lacks \(missing.map(String.init).joined(separator: ", "))") }
        return found
    }

    mutating func spellings(_ key: String, of node: PlainNode?) -> [String: [String]] {
        guard let node, let child = child(key, of: node) else { return [:] }
        guard let pairs = child.pairs else {
            problem(child, "“\(key)” is a map")
            return [:]
        }
        return Dictionary(pairs.map { ($0.key, latin($0.value)) }) { first, _ in first }
    }

    mutating func initialSound(_ node: PlainNode) -> RomanisationTables.InitialSound? {
        let initials = HangulSyllable.initials
        let vowels = members("vowels", of: node).compactMap { letter($0.scalar, of: HangulSyllable.vowels) }
        guard let north = letter(node["north"]?.scalar, of: initials),
            let south = letter(node["south"]?.scalar, of: initials), !vowels.isEmpty
        else {
            problem(node, "an initial sound has “north”, “south” and “vowels”")
            return nil
        }
        return .init(north: north, south: south, vowels: Set(vowels))
    }

    mutating func join(_ node: PlainNode) -> RomanisationTables.Join? {
        let become = members("become", of: node).map(\.scalar)
        guard let final = letter(node["final"]?.scalar, of: HangulSyllable.finals),
            let initial = letter(node["initial"]?.scalar, of: HangulSyllable.initials), become.count == 2,
            let second = letter(become[1], of: HangulSyllable.initials)
        else {
            problem(node, "a join has “final”, “initial” and two letters that they “become”")
            return nil
        }
        let first = letter(become[0], of: HangulSyllable.finals)
        if first == nil, become[0] != "-" { problem(node, "a join becomes a final letter or “-”") }
        return .init(final: final, initial: initial, becomesFinal: first, becomesInitial: second)
    }

    mutating func surname(_ node: PlainNode) -> RomanisationTables.Surname? {
        let hangul = members("hangul", of: node).compactMap(\.scalar)
        let latin = child("latin", of: node).map { self.latin($0) } ?? []
        guard !hangul.isEmpty, !latin.isEmpty,
            hangul.allSatisfy({ $0.unicodeScalars.allSatisfy { HangulSyllable($0) != nil } })
        else {
            problem(node, "a surname has “hangul” in syllables and “latin”")
            return nil
        }
        return .init(hangul: hangul, latin: latin)
    }

    // MARK: Parts

    /// One spelling or a list of them: letters of the alphabet without marks, or nothing for a silent letter.
    private mutating func latin(_ node: PlainNode) -> [String] {
        let texts: [String]
        switch node.content {
        case .scalar(let text): texts = [text]
        case .list(let nodes): texts = nodes.map { $0.scalar ?? "" }
        case .map: texts = ["?"]
        }
        for text in texts where !text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) {
            problem(node, "“\(text)” is not of the letters a to z")
        }
        return texts
    }

    private func letter(_ text: String?, of known: [Character]) -> Character? {
        guard let text, text.count == 1, let letter = text.first, known.contains(letter) else { return nil }
        return letter
    }

    mutating func child(_ key: String, of node: PlainNode) -> PlainNode? {
        if node[key] == nil { problem(node, "“\(key)” is missing") }
        return node[key]
    }

    mutating func members(_ key: String, of node: PlainNode) -> [PlainNode] {
        guard let child = child(key, of: node) else { return [] }
        if case .list(let nodes) = child.content { return nodes }
        problem(child, "“\(key)” is a list")
        return []
    }

    mutating func problem(_ node: PlainNode?, _ what: String) { problems.append("\(node?.line ?? 0): \(what)") }
}
