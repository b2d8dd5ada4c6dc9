import DossierNames
import DossierTestSupport
import Foundation
import Testing

/// What our reader makes of each labelled pair is frozen, so that a change of tables or code shows as a diff of that file. With
/// `RECORD_SNAPSHOTS` set the file is written anew and the test fails, as with other snapshots.
@Suite("The measured pairs of names")
struct NameBenchmarkTests {
    private struct Judged: Sendable {
        var pair: NamePairs.Pair
        var comparison: NameComparison
        var score: String { String(format: "%.3f", comparison.score) }
        var line: String { "\(pair.id),\(comparison.verdict.rawValue),\(score)" }
    }

    private static let judged = Result {
        let comparing = try NameComparing()
        return try NamePairs().all.map { Judged(pair: $0, comparison: comparing.compare($0.a, $0.b)) }
    }

    @Test("Each pair has the verdict and the score that are frozen")
    func frozen() throws {
        let lines = try ["id,verdict,score"] + Self.judged.get().map(\.line)
        let file = URL(filePath: "\(NamePairs.folder)/frozen.csv")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            Issue.record("frozen.csv was recorded; run again without RECORD_SNAPSHOTS.")
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.count == expected.count)
        let changed = zip(lines, expected).filter { $0 != $1 }
        #expect(
            changed.isEmpty,
            "\(changed.count) pairs changed: \(changed.prefix(10).map { "\($0) was \($1)" }.joined(separator: "; "))")
    }

    @Test(
        "Of the pairs on which nothing was tuned, so many are judged rightly",
        arguments: [("hangul-alalc", 0.96), ("hanja-alalc", 0.94), ("latin-latin", 0.98)])
    func isAccurate(_ kind: String, _ least: Double) throws {
        let report = try Self.judged.get().filter { $0.pair.isReport && $0.pair.kind == kind }
        let said = report.filter { $0.comparison.verdict == .same }
        let right = Double(said.count { $0.pair.isSame })
        let f1 = 2 * right / Double(said.count + report.count { $0.pair.isSame })
        #expect(report.count > 100)
        #expect(f1 >= least, "\(kind): \(f1)")
    }

    @Test("Which of two names comes first makes no difference, and every name is itself")
    func isSymmetric() throws {
        let comparing = try NameComparing()
        for (index, judged) in try Self.judged.get().enumerated() where index % 5 == 0 {
            let back = comparing.compare(judged.pair.b, judged.pair.a)
            #expect(back.score == judged.comparison.score, "\(judged.pair.a) and \(judged.pair.b)")
            #expect(back.verdict == judged.comparison.verdict)
            #expect(comparing.compare(judged.pair.a, judged.pair.a).score == 1, "\(judged.pair.a)")
        }
    }

    @Test("A name without a given name, or of initials alone, is itself as far as it goes")
    func ofItself() throws {
        let comparing = try NameComparing()
        for text in ["김", "Kim", "Kim C.S.", "철수", "金"] {
            #expect(comparing.compare(text, text).verdict != .different, "\(text)")
        }
    }
}
