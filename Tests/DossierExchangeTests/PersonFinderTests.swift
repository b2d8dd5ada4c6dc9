import DossierDisclosure
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@testable import DossierExchange

@Suite("The public feed")
struct PersonFinderTests {
    private static let consent = """
        record: consent
        id: consent-feed
        by: person-b
        about: person-a
        purposes: [publish]
        recipients: [RECIPIENT]
        nameForm: FORM
        givenOn: 2026-01-05
        recorded: written
        """

    private func record(recipient: String, form: String = "full") throws -> PersonFinderRecord? {
        let consent = Self.consent.replacing("RECIPIENT", with: recipient).replacing("FORM", with: form)
        let story = try CaseStory.complete().adding(consent)
        return PersonFinderRecord(try Exported.edition(story, .feed("pfif")), expires: Day("2031-01-05"))
    }

    @Test(
        "Nobody is in it whose consent does not name the feed",
        arguments: ["public", "upr", "partner-a", "wgeid", "any"])
    func others(_ recipient: String) throws { #expect(try record(recipient: recipient) == nil) }

    @Test("Somebody whose full name may not be told is not in it", arguments: ["initials", "withheld"])
    func initials(_ form: String) throws { #expect(try record(recipient: "pfif", form: form) == nil) }

    @Test("It holds the disappeared alone, what is public of them, and when it may no longer be shown")
    func subjectAlone() throws {
        let record = try #require(try record(recipient: "pfif"))
        let feed = PersonFinderFeed(domain: "example.org", author: "Alliance", moment: "2026-11-24T00:00:00Z")
        let bytes = try feed.bytes([record])
        let root = try SafeXMLParser.parse(bytes)
        let person = try #require(root.elements.first)
        #expect(root.elements.count == 1)
        #expect(person.first("person_record_id")?.text == "example.org/\(record.id)")
        #expect(person.first("full_name")?.text == "On Nuribyeol")
        #expect(person.first("alternate_names")?.text == "온누리별")
        #expect(person.first("expiry_date")?.text == "2031-01-05T00:00:00Z")
        #expect(person.first("last_known_location")?.text == "서울 마포")
        #expect(person.first("status")?.text == "believed_missing")
        let text = String(decoding: bytes, as: UTF8.self)
        // Of partners alone to know, and of somebody else.
        for word in ["1931", "인쇄공", "가람솔", "Garamsol", "person-a"] { #expect(!text.contains(word), "\(word)") }
        #expect(root.elements.first?.namespaceURI == PersonFinderFeed.namespace)
    }
}
