import DossierDocuments
import DossierModel
import DossierTestSupport
import DossierXML
import Foundation
import Testing

@Suite("The schema of editions")
struct EditionSchemaTests {
    /// The schema as the house has it.
    static func schema() throws -> XMLSchema { try XMLSchema(try EditionSchema.bytes()) }

    private func template(_ name: String) throws -> String {
        try String(contentsOfFile: "\(ProjectFolder.path)/Templates/record/\(name)", encoding: .utf8)
    }

    @Test("The file in Templates is what the catalogue says: dossier fields --xsd > Templates/record/edition-1.0.xsd")
    func current() throws {
        let file = try template("edition-\(EditionSchema.version).xsd")
        #expect(file == String(decoding: try EditionSchema.bytes(), as: UTF8.self))
    }

    @Test("Beside it stands the schema that it imports, for programs that read files")
    func imported() throws {
        let file = try template(BundledXMLSchema.location)
        #expect(file == BundledXMLSchema.text)
    }

    @Test("It is a schema, and the same each time")
    func compiles() throws {
        _ = try Self.schema()
        #expect(try EditionSchema.bytes() == EditionSchema.bytes())
    }

    @Test("Every field of every kind that leaves is in it, with its choices, and no consent, report or submission")
    func fields() throws {
        let root = try SafeXMLParser.parse(try EditionSchema.bytes())
        for kind in RecordKind.allCases {
            let type = root.elements.first { $0.attribute("name") == "record.\(kind.rawValue)" }
            guard ![.consent, .report, .submission].contains(kind) else {
                #expect(type == nil)
                continue
            }
            let names = try #require(type).all("element").compactMap { $0.attribute("name") }
            #expect(names == FieldCatalogue.fields(of: kind).map(\.name))
            for field in FieldCatalogue.fields(of: kind).flatMap({ [$0] + $0.type.itemFields }) {
                guard case .choice(let codes) = field.type else { continue }
                let list = root.elements.first { $0.attribute("name") == "codes.\(field.id)" }
                #expect(list?.all("enumeration").compactMap { $0.attribute("value") } == codes)
            }
        }
    }

    @Test(
        "A date that is EDTF as we write it passes, and no other",
        arguments: [
            ("1950", true), ("195X", true), ("19XX", true), ("1951-21~", true), ("1969-12-11?", true),
            ("1950/1951", true),
            ("../1951", true), ("1950-09%/..", true), ("[1950..1951-03]", true), ("[..1951-03]", true),
            ("[1950..]", true),
            ("", false), ("1950-13", false), ("1950-9", false), ("1950-09-32", false), ("단기 4283", false),
            ("1950/", false),
            ("[..]", false), ("1950..1951", false), ("195X-09", false), ("1951-25", false),
            ("1950-09-01T00:00:00Z", false),
        ])
    func edtf(_ text: String, _ isValid: Bool) throws {
        let date =
            "<lastSeenDate><account><value><edtf>\(text)</edtf><calendar>gregorian</calendar></value></account></lastSeenDate>"
        let edition = """
            <edition xmlns="\(EditionSchema.namespace)" version="1.0" channel="wgeid" edition="full" \
            number="0123456789ab" date="2026-11-24"><case id="a1" xml:lang="ko">\(date)</case></edition>
            """
        let verdict = try Self.schema().verdict(on: Array(edition.utf8))
        #expect(verdict.isValid == isValid, "\(verdict)")
        if isValid { #expect(PartialDate(text)?.edtf == text) }
    }
}
