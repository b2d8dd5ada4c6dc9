public import DossierModel

/// What people have decided about pairs of records: the same person, another, or unsure.
///
/// "Same" passes on: who is the same as one is the same as all who are the same as that one. Two such groups of which one member is
/// another person than a member of the other are other persons altogether. The records stay as they are; a decision can be taken back.
public struct Judgements: Sendable, Hashable {
    /// The decisions that stand, one a pair.
    public let decisions: [Judgement]
    private var group: [RecordID: Int] = [:]
    private var members: [[RecordID]] = []
    /// Pairs of groups that are other persons, the smaller number first.
    private var apart: Set<[Int]> = []
    private var unsure: Set<[RecordID]> = []

    /// - Parameter decisions: Those that stand.
    public init(_ decisions: [Judgement]) {
        self.decisions = decisions
        var parent: [RecordID: RecordID] = [:]
        func root(_ id: RecordID) -> RecordID {
            var id = id
            while let next = parent[id] {
                // A root has no parent: nothing is to be shortened then.
                if let further = parent[next] { parent[id] = further }
                id = next
            }
            return id
        }
        for decision in decisions where decision.verdict == .same {
            let (one, other) = (root(decision.first), root(decision.second))
            if one != other { parent[max(one, other)] = min(one, other) }
        }
        var numbers: [RecordID: Int] = [:]
        for id in Set(decisions.flatMap { [$0.first, $0.second] }).sorted() {
            let root = root(id)
            let number = numbers[root] ?? members.count
            if numbers[root] == nil {
                numbers[root] = number
                members.append([])
            }
            group[id] = number
            members[number].append(id)
        }
        for decision in decisions {
            guard let one = group[decision.first], let other = group[decision.second] else { continue }
            switch decision.verdict {
            case .same: break
            case .different: apart.insert([min(one, other), max(one, other)])
            case .unsure: unsure.insert([min(decision.first, decision.second), max(decision.first, decision.second)])
            }
        }
    }

    /// The records that tell of the same person, that one included, in order.
    public func same(as id: RecordID) -> [RecordID] { group[id].map { members[$0] } ?? [id] }

    /// The groups of more than one.
    public var groups: [[RecordID]] { members.filter { $0.count > 1 } }

    /// What follows from the decisions for a pair; nil when nothing does.
    public func verdict(_ first: RecordID, _ second: RecordID) -> Judgement.Verdict? {
        if let one = group[first], let other = group[second] {
            if one == other { return .same }
            if apart.contains([min(one, other), max(one, other)]) { return .different }
        }
        return unsure.contains([min(first, second), max(first, second)]) ? .unsure : nil
    }

    /// Whether somebody has said of a pair what it is; one of whom somebody was unsure is not listed again, either.
    public func isDecided(_ first: RecordID, _ second: RecordID) -> Bool { verdict(first, second) != nil }

    /// The decisions because of which a new one cannot stand: those that say the opposite, or from which it follows. Empty when it can.
    public func contradictions(to verdict: Judgement.Verdict, _ first: RecordID, _ second: RecordID) -> [Judgement] {
        switch (verdict, self.verdict(first, second)) {
        case (.same, .different): decisions.filter { $0.verdict == .different && connects($0, first, second) }
        case (.different, .same): path(first, second)
        default: []
        }
    }

    private func connects(_ decision: Judgement, _ first: RecordID, _ second: RecordID) -> Bool {
        Set([group[decision.first], group[decision.second]]) == Set([group[first], group[second]])
    }

    /// The decisions by which two records came to be one person: the shortest row of them.
    private func path(_ first: RecordID, _ second: RecordID) -> [Judgement] {
        var from: [RecordID: Judgement] = [:]
        var queue = [first]
        var seen: Set<RecordID> = [first]
        let same = decisions.filter { $0.verdict == .same }
        while !queue.isEmpty {
            let id = queue.removeFirst()
            if id == second { break }
            for decision in same where decision.first == id || decision.second == id {
                let next = decision.first == id ? decision.second : decision.first
                if seen.insert(next).inserted {
                    from[next] = decision
                    queue.append(next)
                }
            }
        }
        var found: [Judgement] = []
        var id = second
        while let decision = from[id] {
            found.append(decision)
            id = decision.first == id ? decision.second : decision.first
        }
        return found.reversed()
    }
}
