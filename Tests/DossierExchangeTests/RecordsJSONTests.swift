import DossierModel
import DossierTestSupport
import Foundation
import Testing

@testable import DossierExchange

@Suite("Cases as JSON")
struct RecordsJSONTests {
    @Test("What is written is JSON, and each record is told under its number with all of its answers")
    func whole() throws {
        let edition = try Exported.edition(try CaseStory.withEvidence())
        let text = try Exported.json(edition)
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(tree["dossier"] as? String == RecordsJSON.version)
        let cases = try #require(tree["cases"] as? [[String: Any]])
        let records = try #require(cases.first?["records"] as? [[String: Any]])
        #expect(records.map { $0["record"] as? String }.prefix(3) == ["case", "person", "incident"])
        let ids = records.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == records.count)
        #expect(records[0]["person"] as? String == ids[1])
        #expect(records.contains { $0["strength"] != nil })
    }

    @Test("Without cases it is JSON as well")
    func empty() throws {
        let json = RecordsJSON(channel: "export-public", edition: "public", date: try #require(Day("2026-11-24")))
        let tree = try JSONSerialization.jsonObject(with: Data(json.head + RecordsJSON.tail)) as? [String: Any]
        #expect((tree?["cases"] as? [Any])?.isEmpty == true)
    }
}
