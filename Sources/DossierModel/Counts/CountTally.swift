/// Counts while the cases of a library go by, each incident, person, account and exhibit once, however many cases speak
/// of it.
public struct CountTally: Sendable {
    public let definition: CountDefinition
    private var numbers: [Count.Value: Int] = [:]
    private var seen: Set<RecordID> = []
    private var total = 0
    private var caveats: Set<Count.Caveat> = [.notPopulation, .doublesNotJudged]

    public init(_ definition: CountDefinition) { self.definition = definition }

    public mutating func take(_ folder: CaseFolder) {
        switch definition.unit {
        case .cases: count(folder.caseRecord, in: folder)
        case .incidents: if let incident = folder.incident { count(incident, in: folder) }
        case .persons: if let person = folder.person { count(person, in: folder) }
        case .testimonies:
            for id in folder.evidence.testimonies.keys { folder.evidence.testimonies[id].map { count($0, in: folder) } }
        case .exhibits:
            for id in folder.evidence.exhibits.keys { folder.evidence.exhibits[id].map { count($0, in: folder) } }
        }
    }

    /// The count, rows in the order of time or of their numbers, what is not known last.
    public func count(on day: Day) -> Count {
        let rows = numbers.map { Count.Row(value: $0, number: $1) }.sorted(by: Self.comesBefore)
        return Count(
            definition: definition, rows: rows, total: total, takenOn: day,
            caveats: Count.Caveat.allCases.filter(caveats.contains))
    }

    private mutating func count(_ record: Record, in folder: CaseFolder) {
        guard lies(folder, within: definition.period), concerns(folder, definition.state),
            seen.insert(record.id).inserted
        else { return }
        total += 1
        let values = Set(self.values(of: record, in: folder))
        if values.count > 1 { caveats.insert(.severalValuesCounted) }
        for value in values.isEmpty ? [.unknown] : values { numbers[value, default: 0] += 1 }
    }

    /// Whether a disappearance may lie in a time: it began before the end of it.
    private func lies(_ folder: CaseFolder, within period: PartialDate?) -> Bool {
        guard let end = period?.latest, let began = folder.incident?[IncidentFields.date].value?.date.earliest else {
            return true
        }
        return began <= end
    }

    /// A case that says of no State that it is addressed to it speaks of none other.
    private func concerns(_ folder: CaseFolder, _ state: StateCode?) -> Bool {
        guard let state, let addressed = folder.caseRecord[CaseFields.statesAddressed].value else { return true }
        return addressed.contains(state)
    }

    // MARK: Values

    private mutating func values(of record: Record, in folder: CaseFolder) -> [Count.Value] {
        switch definition.dimension {
        case .none: return [.all]
        case .decade, .year: return date(of: record, in: folder).map { [$0] } ?? []
        case .sex: return leading(folder.person?[PersonFields.sex]).map { [.code($0)] } ?? []
        case .nationality: return (leading(folder.person?[PersonFields.nationalities]) ?? []).map { .state($0) }
        case .agents:
            return (leading(folder.incident?[IncidentFields.agents]) ?? []).compactMap { item in
                leading(item[AgentFields.kind]).map { .code($0) }
            }
        case .state: return (leading(folder.caseRecord[CaseFields.statesAddressed]) ?? []).map { .state($0) }
        }
    }

    private mutating func leading<Value: Hashable>(_ answer: Answer<Value>?) -> Value? {
        if Set((answer?.accounts ?? []).map(\.value)).count > 1 { caveats.insert(.sourcesDiffer) }
        return answer?.value
    }

    /// The decade or year of what is counted: of an account or exhibit its own date, of all else that of the incident.
    private mutating func date(of record: Record, in folder: CaseFolder) -> Count.Value? {
        let answer: Answer<DateStatement>? =
            switch record.kind {
            case .testimony: record[TestimonyFields.date]
            case .exhibit: record[ExhibitFields.date]
            default: folder.incident?[IncidentFields.date]
            }
        guard let date = leading(answer)?.date else { return nil }
        guard let first = date.earliest?.year, let last = date.latest?.year else {
            caveats.insert(.datesUncertain)
            return nil
        }
        let size = definition.dimension == .decade ? 10 : 1
        // A time that may lie in two rows is guessed into neither.
        guard first / size == last / size else {
            caveats.insert(.datesUncertain)
            return nil
        }
        return definition.dimension == .decade ? .decade(first / 10 * 10) : .year(first)
    }

    // MARK: Order

    private static func comesBefore(_ left: Count.Row, _ right: Count.Row) -> Bool {
        switch (left.value, right.value) {
        case (.unknown, _): return false
        case (_, .unknown): return true
        case (.decade(let one), .decade(let other)), (.year(let one), .year(let other)): return one < other
        default:
            if left.number != right.number { return left.number > right.number }
            return key(left.value) < key(right.value)
        }
    }

    private static func key(_ value: Count.Value) -> String {
        switch value {
        case .all, .unknown: ""
        case .decade(let year), .year(let year): "\(year)"
        case .code(let code): code
        case .state(let state): state.text
        }
    }
}
