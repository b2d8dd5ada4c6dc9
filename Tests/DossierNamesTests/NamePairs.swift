import DossierIntake
import DossierTestSupport

/// The labelled pairs of names on which matchers are measured.
struct NamePairs {
    static let folder = "\(ProjectFolder.path)/Tests/Benchmarks/names"

    struct Pair {
        var id: String
        var isReport: Bool
        var kind: String
        var a: String
        var b: String
        var isSame: Bool
    }

    let all: [Pair]

    init() throws {
        let table = try TableReader().table(at: "\(Self.folder)/pairs.csv")
        let places = try ["id", "half", "kind", "a", "b", "label"].map { column in
            guard let place = table.index(of: column) else { throw TestDataError("no \(column)") }
            return place
        }
        all = table.rows.map { row in
            Pair(
                id: row.cells[places[0]], isReport: row.cells[places[1]] == "report", kind: row.cells[places[2]],
                a: row.cells[places[3]], b: row.cells[places[4]], isSame: row.cells[places[5]] == "same")
        }
    }
}
