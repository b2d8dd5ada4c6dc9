public import DossierModel

/// What `Templates/names/matching.yaml` says: how much each agreement and difference weighs, in bits.
public struct MatchWeights: Sendable {
    private var numbers: [String: Double]
    let likeness: [(from: Double, part: Double)]
    /// Endings that are no part of a place's name, the longest first.
    let placeEndings: [String]
    /// The full name of a province by its short one.
    let provinces: [String: String]

    /// Why the weights cannot be used: every fault of the file.
    public struct Unusable: Error, Sendable, Hashable {
        public var file: String
        public var problems: [String]
    }

    /// What has to be in the file.
    enum Key: String, CaseIterable {
        case prior
        case nameMost = "name.most"
        case nameMostFamily = "name.mostFamily"
        case nameDifferent = "name.different"
        case nameSameCharacters = "name.sameCharacters"
        case nameOtherCharacters = "name.otherCharacters"
        case nameSwapped = "name.swapped"
        case birthSameDay = "birth.sameDay"
        case birthSameMonth = "birth.sameMonth"
        case birthSameYear = "birth.sameYear"
        case birthMistyped = "birth.mistyped"
        case birthOtherDay = "birth.otherDay"
        case birthYearOff = "birth.yearOff"
        case birthTwoYearsOff = "birth.twoYearsOff"
        case birthFewYearsOff = "birth.fewYearsOff"
        case birthDifferent = "birth.different"
        case birthCovers = "birth.covers"
        case sexSame = "sex.same"
        case sexDifferent = "sex.different"
        case parentMost = "parent.most"
        case parentUnsure = "parent.unsure"
        case parentDifferent = "parent.different"
        case placeMost = "place.most"
        case placeNear = "place.near"
        case placeSameProvince = "place.sameProvince"
        case placeDifferent = "place.different"
        case seenSameDay = "seen.sameDay"
        case seenSameMonth = "seen.sameMonth"
        case seenSameYear = "seen.sameYear"
        case seenDifferent = "seen.different"
        case incidentSame = "incident.same"
        case incidentDifferent = "incident.different"
        case numberSame = "number.same"
        case numberMistyped = "number.mistyped"
        case numberDifferent = "number.different"
        case occupationSame = "occupation.same"
        case occupationDifferent = "occupation.different"
        case likely = "verdicts.likely"
        case possible = "verdicts.possible"
    }

    /// - Throws: ``Unusable``
    public init(from node: PlainNode, file: String) throws(Unusable) {
        var numbers: [String: Double] = [:]
        var problems: [String] = []
        for key in Key.allCases {
            let parts = key.rawValue.split(separator: ".").map(String.init)
            let child = parts.reduce(Optional(node)) { $0?[$1] }
            if let value = child?.scalar.flatMap({ Double($0) }) {
                numbers[key.rawValue] = value
            } else {
                problems.append("\(child?.line ?? node.line): “\(key.rawValue)” needs a number")
            }
        }
        var likeness: [(Double, Double)] = []
        if case .list(let steps)? = node["name"]?["likeness"]?.content {
            for step in steps {
                if let from = step["from"]?.scalar.flatMap({ Double($0) }), let part = step["part"]?.scalar.flatMap({ Double($0) }) {
                    likeness.append((from, part))
                } else {
                    problems.append("\(step.line): a step has “from” and “part”")
                }
            }
        }
        if likeness.isEmpty { problems.append("\(node["name"]?.line ?? 0): “name.likeness” is a list of steps") }
        self.likeness = likeness.sorted { $0.0 > $1.0 }
        let texts = { (node: PlainNode?) -> [String] in
            if case .list(let nodes)? = node?.content { nodes.compactMap(\.scalar) } else { [] }
        }
        placeEndings = texts(node["places"]?["endings"]).sorted { $0.count > $1.count }
        var provinces: [String: String] = [:]
        for pair in node["places"]?["short"]?.pairs ?? [] {
            for short in texts(pair.value) { provinces[short] = pair.key }
        }
        self.provinces = provinces
        self.numbers = numbers
        guard problems.isEmpty else { throw Unusable(file: file, problems: problems) }
    }

    /// From which probability on a pair is put before people.
    public var possible: Double { self[.possible] }

    /// `likely`, `possible` or `unlikely`.
    public func word(for probability: Double) -> String {
        probability >= self[.likely] ? "likely" : probability >= self[.possible] ? "possible" : "unlikely"
    }

    subscript(key: Key) -> Double { numbers[key.rawValue] ?? 0 }
}
