import DossierManuscripts
import DossierTestSupport
import Testing

@Suite("Merging a partner's copy")
struct TextMergeTests {
    private func merge(_ base: String, _ ours: String, _ theirs: String) -> TextMerge {
        TextMerge(base: base, ours: ours, theirs: theirs)
    }

    private let base = "# A\n\none\n\ntwo\n\nthree\n"

    @Test("Changes in different places both stand")
    func both() {
        let merged = merge(base, "# A\n\nONE\n\ntwo\n\nthree\n", "# A\n\none\n\ntwo\n\nTHREE\n\nfour\n")
        #expect(merged.text == "# A\n\nONE\n\ntwo\n\nTHREE\n\nfour\n")
        #expect((merged.conflicts, merged.taken) == (0, 1))
    }

    @Test("Neighbours that were changed by one side each are no conflict")
    func neighbours() {
        let merged = merge(base, "# A\n\nONE\n\ntwo\n\nthree\n", "# A\n\none\n\nTWO\n\nthree\n")
        #expect(merged.text == "# A\n\nONE\n\nTWO\n\nthree\n")
        #expect(merged.conflicts == 0)
    }

    @Test("Changes in one place stand side by side, marked, and no word of either is lost")
    func conflict() {
        let merged = merge(base, "# A\n\none\n\nours\n\nthree\n", "# A\n\none\n\ntheirs\n\nthree\n")
        #expect(merged.conflicts == 1)
        #expect(merged.text.contains("<<<<<<< ours\n\nours\n\n=======\n\ntheirs\n\n"))
    }

    @Test("Lines broken elsewhere and line ends of Windows are no changes")
    func wrapping() {
        let merged = merge("one two three\n", "one two three\n", "one\r\ntwo three\r\n")
        #expect(merged.taken == 0)
        #expect(merged.text == "one two three\n")
    }

    @Test("Fences, and notes of several paragraphs, stay whole")
    func whole() {
        let text = "```\na\n\nb\n```\n\n[^n]: one\n\n    two\n"
        #expect(merge(text, text, text).text == text)
        #expect(merge(text, text, text.replacing("two", with: "2")).taken == 1)
    }

    @Test("The second paragraph of a note stays whole, of however many lines")
    func noteParagraphs() {
        let base = "x[^n]\n\n[^n]: one\n\n    two\n    three\n\nend\n"
        #expect(merge(base, base, base).text == base)
        let merged = merge(base, base, base.replacing("three", with: "3"))
        #expect(merged.text == base.replacing("three", with: "3"))
        #expect(merged.taken == 1)
    }

    @Test("What belongs to what in a list is told by its spaces, and changes with them")
    func nesting() {
        let merged = merge("- a\n- b\n", "- a\n- b\n", "- a\n  - b\n")
        #expect(merged.taken == 1)
        #expect(merged.text == "- a\n  - b\n")
    }

    @Test("The laws of merging hold for any texts")
    func laws() {
        var random = SeededRandom(seed: 3)
        func text() -> String {
            let blocks = (0..<Int.random(in: 0...7, using: &random)).map { _ in
                ["alpha", "beta", "gamma", "delta\nmore", "한 낱말"].randomElement(using: &random) ?? ""
            }
            return blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
        }
        for _ in 0..<400 {
            let (base, one, other) = (text(), text(), text())
            #expect(merge(base, one, base).text == one)
            #expect(merge(base, base, one).text == one)
            #expect(merge(base, one, one).text == one)
            #expect(merge(base, one, other).conflicts == merge(base, other, one).conflicts)
            // What either side has written, and the base had not, is in the result.
            let result = merge(base, one, other).text
            for word in (one + other).split(whereSeparator: \.isWhitespace) where !base.contains(word) {
                #expect(result.contains(word))
            }
        }
    }

    @Test("Texts of very many blocks are merged in time", .timeLimit(.minutes(1)))
    func hostile() {
        let many = (0..<40_000).map { "\($0)" }.joined(separator: "\n\n")
        let other = (0..<40_000).map { "x\($0)" }.joined(separator: "\n\n")
        #expect(merge(many, many, other).taken == 1)
        let some = (0..<3_900).map { "\($0)" }.joined(separator: "\n\n")
        let others = (0..<3_900).map { "x\($0)" }.joined(separator: "\n\n")
        #expect(merge(some, some, others).taken == 1)
    }

    @Test("A manuscript with a conflict in it is not ready")
    func notReady() throws {
        let merged = merge("# A\n\nx\n", "# A\n\ny\n", "# A\n\nz\n").text
        let walk = ManuscriptWalk(try ManuscriptStory(text: merged).manuscript())
        #expect(walk.faults.map(\.rule) == [.conflict])
    }
}
