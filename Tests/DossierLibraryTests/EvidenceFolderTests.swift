import DossierLibrary
import DossierModel
import DossierTestSupport
import Testing

@Suite("Evidence in the library")
struct EvidenceFolderTests {
    private func library(_ story: CaseStory) throws -> TestLibrary {
        let library = try TestLibrary()
        try library.save(try story.records())
        return library
    }

    @Test("A case comes with its claims, the accounts and exhibits they rest on, and the consents about these")
    func folder() throws {
        let story = try CaseStory.withEvidence()
        let folder = try library(story).opened(readOnly: true) { try $0.folder(ofCase: try id("case-a")) }
        let expected = try story.folder()
        #expect(folder?.evidence == expected.evidence)
        #expect(Set(folder?.consents.map(\.id) ?? []) == Set(expected.consents.map(\.id)))
        #expect(folder?.others == expected.others)
    }

    @Test("Evidence that a claim points to comes along even when it does not say whose case it is about")
    func pointed() throws {
        let story = try CaseStory.withEvidence().with("cases", of: "testimony-a", nil).with(
            "cases", of: "exhibit-a", nil)
        let folder = try library(story).opened(readOnly: true) { try $0.folder(ofCase: try id("case-a")) }
        #expect(folder?.evidence.testimonies.count == 2)
        #expect(folder?.evidence.exhibits.count == 1)
    }

    @Test("A custody record is added to at its end; nothing in it can be changed or taken out")
    func custody() throws {
        let story = try CaseStory.withEvidence()
        let library = try library(story)
        let first = "{at: \"2025-03-01T03:00:00Z\", actor: I-9, action: received}"
        let longer = try story.with("custody", of: "exhibit-a", "[\(first), {at: now, actor: I-1, action: copied}]")
        #expect(try library.save(try longer.records()).revised.map(\.text) == ["exhibit-a"])
        let changed = try longer.with("custody", of: "exhibit-a", "[{at: never, actor: I-9, action: received}]")
        for cut in [story, changed, try story.with("custody", of: "exhibit-a", nil)] {
            #expect(try refusal { try library.save(try cut.records()) } == .cutShort)
        }
        #expect(try library.verdict().breaks == [])
    }

    @Test("What was made under a consent is found again by the person, the account and the exhibit")
    func disclosures() throws {
        let library = try library(try CaseStory.withEvidence())
        try library.opened {
            try $0.noteDisclosure(
                ofCase: try id("case-a"), fingerprint: "f", change: TestLibrary.change("wgeid full en"))
        }
        try library.opened(readOnly: true) { library throws in
            for name in ["consent-a", "consent-b", "consent-t", "consent-n"] {
                let consent = try #require(try library.record(try id(name)))
                let made = try library.disclosures(under: consent)
                #expect(made.map(\.what) == ["wgeid full en"], "\(name)")
                #expect(made.map(\.channel) == ["wgeid"])
            }
        }
        let later = try library.opened(readOnly: true) { library in
            var consent = try #require(try library.record(try id("consent-a")))
            let day = DateStatement(date: .point(DatePart(year: 2027)))
            consent.entries["givenOn"] = Entry(answer: .given(Accounts(.date(day))))
            return try library.disclosures(under: consent)
        }
        #expect(later == [])
    }
}
