public import DossierModel

extension SoundTable {
    /// Reads `sounds.yaml`.
    /// - Throws: ``RomanisationTables/Unusable`` with every fault of the file.
    public init(from node: PlainNode, file: String) throws(RomanisationTables.Unusable) {
        var reader = SoundTableReader()
        self = reader.table(node)
        guard reader.problems.isEmpty else {
            throw RomanisationTables.Unusable(file: file, problems: reader.problems)
        }
    }
}

/// Builds the table of sounds out of the plain tree and collects what is wrong with it.
private struct SoundTableReader {
    var problems: [String] = []
    private var names: [String] = []
    private var exact: [String: UInt8] = [:]
    private var missing: [UInt8] = []
    private var classes: [UInt8?] = []
    /// Costs between exact sounds, by both.
    private var alike: [Pair: UInt8] = [:]
    /// What each guess may be, with the costs; an exact sound is a guess at itself.
    private var guesses: [[UInt8: UInt8]] = []
    private var known: [[UInt8: UInt8]: UInt8] = [:]

    private struct Pair: Hashable {
        var first: UInt8
        var second: UInt8
    }

    mutating func table(_ node: PlainNode) -> SoundTable {
        for pair in pairs("sounds", of: node) { addSound(pair) }
        for entry in list("alike", of: node) { addLikeness(entry) }
        let silent = rows("silent", of: node)
        let plain = rows("plain", of: node)
        let marked = plain.merging(rows("marked", of: node)) { $1 }
        let contexts = list("contexts", of: node).compactMap { context($0) }
        let kana = Dictionary(pairs("kana", of: node).map { ($0.key, $0.value.scalar ?? "") }) { first, _ in first }
        let titles = list("titles", of: node).compactMap(\.scalar)
        let verdicts = SoundTable.Verdicts(
            same: fraction(node["verdicts"]?["same"], "verdicts", in: node),
            unsure: fraction(node["verdicts"]?["unsure"], "verdicts", in: node))
        return SoundTable(
            verdicts: verdicts, count: guesses.count, costs: costs(), missing: missing, classes: classes, names: names,
            exact: exact, plain: spellings(plain, silent), marked: spellings(marked, silent), kana: kana,
            titles: Set(titles), endings: list("endings", of: node).compactMap(\.scalar), contexts: contexts)
    }

    private mutating func context(_ node: PlainNode) -> SoundTable.Context? {
        guard let sound = node["sound"]?.scalar.flatMap({ exact[$0] }), let becomes = node["becomes"],
            let place = SoundTable.Context.Place(rawValue: node["at"]?.scalar ?? "anywhere")
        else {
            problem(node, "a context has “sound”, “becomes”, and “at” is name or syllable")
            return nil
        }
        let letters = node["in"]?.scalar.map { SoundTable.Letters(rawValue: $0) }
        if case .some(nil) = letters { problem(node, "“in” is hangul, latin or kana") }
        guard let new = member(becomes, name: node["sound"]?.scalar ?? "") else { return nil }
        return .init(
            sound: sound, place: place, after: neighbours(node["after"]), before: neighbours(node["before"]),
            letters: letters ?? nil, becomes: new)
    }

    /// Sounds by name, and with a star all sounds of a class.
    private mutating func neighbours(_ node: PlainNode?) -> Set<UInt8>? {
        guard let node, case .list(let members) = node.content else { return nil }
        var found: Set<UInt8> = []
        for member in members {
            let name = member.scalar ?? ""
            if name.hasSuffix("*") {
                found.formUnion(classes.indices.filter { classes[$0] == name.utf8.first }.map { UInt8($0) })
            } else if let sound = exact[name] {
                found.insert(sound)
                // Guesses that are most likely this sound.
                found.formUnion(
                    guesses.indices.filter { guesses[$0].min { $0.value < $1.value }?.key == sound }.map { UInt8($0) })
            } else {
                problem(member, "“\(name)” is none of the sounds")
            }
        }
        return found
    }

    private func spellings(_ rows: [String: [UInt8]], _ silent: [String: [UInt8]]) -> SoundTable.Spellings {
        .init(
            rows: rows, silent: silent,
            longest: max(1, (Array(rows.keys) + Array(silent.keys)).map(\.count).max() ?? 1))
    }

    // MARK: Sounds

    private mutating func addSound(_ pair: PlainNode.Pair) {
        guard guesses.count < 200, exact[pair.key] == nil else {
            problem(pair.value, "too many sounds, or “\(pair.key)” twice")
            return
        }
        let sound = UInt8(guesses.count)
        exact[pair.key] = sound
        missing.append(hundredths(pair.value["missing"], pair.key, in: pair.value))
        classes.append(pair.value["class"]?.scalar?.utf8.first)
        names.append(pair.key)
        guesses.append([sound: 0])
        known[[sound: 0]] = sound
    }

    private mutating func addLikeness(_ node: PlainNode) {
        let between = list("between", of: node).compactMap { $0.scalar.flatMap { exact[$0] } }
        guard between.count == 2 else {
            problem(node, "“between” names two of the sounds")
            return
        }
        let cost = hundredths(node["cost"], "cost", in: node)
        alike[Pair(first: between[0], second: between[1])] = cost
        alike[Pair(first: between[1], second: between[0])] = cost
    }

    /// The sound of a guess, made when it is first met.
    private mutating func sound(of guess: [UInt8: UInt8], name: String, at node: PlainNode) -> UInt8? {
        if let found = known[guess] { return found }
        guard guesses.count < 250 else {
            problem(node, "too many different guesses")
            return nil
        }
        let likeliest = guess.min { ($0.value, $0.key) < ($1.value, $1.key) }
        let sound = UInt8(guesses.count)
        known[guess] = sound
        guesses.append(guess)
        names.append(name)
        missing.append(guess.map { missing[Int($0.key)] }.min() ?? 100)
        classes.append(likeliest.flatMap { classes[Int($0.key)] })
        return sound
    }

    /// A guess in the place of another costs what the likeliest common reading costs.
    private func costs() -> [UInt8] {
        var costs = [UInt8](repeating: 100, count: guesses.count * guesses.count)
        for (row, first) in guesses.enumerated() {
            for (column, second) in guesses.enumerated() where row != column {
                var least = 100
                for (one, oneCost) in first {
                    for (other, otherCost) in second {
                        let between = one == other ? 0 : Int(alike[Pair(first: one, second: other)] ?? 100)
                        least = min(least, between + Int(oneCost) + Int(otherCost))
                    }
                }
                costs[row * guesses.count + column] = UInt8(least)
            }
            costs[row * guesses.count + row] = 0
        }
        return costs
    }

    // MARK: Spellings

    private mutating func rows(_ key: String, of node: PlainNode) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for pair in pairs(key, of: node) {
            guard case .list(let members) = pair.value.content else {
                problem(pair.value, "“\(pair.key)” stands for a list of sounds")
                continue
            }
            let last = members.count - 1
            found[pair.key] = members.enumerated().compactMap { index, member in
                // A guess in a row is named by the letters that are left to it.
                let name =
                    last == 0 ? pair.key : (index == last ? String(pair.key.suffix(pair.key.count - last)) : pair.key)
                return self.member(member, name: name)
            }
        }
        return found
    }

    private mutating func member(_ node: PlainNode, name: String) -> UInt8? {
        if let scalar = node.scalar, let sound = exact[scalar] { return sound }
        guard let pairs = node.pairs, !pairs.isEmpty else {
            problem(node, "“\(node.scalar ?? "")” is none of the sounds")
            return nil
        }
        var guess: [UInt8: UInt8] = [:]
        for pair in pairs {
            guard let sound = exact[pair.key] else {
                problem(pair.value, "“\(pair.key)” is none of the sounds")
                continue
            }
            guess[sound] = hundredths(pair.value, pair.key, in: node)
        }
        return sound(of: guess, name: name, at: node)
    }

    // MARK: Parts

    private mutating func hundredths(_ node: PlainNode?, _ what: String, in parent: PlainNode) -> UInt8 {
        UInt8(fraction(node, what, in: parent) * 100 + 0.5)
    }

    private mutating func fraction(_ node: PlainNode?, _ what: String, in parent: PlainNode) -> Double {
        guard let text = node?.scalar, let value = Double(text), (0...1).contains(value) else {
            problem(node ?? parent, "“\(what)” needs a number from 0 to 1")
            return 1
        }
        return value
    }

    private mutating func pairs(_ key: String, of node: PlainNode) -> [PlainNode.Pair] {
        if let pairs = node[key]?.pairs { return pairs }
        problem(node[key] ?? node, "“\(key)” is a map")
        return []
    }

    private mutating func list(_ key: String, of node: PlainNode) -> [PlainNode] {
        if case .list(let nodes)? = node[key]?.content { return nodes }
        problem(node[key] ?? node, "“\(key)” is a list")
        return []
    }

    private mutating func problem(_ node: PlainNode?, _ what: String) { problems.append("\(node?.line ?? 0): \(what)") }
}
