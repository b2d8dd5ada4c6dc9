import DossierIntake
import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

@Suite("Reading a profile")
struct ProfileReaderTests {
    private let sound = """
        profile: test
        version: "1"
        checked: 2026-11-24
        languages: [en]
        workingLanguages: [ko]
        document: {subtype: communication, name: test}
        procedure: {urgentMonths: 3, linkedMonths: 12}
        sources: [{id: S, title: A page}]
        sections: [{id: one, rows: [{id: R1, field: person.names}]}]
        rules:
          - {id: a, judge: fullName, severity: blocks, clause: c, trust: V, sources: [S], checked: 2026-11-24}
        """

    private func read(_ yaml: String) throws -> Profile {
        let node = try #require(YAMLDocuments(Array(yaml.utf8), file: "p").documents.first)
        return try ProfileReader.profile(from: node, file: "profile.yaml")
    }

    private func problems(_ yaml: String) -> [String] {
        do {
            _ = try read(yaml)
            return []
        } catch let error as ProfileReader.Unusable {
            return error.problems
        } catch {
            return ["\(error)"]
        }
    }

    @Test("A sound profile is read")
    func reads() throws {
        let profile = try read(sound)
        #expect(profile.rules.map(\.id) == ["a"])
        #expect(profile.sections.flatMap(\.rows).map(\.field.id) == ["person.names"])
    }

    @Test("A rule whose source is unverified cannot block")
    func unverifiedNeverBlocks() {
        let found = problems(sound.replacing("trust: V,", with: "trust: UNVERIFIED,"))
        #expect(found.count == 1)
        #expect(found.first?.contains("never blocks") == true)
    }

    @Test("Everything wrong is told at once, each with its line")
    func allAtOnce() {
        let found = problems(
            sound.replacing("person.names", with: "person.nmaes").replacing("judge: fullName", with: "judge: guess")
                .replacing("sources: [S],", with: "sources: [T],").replacing(
                    "checked: 2026-11-24\n", with: "checked: today\n"))
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.first?.isNumber == true })
    }

    @Test("In the shipped profile no unverified rule blocks, and every rule can be traced")
    func shipped() throws {
        let profile = try ProjectFolder.profile()
        for rule in profile.rules {
            #expect(!rule.sources.isEmpty, "\(rule.id)")
            #expect(rule.trust != .unverified || rule.severity == .advises, "\(rule.id)")
        }
        #expect(profile.rules.filter { $0.clause.hasPrefix("Minimum element") }.count == 6)
    }
}
