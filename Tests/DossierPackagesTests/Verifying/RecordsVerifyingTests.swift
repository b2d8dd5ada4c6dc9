import DossierTestSupport
import DossierXML
import Foundation
import Testing

@testable import DossierPackages

@Suite("Judging the records of a package as XML")
struct RecordsVerifyingTests {
    private static let record = "<record xmlns=\"urn:dossier:record:1\"/>"
    private static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:dossier:record:1">
          <xs:element name="record"><xs:complexType/></xs:element>
        </xs:schema>
        """

    private func finding(
        _ payload: [String: String], schema: String? = Self.schema, _ change: (PackageStory) throws -> Void = { _ in }
    ) throws -> PackageVerdict.Finding {
        let story = try PackageStory(payload: payload)
        try change(story)
        let schema = try schema.map { try XMLSchema(Array($0.utf8)) }
        return try #require(PackageVerifier(schema: schema).verify(story.path).verdict[.records])
    }

    @Test("A record that follows its schema is proven, one that does not is named")
    func judged() throws {
        #expect(try finding(["a/record.xml": Self.record]).state == .proven)
        let wrong = try finding(["a/record.xml": "<other xmlns=\"urn:dossier:record:1\"/>"])
        #expect(wrong.faults.map(\.path) == ["data/a/record.xml"])
        #expect(try finding(["a/record.xml": "<record"]).faults.map(\.rule) == [.xmlFault])
        #expect(try finding(["a/petition.xml": "<akomaNtoso xmlns=\"urn:other\"/>"]).state == .absent)
    }

    @Test("What nobody has judged is never called proven: without a schema, or a record too large for it")
    func unjudged() throws {
        #expect(try finding(["a/record.xml": Self.record], schema: nil).state == .unchecked)
        let large = Self.record + String(repeating: "\n", count: 9 << 20)
        let found = try finding(["a/record.xml": Self.record, "b/record.xml": large])
        #expect(found.state == .unchecked)
        #expect(found.details["count"] == "1")
    }

    @Test("XML of another program may be what it likes")
    func foreign() throws {
        let payload = ["a.xml": "<!DOCTYPE html><html/>", "b.xml": "no XML at all"]
        let found = try finding(payload) { story in
            for name in ["index.json", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
                try FileManager.default.removeItem(atPath: "\(story.path)/\(name)")
            }
        }
        #expect(found.state == .absent)
        #expect(try finding(payload).state == .failed)
    }

    @Test("Of a stranger's many files no more is kept than was allowed, and of what nobody reads nothing")
    func kept() {
        var kept = KeptContent(total: 1_000)
        #expect(kept.limit(for: "data/a.xml") == 1_000)
        kept.take(900)
        #expect(kept.limit(for: "data/b.xml") == 100)
        #expect(kept.limit(for: "manifest-SHA512.txt") == 100)
        #expect(kept.limit(for: "data/photo.jpg") == nil)
        #expect(kept.limit(for: "index.html") == nil)
        #expect(kept.limit(for: "manifest-other.txt") == nil)
    }
}
