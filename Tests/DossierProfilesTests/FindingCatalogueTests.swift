import DossierIntake
import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

@Suite("The findings of the Commission of Inquiry")
struct FindingCatalogueTests {
    @Test("Nine mandated areas, the categories of abduction, the crimes and three elements are there")
    func complete() throws {
        let catalogue = try ProjectFolder.findings()
        let count = { (group: String) in catalogue.findings.count { $0.group == group } }
        #expect(catalogue.groups == ["mandate", "abduction", "crime", "element"])
        #expect(count("mandate") == 9)
        #expect(count("abduction") >= 7)
        #expect(count("crime") >= 10)
        #expect(count("element") == 3)
    }

    @Test("A citation carries its symbol, since the two documents number differently")
    func citations() throws {
        for finding in try ProjectFolder.findings().findings {
            #expect(!finding.citations.isEmpty, "\(finding.id)")
            for citation in finding.citations {
                // A paragraph number alone would be read in the wrong one of the two.
                if citation.paragraph != nil { #expect(citation.symbol.hasPrefix("A/HRC/"), "\(finding.id)") }
                #expect(!citation.symbol.isEmpty, "\(finding.id)")
                #expect(citation.text.hasPrefix(citation.symbol))
            }
        }
    }

    @Test("Every finding, group and strength has its words", arguments: [LanguageTag.english, .korean])
    func words(_ language: LanguageTag) throws {
        let (catalogue, words) = (try ProjectFolder.findings(), try ProjectFolder.evidenceWording(language))
        for finding in catalogue.findings {
            for part in ["label", "note"] { #expect(words.contains("findings.\(finding.id).\(part)")) }
        }
        for group in catalogue.groups { #expect(words.contains("groups.\(group)")) }
        for strength in ClaimStanding.Strength.allCases {
            for part in ["label", "lead"] { #expect(words.contains("strength.\(strength.rawValue).\(part)")) }
        }
        #expect(words.keys == (try ProjectFolder.evidenceWording(.english).keys))
    }

    @Test("A catalogue that cannot be used says everything that is wrong with it")
    func unusable() throws {
        let yaml = """
            channel: coi
            version: "1"
            checked: soon
            languages: [en]
            workingLanguages: []
            document: {subtype: evidence, name: file}
            findings:
              - {id: "Bad Id", group: crime, cites: [{symbol: A/1, trust: V}]}
              - {id: one, group: crime, cites: [{paragraph: "3", trust: V}]}
              - {id: two, group: crime, cites: [{symbol: A/1, trust: maybe}]}
              - {id: two, group: crime, cites: []}
            """
        let node = try #require(YAMLDocuments(Array(yaml.utf8), file: "x.yaml").documents.first)
        let error = #expect(throws: ProfileReader.Unusable.self) { try FindingCatalogue(from: node, file: "x.yaml") }
        let text = error?.description ?? ""
        for word in ["Bad Id", "symbol", "trust", "stands twice", "checked"] { #expect(text.contains(word), "\(word)") }
    }

    @Test("The matrix puts each claim under its findings, and names codes that no catalogue has")
    func matrix() throws {
        var matrix = FindingMatrix(catalogue: try ProjectFolder.findings())
        matrix.add(try CaseStory.withEvidence().with("findings", of: "claim-b", "[element-state, made-up]").folder())
        #expect(matrix.lines(under: "element-state").map(\.claim.id.text) == ["claim-a", "claim-b"])
        #expect(matrix.lines(under: "element-deprivation").map(\.standing.strength) == [.reasonableGrounds])
        #expect(matrix.unknown.mapValues { $0.map(\.text) } == ["made-up": ["claim-b"]])
        let points = try #require(matrix.lines(under: "element-deprivation").first?.points)
        #expect(points.map(\.label) == ["testimony-a ¶ 1", "testimony-n ¶ 1", "exhibit-a 2"])
        let grades = points.map(\.grades)
        #expect(grades.map(\.source) == [.likelyReliable, .unsure, .likelyReliable])
        #expect(grades.map(\.information) == [.highlyReliable, .likelyReliable, .unsure])
    }
}
