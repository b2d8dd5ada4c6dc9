import DossierLibrary
import DossierModel

/// Counts the whole library once for each state of it, and not while somebody waits: a hundred thousand cases take a while.
actor Counting {
    /// Which state of the library was counted on which day.
    private struct Moment: Equatable {
        var entry: Int
        var day: Day
    }

    private static let definitions: [CountDefinition] = [
        CountDefinition(unit: .cases, dimension: .decade), CountDefinition(unit: .persons, dimension: .sex),
        CountDefinition(unit: .cases, dimension: .state), CountDefinition(unit: .cases, dimension: .agents),
        CountDefinition(unit: .testimonies, dimension: .decade),
    ]

    private let pool: LibraryPool
    private var done: (moment: Moment, counts: [Count])?
    private var isRunning = false
    private var counted: (entry: Int, count: Int)?

    init(pool: LibraryPool) { self.pool = pool }

    /// The counts, in the order in which the overview shows them; of an earlier state of this day while they are being taken
    /// anew; nil while they are being taken for the first time, after a moment's patience.
    func counts(on day: Day) async throws -> [Count]? {
        let moment = Moment(entry: try await pool.read { try $0.lastEntry() }, day: day)
        if let done, done.moment == moment { return done.counts }
        begin(moment)
        for _ in 0..<20 {
            if let done, done.moment == moment { return done.counts }
            try await Task.sleep(for: .milliseconds(20))
        }
        return done?.moment.day == day ? done?.counts : nil
    }

    /// How many cases there are: counted once for each state of the library, for going through an index of a hundred thousand
    /// takes longer than the page.
    func caseCount() async throws -> Int {
        let known = counted
        let found = try await pool.read { library in
            let entry = try library.lastEntry()
            if let known, known.entry == entry { return known }
            return (entry: entry, count: try library.count(of: .case))
        }
        counted = found
        return found.count
    }

    private func begin(_ moment: Moment) {
        guard !isRunning else { return }
        isRunning = true
        let pool = pool
        Task {
            let counts = try? await Self.take(from: pool, on: moment.day)
            finish(moment, counts)
        }
    }

    private func finish(_ moment: Moment, _ counts: [Count]?) {
        isRunning = false
        if let counts { done = (moment, counts) }
    }

    private static func take(from pool: LibraryPool, on day: Day) async throws -> [Count] {
        try await pool.aside { library in
            var tallies = definitions.map(CountTally.init)
            try library.forEachBatch { folders in
                for index in tallies.indices { for folder in folders { tallies[index].take(folder) } }
            }
            return tallies.map { $0.count(on: day) }
        }
    }
}
