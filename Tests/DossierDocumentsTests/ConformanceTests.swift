import DossierDocuments
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

@Suite("What the schema of Akoma Ntoso cannot check")
struct ConformanceTests {
    private func faults(_ change: (String) -> String) throws -> [String] {
        let text = String(decoding: try AKNWriter().bytes(WriterTests.document(.complete())), as: UTF8.self)
        return AKNConformance.faults(of: try SafeXMLParser.parse(Array(change(text).utf8))).map(\.message)
    }

    @Test("What we write conforms, in every language", arguments: ProjectFolder.languages)
    func ours(_ language: LanguageTag) throws {
        let bytes = try AKNWriter().bytes(WriterTests.document(.complete(), language))
        #expect(AKNConformance.faults(of: try SafeXMLParser.parse(bytes)) == [])
    }

    @Test(
        "Each planted fault is found",
        arguments: [
            ("refersTo=\"#person\"", "refersTo=\"#nobody\"", "points at nothing"),
            ("eId=\"sec_2\"", "eId=\"sec_1\"", "stands twice"),
            ("<FRBRcountry value=\"un\"", "<FRBRcountry value=\"kr\"", "FRBRcountry is not “un”"),
            ("<FRBRnumber value=\"0123456789ab\"", "<FRBRnumber value=\"1\"", "FRBRnumber is not"),
            ("<FRBRsubtype value=\"communication\"", "<FRBRsubtype value=\"paper\"", "FRBRsubtype is not"),
            ("/eng@2026-11-24\"", "/eng@2026-11-24\"", ""),
        ])
    func planted(_ old: String, _ new: String, _ message: String) throws {
        let found = try faults { $0.replacing(old, with: new) }
        if message.isEmpty {
            #expect(found == [])
        } else {
            #expect(found.contains { $0.contains(message) }, "\(found)")
        }
    }

    @Test("An expression that does not extend its work is found")
    func expression() throws {
        let found = try faults { text in
            text.replacing("/akn/un/doc/communication/wgeid/2026-11-24/0123456789ab/eng", with: "/akn/un/doc/other/eng")
        }
        #expect(found.contains { $0.contains("FRBRExpression does not extend") })
    }
}
