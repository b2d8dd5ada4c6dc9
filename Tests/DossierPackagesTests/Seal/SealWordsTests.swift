import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@testable import DossierPackages

@Suite("The words of refusals")
struct SealWordsTests {
    @Test("Every reason has its sentence, in both languages", arguments: ["en", "ko"])
    func reasons(_ language: String) throws {
        let node = try ProjectFolder.templates.document("messages/cli.\(language).yaml")
        let seal = Set((node["refusals"]?["seal"]?.pairs ?? []).map(\.key))
        #expect(seal.symmetricDifference(SealError.Reason.allCases.map(\.rawValue)).sorted() == [])
        let uses = Set((node["key"]?["use"]?.pairs ?? []).map(\.key))
        #expect(uses.symmetricDifference(SealKeys.Use.allCases.map(\.rawValue)).sorted() == [])
    }
}
