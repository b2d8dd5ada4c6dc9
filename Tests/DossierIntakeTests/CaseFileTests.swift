import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@Suite("Case files")
struct CaseFileTests {
    @Test("Reading what was written gives the same records, for any records")
    func law() throws {
        var source = RandomRecords(seed: 11)
        for _ in 0..<400 {
            let next = source.record()
            let record = try #require(next)
            let yaml = try #require(CaseFileWriter.yaml([record]))
            let reading = CaseFileReader().read(Array(yaml.utf8), file: "law.yaml")
            #expect(reading.findings == [], "\(yaml)")
            #expect(reading.records == [record], "\(yaml)")
        }
    }

    @Test("Hangul and Han characters are written as they are, and long texts as blocks")
    func legible() throws {
        let records = try CaseStory.complete().with(
            "circumstances", of: "incident-a", "\"첫 줄\\n둘째 줄\""
        ).records()
        let yaml = try #require(CaseFileWriter.yaml(records))
        #expect(yaml.contains("family: 온"))
        #expect(yaml.contains("circumstances: |"))
        #expect(!yaml.contains("\\u"))
    }

    @Test("Each entry knows the line that gave it")
    func lines() throws {
        let text = """
            # A comment.
            record: person
            id: person-a
            sex: male
            identityDocuments:
              - type: {en: passport}
              - number: A1
            """
        let reading = CaseFileReader().read(Array(text.utf8), file: "a.yaml")
        let record = try #require(reading.records.first)
        #expect(record.origin == Record.Origin(file: "a.yaml", line: 2))
        #expect(record.entries["sex"]?.line == 4)
        #expect(record[PersonFields.identityDocuments].value?.map(\.line) == [6, 7])
    }

    @Test(
        "An answer that is not a value is kept as such",
        arguments: [
            (
                "{unknown: nobody remembers}",
                Answer<LocalizedText>.unknown(why: LocalizedText("nobody remembers", .english))
            ),
            ("{unknown: \"\"}", .unknown(why: nil)), ("{refused: \"\"}", .refused(why: nil)),
            ("{withheld: {ko: 위험}}", .withheld(why: LocalizedText("위험", .korean))),
        ])
    func answers(_ yaml: String, _ expected: Answer<LocalizedText>) throws {
        let text = "record: person\nid: person-a\noccupation: \(yaml)\n"
        let record = try #require(CaseFileReader().read(Array(text.utf8), file: "a.yaml").records.first)
        #expect(record[PersonFields.occupation] == expected)
    }

    @Test("Words that YAML takes for something else stay words")
    func norway() throws {
        let text = "record: person\nid: person-a\noccupation: no\nnotes: 012\n"
        let record = try #require(CaseFileReader().read(Array(text.utf8), file: "a.yaml").records.first)
        #expect(record[PersonFields.occupation].value?.original.text == "no")
        #expect(record[PersonFields.notes].value?.original.text == "012")
    }

    @Test("A leading byte order mark and line ends of Windows are taken in")
    func otherEditors() {
        let text = "\u{FEFF}record: person\r\nid: person-a\r\nnotes: a\r\n"
        let reading = CaseFileReader().read(Array(text.utf8), file: "a.yaml")
        #expect(reading.findings == [])
        #expect(reading.records.count == 1)
    }

    @Test("The sample cases are read without a finding, and fit together")
    func samples() {
        let reading = CaseFileReader().read(paths: ["\(ProjectFolder.path)/Cases/samples"])
        #expect(reading.findings == [])
        #expect(ReferenceCheck.findings(in: reading.records) { _ in nil } == [])
        #expect(reading.records.count(where: { $0.kind == .case }) == 13)
    }
}
