public import DossierModel

/// What `Templates/names/matching.yaml` says: how much each agreement and difference weighs, in bits.
public struct MatchWeights: Sendable {
    /// By the place of each key.
    private let numbers: [Double]
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
    enum Key: Int, CaseIterable, Sendable {
        case prior
        case nameMost
        case nameMostFamily
        case nameDifferent
        case nameSameCharacters
        case nameOtherCharacters
        case nameSwapped
        case birthSameDay
        case birthSameMonth
        case birthSameYear
        case birthMistyped
        case birthOtherDay
        case birthYearOff
        case birthTwoYearsOff
        case birthFewYearsOff
        case birthDifferent
        case birthCovers
        case sexSame
        case sexDifferent
        case parentMost
        case parentUnsure
        case parentDifferent
        case placeMost
        case placeFurther
        case placeMistyped
        case placeNear
        case placeSameProvince
        case placeDifferent
        case seenSameDay
        case seenSameMonth
        case seenSameYear
        case seenDifferent
        case incidentSame
        case incidentDifferent
        case numberSame
        case numberMistyped
        case numberDifferent
        case occupationSame
        case occupationDifferent
        case likely
        case possible

        var place: Int { rawValue }

        /// Where it stands in the file.
        var path: String { Self.paths[rawValue] }

        /// What was found, by the last part of the path.
        var finding: String { Self.findings[rawValue] }

        private static let paths = [
            "prior",
            "name.most",
            "name.mostFamily",
            "name.different",
            "name.sameCharacters",
            "name.otherCharacters",
            "name.swapped",
            "birth.sameDay",
            "birth.sameMonth",
            "birth.sameYear",
            "birth.mistyped",
            "birth.otherDay",
            "birth.yearOff",
            "birth.twoYearsOff",
            "birth.fewYearsOff",
            "birth.different",
            "birth.covers",
            "sex.same",
            "sex.different",
            "parent.most",
            "parent.unsure",
            "parent.different",
            "place.most",
            "place.further",
            "place.mistyped",
            "place.near",
            "place.sameProvince",
            "place.different",
            "seen.sameDay",
            "seen.sameMonth",
            "seen.sameYear",
            "seen.different",
            "incident.same",
            "incident.different",
            "number.same",
            "number.mistyped",
            "number.different",
            "occupation.same",
            "occupation.different",
            "verdicts.likely",
            "verdicts.possible",
        ]
        private static let findings = paths.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    }

    /// - Throws: ``Unusable``
    public init(from node: PlainNode, file: String) throws(Unusable) {
        var numbers: [String: Double] = [:]
        var problems: [String] = []
        for key in Key.allCases {
            let parts = key.path.split(separator: ".").map(String.init)
            let child = parts.reduce(Optional(node)) { $0?[$1] }
            if let value = child?.scalar.flatMap({ Double($0) }) {
                numbers[key.path] = value
            } else {
                problems.append("\(child?.line ?? node.line): “\(key.path)” needs a number")
            }
        }
        var likeness: [(Double, Double)] = []
        if case .list(let steps)? = node["name"]?["likeness"]?.content {
            for step in steps {
                if let from = step["from"]?.scalar.flatMap({ Double($0) }),
                    let part = step["part"]?.scalar.flatMap({ Double($0) })
                {
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
        self.numbers = Key.allCases.map { numbers[$0.path] ?? 0 }
        guard problems.isEmpty else { throw Unusable(file: file, problems: problems) }
    }

    /// From which probability on a pair is put before people.
    public var possible: Double { self[.possible] }

    /// `likely`, `possible` or `unlikely`.
    public func word(for probability: Double) -> String {
        probability >= self[.likely] ? "likely" : probability >= self[.possible] ? "possible" : "unlikely"
    }

    subscript(key: Key) -> Double { numbers[key.place] }
}
