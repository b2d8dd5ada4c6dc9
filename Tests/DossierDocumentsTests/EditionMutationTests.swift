import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierTestSupport
import DossierXML
import Testing

/// What the schema lets through is what the writer writes, and nothing beside it.
@Suite("Editions that were changed on the way")
struct EditionMutationTests {
    private func root() throws -> XMLElement {
        try SafeXMLParser.parse(try EditionXMLTests.bytes(try FilledCase(seed: 5).folder, .body("wgeid")))
    }

    /// The document again, with each element changed as it is written.
    private func bytes(
        _ root: XMLElement, _ change: (XMLElement, _ place: Int) -> XMLElement?
    ) throws -> [UInt8] {
        let xml = XMLWriter(indented: false)
        var count = 0
        func write(_ original: XMLElement) {
            count += 1
            guard let element = change(original, count - 1) else { return }
            let attributes = element.attributes.map { ($0.namespaceURI == nil ? $0.name : "xml:\($0.name)", $0.value) }
            xml.start(element.name, (count == 1 ? [("xmlns", EditionSchema.namespace)] : []) + attributes)
            if element.elements.isEmpty { xml.text(element.text) }
            for child in element.elements { write(child) }
            xml.end()
        }
        write(root)
        return try xml.finish()
    }

    private func changed(
        _ element: XMLElement, name: String? = nil, attributes: [XMLAttribute]? = nil, text: String? = nil
    ) -> XMLElement {
        XMLElement(
            name: name ?? element.name, attributes: attributes ?? element.attributes,
            children: text.map { [.text($0)] } ?? element.children)
    }

    /// One element for each name under each other name, and where it is written: the root, and all below it.
    private func places(_ root: XMLElement) -> [(place: Int, element: XMLElement)] {
        var found: [(place: Int, element: XMLElement)] = []
        var seen = Set<[String]>()
        var count = 0
        func walk(_ element: XMLElement, under parent: String) {
            if seen.insert([parent, element.name]).inserted { found.append((count, element)) }
            count += 1
            for child in element.elements { walk(child, under: element.name) }
        }
        walk(root, under: "")
        return found
    }

    @Test("Written again without a change it keeps to the schema")
    func unchanged() throws {
        let root = try root()
        #expect(try EditionSchemaTests.schema().verdict(on: bytes(root) { element, _ in element }).isValid)
    }

    @Test("No element may bear another name")
    func names() throws {
        let (schema, root) = (try EditionSchemaTests.schema(), try root())
        #expect(places(root).count > 200)
        for (place, element) in places(root) {
            let bytes = try bytes(root) { $1 == place ? changed($0, name: "zq") : $0 }
            #expect(try !schema.verdict(on: bytes).isValid, "\(element.name)")
        }
    }

    @Test("No attribute may hold what is none of its values, and no element one that it does not know")
    func attributes() throws {
        let (schema, root) = (try EditionSchemaTests.schema(), try root())
        for (place, element) in places(root) {
            for index in element.attributes.indices {
                var others = element.attributes
                let old = others[index]
                others[index] = XMLAttribute(name: old.name, namespaceURI: old.namespaceURI, value: "§")
                let bytes = try bytes(root) { $1 == place ? changed($0, attributes: others) : $0 }
                #expect(try !schema.verdict(on: bytes).isValid, "\(element.name)/@\(old.name)")
            }
            let more = element.attributes + [XMLAttribute(name: "zq", value: "1")]
            let bytes = try bytes(root) { $1 == place ? changed($0, attributes: more) : $0 }
            #expect(try !schema.verdict(on: bytes).isValid, "\(element.name)/@zq")
        }
    }

    @Test("No code, number, date or reference may be words")
    func leaves() throws {
        let (schema, root) = (try EditionSchemaTests.schema(), try root())
        let free: Set = ["wording", "line", "name", "family", "given", "words"]
        var seen = Set<String>()
        for (place, element) in places(root)
        where element.elements.isEmpty && !element.text.isEmpty && !free.contains(element.name) {
            seen.insert(element.name)
            let bytes = try bytes(root) { $1 == place ? changed($0, text: "말 of it") : $0 }
            #expect(try !schema.verdict(on: bytes).isValid, "\(element.name)")
        }
        #expect(seen.isSuperset(of: ["edtf", "calendar", "code", "state", "number", "reference", "years"]))
    }

    @Test("Two fields may not change places, and none may stand twice")
    func order() throws {
        let schema = try EditionSchemaTests.schema()
        let text = String(
            decoding: try EditionXMLTests.bytes(try CaseStory.complete().folder(), .body("wgeid")), as: UTF8.self)
        let sex = try #require(text.firstMatch(of: /<sex>(?s).*?<\/sex>/)?.output)
        let names = try #require(text.firstMatch(of: /<names>(?s).*?<\/names>/)?.output)
        let swapped = text.replacing(sex, with: "").replacing(names, with: "\(sex)\(names)")
        #expect(try !schema.verdict(on: Array(swapped.utf8)).isValid)
        #expect(try !schema.verdict(on: Array(text.replacing(sex, with: "\(sex)\(sex)").utf8)).isValid)
    }
}
