import DossierIntake
import DossierNames
import DossierTestSupport
import Foundation
import Testing

/// The labelled pairs of Tests/Benchmarks/names, with our verdicts frozen beside them, so that a change shows as a diff.
@Suite("The benchmark of names")
struct NameBenchmarkTests {
    private struct Pair {
        var id: String
        var half: String
        var kind: String
        var isSame: Bool
        var comparison: NameComparison
        /// The likeness the other way round; of some pairs alone.
        var turned: Double?
    }

    private static let folder = "\(ProjectFolder.path)/Tests/Benchmarks/names"

    private func pairs() throws -> [Pair] {
        let comparing = try NameComparing()
        let table = try TableReader().table(at: "\(Self.folder)/pairs.csv")
        let place = { (column: String) in try #require(table.index(of: column)) }
        let (id, half, kind, a, b, label) = (
            try place("id"), try place("half"), try place("kind"), try place("a"), try place("b"), try place("label")
        )
        return table.rows.enumerated().map { index, row in
            let (one, other) = (
                comparing.reader.readings(of: row.cells[a]), comparing.reader.readings(of: row.cells[b])
            )
            return Pair(
                id: row.cells[id], half: row.cells[half], kind: row.cells[kind], isSame: row.cells[label] == "same",
                comparison: comparing.likeness.compare(one, other),
                turned: index % 8 == 0 ? comparing.likeness.score(other, one) : nil)
        }
    }

    @Test(
        "Verdicts and scores are those that were frozen, and reach what is aimed at on the half that nothing was tuned on"
    )
    func frozen() throws {
        let pairs = try pairs()
        let text =
            "id,verdict,score\n"
            + pairs.map {
                "\($0.id),\($0.comparison.verdict.rawValue),\(String(format: "%.3f", $0.comparison.score))\n"
            }.joined()
        let path = "\(Self.folder)/frozen.csv"
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try Data(text.utf8).write(to: URL(filePath: path))
            Issue.record("frozen.csv was recorded anew; read the diff")
        }
        let known = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let changed = zip(known, text.split(separator: "\n")).filter { $0 != $1 }
        #expect(changed.isEmpty && known.count == pairs.count + 1, "\(changed.prefix(10))")
        for (kind, aim) in [
            ("hangul-alalc", 0.96), ("hanja-alalc", 0.94), ("latin-latin", 0.98), ("hangul-latin", 0.96),
        ] {
            #expect(Self.f1(pairs.filter { $0.half == "report" && $0.kind == kind }) >= aim, "\(kind)")
        }
        for pair in pairs {
            guard let turned = pair.turned else { continue }
            #expect(abs(turned - pair.comparison.score) < 1e-9, "\(pair.id) the other way round")
        }
    }

    /// The harmonic mean of precision and recall, “same” being what is looked for.
    private static func f1(_ pairs: [Pair]) -> Double {
        let found = pairs.filter { $0.comparison.verdict == .same }
        let right = found.count(where: \.isSame)
        return 2 * Double(right) / Double(found.count + pairs.count(where: \.isSame))
    }
}
