import DossierIntake
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@Suite("Exports that are odd, broken or hostile")
struct HostileExportTests {
    private func read(
        _ bytes: [UInt8], states: [String]? = nil, take: ([Recommendation]) throws -> Void = { _ in }
    ) throws -> (all: [Recommendation], reading: RecommendationReader.Reading, sizes: [Int]) {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/export"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var all: [Recommendation] = []
        var sizes: [Int] = []
        let reading = try RecommendationReader(states: states, readOn: .first(ofMonth: 11, year: 2026)).read(path) {
            all += $0
            sizes.append($0.count)
            try take($0)
        }
        return (all, reading, sizes)
    }

    private func read(
        _ text: String, states: [String]? = nil
    ) throws -> (all: [Recommendation], reading: RecommendationReader.Reading, sizes: [Int]) {
        try read(Array(text.utf8), states: states)
    }

    private func error(_ bytes: [UInt8]) -> RecommendationError? {
        do {
            _ = try read(bytes)
            return nil
        } catch {
            return error as? RecommendationError
        }
    }

    private func record(
        _ number: String = "126.10", body: String = "- UPR", text: String? = nil, country: String = "\"- A\"",
        id: String = "a"
    ) -> String {
        #"{"AnnotationId":"\#(id)","Body":"\#(body)","Symbol":"X/UPR/1","Text":"\#(text ?? "\(number) Tell.")","Countries":[\#(country)]}"#
    }

    // MARK: Nothing is lost

    @Test(
        "No way of writing the body loses a record of the review",
        arguments: ["UPR", "-UPR", "- UPR ", "- UPR\u{A0}", " - UPR\\t", "- \\u0055PR", "- U\\u0050R", "- UP\\u0052"])
    func bodies(_ body: String) throws {
        let (all, reading, _) = try read("[\(record(body: body))]")
        #expect(all.count == 1)
        #expect(reading.foreign == 0)
    }

    @Test("What looks like a bracket or the end of a text within one is neither")
    func brackets() throws {
        let text = #"1.2 a \" } ] \\ {[ \\\" z \\"#
        let (all, _, _) = try read("[\(record(text: text)),\(record("1.3"))]")
        #expect(all.map(\.key.number.text) == ["1.2", "1.3"])
        #expect(all.first?.text == #"a " } ] \ {[ \" z \"#)
    }

    @Test("A record is whole wherever a block of the file ends", arguments: [0, 1, 2, 3, 7])
    func blocks(_ shift: Int) throws {
        let filling = String(repeating: "\\\\\\\"실", count: 30_000)
        let records = (1...20).map { record("1.\($0)", text: "1.\($0) \(filling)") }
        let (all, _, _) = try read(String(repeating: " ", count: shift) + "[\(records.joined(separator: ","))]")
        #expect(all.map(\.key.number.text) == (1...20).map { "1.\($0)" })
        #expect(Set(all.map(\.text)) == [String(repeating: "\\\"실", count: 30_000)])
    }

    @Test("Batches hold a thousand at most, in the order of the file, also where records are of several States")
    func batches() throws {
        let records = (1...1_500).map { record("1.\($0)", country: "\"- A\",\"- B\"") }
        let (all, reading, sizes) = try read("[\(records.joined(separator: ","))]")
        #expect(sizes.allSatisfy { $0 <= 1_000 })
        #expect(all.count == 3_000)
        #expect(stride(from: 0, to: 3_000, by: 2).map { all[$0].key.number.text } == (1...1_500).map { "1.\($0)" })
        #expect(reading.taken == 3_000)
    }

    @Test("A record of several States is no double; the same number in another record is")
    func doubles() throws {
        let joint = record(country: "\"- A\",\"- B\"")
        #expect(try read("[\(joint)]").reading.findings.isEmpty)
        let findings = try read("[\(joint),\(record(id: "b"))]").reading.findings
        #expect(findings.map(\.rule) == [.numberTwice])
        #expect(findings.map(\.place) == [2])
    }

    @Test("What is missing or null is left open; what only a person can fill in is told")
    func missing() throws {
        let bare =
            #"{"AnnotationId":null,"Body":"- UPR","Symbol":"X/1","Text":"1.2 a","Countries":["- A"],"Themes":null,"UprCycle":null,"UprSession":null,"UprPositions":null,"PublicationDate":null}"#
        let one = try #require(try read("[\(bare)]").all.first)
        #expect((one.cycle, one.session) == (nil, nil))
        #expect(one.positions.isEmpty)
        let none =
            #"[{"Body":"- UPR","Text":"1.2 a","Countries":["- A"]},{"Body":"- UPR","Symbol":"X/1","Text":"1.2 a","Countries":null}]"#
        let (all, reading, _) = try read(none)
        #expect(all.isEmpty)
        #expect(reading.findings.map(\.rule) == [.incomplete, .incomplete])
    }

    // MARK: What is broken

    @Test("A file that is cut off tells after which record and at which byte")
    func cut() {
        let text = "[\(record()),\n{\"Body\":"
        #expect(error(Array(text.utf8))?.rule == .cutOff)
        #expect(error(Array(text.utf8))?.place == 1)
        #expect(error(Array(text.utf8))?.value == "\(text.utf8.count)")
    }

    @Test(
        "A record that is no JSON is refused with its number",
        arguments: [
            #"[{"Body":"- UPR","Text":"\ud800 alone"}]"#, #"[{"Body":"- UPR","Text":"\udc00\ud800"}]"#,
            #"[{"Body":"- UPR","Text":"\x"}]"#, #"[{"Body":"- UPR","Text":'a'}]"#,
            "[{\"Body\":\"- UPR\",\"Text\":\"a\u{0}b\"}]", #"[{"Body":"- UPR","Countries":"- A"}]"#,
        ])
    func badRecords(_ text: String) {
        #expect(error(Array(text.utf8))?.rule == .badRecord)
        #expect(error(Array(text.utf8))?.place == 1)
    }

    @Test("Bytes that are not UTF-8 are no record")
    func encoding() {
        for bad: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xEC, 0x8B]] {
            let bytes = Array(#"[{"Body":"- UPR","Text":""#.utf8) + bad + Array("\"}]".utf8)
            #expect(error(bytes)?.rule == .badRecord)
        }
    }

    @Test("A key that stands twice is no reason to fail, nor to lose the record")
    func keys() throws {
        let twice = record().replacing("\"Body\":\"- UPR\"", with: "\"Body\":\"- UPR\",\"Body\":\"- UPR\"")
        #expect(try read("[\(twice)]").all.count == 1)
    }

    @Test("A folder, or a file that is not there, cannot be read")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path, "\(folder.path)/none"] {
            #expect(throws: RecommendationError.self) {
                try RecommendationReader(states: nil, readOn: .first(ofMonth: 11, year: 2026)).read(path) { _ in }
            }
        }
    }

    @Test("What the taker throws comes through")
    func taker() {
        struct Stop: Error {}
        #expect(throws: Stop.self) { try read(Array("[\(record())]".utf8)) { _ in throw Stop() } }
    }

    // MARK: What is hostile

    @Test("A text of ten megabytes is over the limit of a record", .timeLimit(.minutes(1)))
    func longText() {
        let text = "[\(record()),\(record(text: "1.2 " + String(repeating: "x", count: 10 << 20)))]"
        #expect(error(Array(text.utf8))?.rule == .recordTooLarge)
        #expect(error(Array(text.utf8))?.place == 2)
    }

    @Test(
        "Tags, comments, references and quotation marks that never end take no more time than others",
        .timeLimit(.minutes(1)), arguments: ["<a", "<!--", "<script>", "<a ><!--", "&#65", "&", "\\\\\\\""])
    func endless(_ piece: String) throws {
        let text = "1.2 " + String(repeating: piece, count: 200_000 / piece.utf8.count)
        #expect(try read("[\(record(text: text))]").all.count == 1)
    }

    @Test(
        "HTML is read as words",
        arguments: [
            ("1.2 a<script>alert('x')</script> b", "a b"), ("1.2 a<SCRIPT src='//x'>alert(1)</SCRIPT>b", "a b"),
            ("1.2 a<style>p{}</style>b", "a b"), ("1.2 a<script>never ends", "a"),
            ("1.2 dis<b>appear</b>ances, <i>and</i>, all", "disappearances, and, all"), ("1<b>.2</b> a", "a"),
            ("1.2 a<br>b</p><p>c<li>d", "a b c d"), ("1.2 a<!-- <p>no</p> -->b", "ab"),
            ("1.2 a<!--[if gte mso 9]><xml>Normal 0</xml><![endif]--> b", "a b"),
            ("1.2 &lsquo;a&rsquo; &ldquo;b&rdquo; &ndash; &mdash; &amp;lt; &apos;&quot;", "‘a’ “b” – — &lt; '\""),
            ("1.2 &#146;&#x93;a&#148;", "’“a”"), ("1.2 a&#7;b&#0;c", "a b&#0;c"), ("1.2 a &#xD800; b", "a &#xD800; b"),
            ("1.2 3 &lt; 4 <5 & more", "3 < 4 <5 & more"),
        ])
    func html(_ text: String, _ expected: String) throws {
        let escaped = text.replacing("\"", with: "\\\"")
        #expect(try read("[\(record(text: escaped))]").all.first?.text == expected)
    }
}
