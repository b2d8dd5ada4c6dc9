import DossierModel
import DossierTestSupport
import Testing

@testable import DossierLibrary

@Suite("A record becomes bytes and comes back")
struct RecordBytesTests {
    @Test("The records of a story come back with all they say and every line", arguments: 0..<6)
    func story(_ index: Int) throws {
        let record = try Story.records()[index]
        let back = try #require(RecordBytes(record).record())
        #expect(back == record)
        #expect(back.lines == record.lines)
        #expect(back.origin == record.origin)
    }

    @Test("Records with any answer in any field come back, lines and all", arguments: 0..<40)
    func random(_ seed: UInt64) throws {
        var source = RandomRecord(seed: seed)
        for _ in 0..<50 {
            let record = try source.record()
            let bytes = RecordBytes(record)
            let back = try #require(bytes.record(), "\(String(decoding: bytes.body, as: UTF8.self))")
            #expect(back == record)
            #expect(back.lines == record.lines, "\(String(decoding: bytes.body, as: UTF8.self))")
            #expect(RecordBytes(back) == bytes)
        }
    }

    @Test("Where a record stands in its file is not part of what it says")
    func linesAreApart() throws {
        var record = try Story.record("case-a")
        let before = RecordBytes(record)
        record.origin = Record.Origin(file: "elsewhere.yaml", line: 900)
        record.entries["relatives"]?.line = 901
        let after = RecordBytes(record)
        #expect(after.body == before.body)
        #expect(after.hash == before.hash)
        #expect(after.origin != before.origin)
    }

    @Test("A record that no file gave has no origin afterwards either")
    func noOrigin() throws {
        let record = Record(id: try id("person-x"), kind: .person)
        #expect(RecordBytes(record).record()?.origin == nil)
    }

    @Test("A file's name may hold spaces, commas and digits", arguments: ["a b.yaml", "1,2 3.yaml", " ", "한글 1.yaml"])
    func fileNames(_ name: String) throws {
        var record = Record(id: try id("person-x"), kind: .person)
        record.origin = Record.Origin(file: name, line: 3)
        #expect(RecordBytes(record).record()?.origin == record.origin)
    }

    @Test(
        "Bytes that are no record of the catalogue are none",
        arguments: [
            #"{}"#, #"{"record":"ghost","id":"case-a"}"#, #"{"record":"case"}"#, #"{"record":"case","id":"X"}"#,
            #"{"record":"case","id":"case-a","colour":"red"}"#, #"[]"#, #""case""#, "",
        ])
    func foreign(_ json: String) {
        #expect(RecordBytes(body: Array(json.utf8), origin: "").record() == nil)
    }
}
