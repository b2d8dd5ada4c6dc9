import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Judging by a schema") struct Schemas {
        private static let head =
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"urn:t\" targetNamespace=\"urn:t\" "
            + "elementFormDefault=\"qualified\">"

        private static let letters = """
            \(head)
            <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
            <xs:element name="letters"><xs:complexType><xs:sequence>
              <xs:element name="letter" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                <xs:element name="day" type="xs:date"/>
                <xs:element name="pages" type="xs:positiveInteger" minOccurs="0"/>
              </xs:sequence><xs:attribute ref="xml:lang" use="required"/></xs:complexType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """

        private func schema(_ text: String = letters) throws -> XMLSchema { try XMLSchema(Array(text.utf8)) }

        private func document(_ letters: String) -> [UInt8] {
            Array("<letters xmlns=\"urn:t\">\n\(letters)\n</letters>".utf8)
        }

        private func refusal(_ text: String) -> XMLSchemaError? {
            do {
                _ = try XMLSchema(Array(text.utf8))
                return nil
            } catch { return error }
        }

        @Test("A document that keeps to the schema has no fault")
        func valid() throws {
            let verdict = try schema().verdict(on: document("<letter xml:lang=\"ko\"><day>2026-11-24</day></letter>"))
            #expect(verdict.faults == [])
            #expect(verdict.isValid)
        }

        @Test("All faults come at once, each with its line and what libxml2 says of it")
        func several() throws {
            let verdict = try schema().verdict(
                on: document(
                    """
                    <letter xml:lang="ko"><day>1951</day></letter>
                    <letter><day>2026-11-24</day></letter>
                    <letter xml:lang="ko"><day>2026-11-24</day><pages>none</pages></letter>
                    <note/>
                    """))
            #expect(verdict.faults.map(\.line) == [2, 3, 4, 5])
            #expect(verdict.omitted == 0)
            let signs = ["'1951' is not a valid value", "is required but missing", "'none'", "not expected"]
            for (fault, sign) in zip(verdict.faults, signs) { #expect(fault.message.contains(sign), "\(fault)") }
            #expect(verdict.description.split(separator: "\n").count == 4)
        }

        @Test("Another root, or another namespace, is a fault")
        func otherRoot() throws {
            #expect(try !schema().verdict(on: Array("<a/>".utf8)).isValid)
            #expect(try !schema().verdict(on: Array("<letters/>".utf8)).isValid)
        }

        @Test(
            "A document that is no XML of ours is refused before it is judged",
            arguments: [
                ("<!DOCTYPE letters><letters xmlns=\"urn:t\"/>", XMLRule.documentType),
                ("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>", .documentType),
                ("<letters xmlns=\"urn:t\"><letter", .complete), ("", .complete),
                ("<?xml version='1.0' encoding='EUC-KR'?><a/>", .encoding),
                ("<letters>" + String(repeating: "x", count: 4_000_000) + "</letters>", .size),
            ])
        func hostile(_ text: String, _ rule: XMLRule) throws {
            let schema = try schema()
            let error = #expect(throws: XMLReadingError.self) { try schema.verdict(on: Array(text.utf8)) }
            #expect(error?.faults.contains { $0.rule == rule } == true, "\(error?.description ?? "")")
        }

        @Test(
            "Bytes that are not UTF-8 are refused",
            arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80]] as [[UInt8]])
        func badUTF8(_ bytes: [UInt8]) throws {
            let schema = try schema()
            let document = Array("<letters xmlns=\"urn:t\">".utf8) + bytes + Array("</letters>".utf8)
            #expect(throws: XMLReadingError.self) { try schema.verdict(on: document) }
        }

        @Test("A document cut off anywhere is refused")
        func truncated() throws {
            let schema = try schema()
            let whole = document("<letter xml:lang=\"ko\"><day>2026-11-24</day></letter>")
            for length in 0..<whole.count {
                #expect(throws: XMLReadingError.self, "\(length)") {
                    try schema.verdict(on: Array(whole.prefix(length)))
                }
            }
        }

        @Test("A schema that a document names is not fetched, and changes nothing")
        func namedSchemas() throws {
            let schema = try schema()
            let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            for hint in [
                "xsi:schemaLocation=\"urn:t file:///etc/hostname\"", "xsi:schemaLocation=\"urn:t xml.xsd\"",
                "xsi:noNamespaceSchemaLocation=\"http://localhost:9/a.xsd\"",
            ] {
                let text = "<letters xmlns=\"urn:t\" \(xsi) \(hint)><note/></letters>"
                let faults = try schema.verdict(on: Array(text.utf8)).faults
                #expect(faults.count == 1)
                #expect(faults.first?.message.contains("note") == true)
            }
        }

        @Test("A hundred thousand faults are counted, and a hundred told", .timeLimit(.minutes(1)))
        func many() throws {
            let verdict = try schema().verdict(
                on: document(String(repeating: "<letter xml:lang=\"ko\"><day/></letter>", count: 100_000)))
            #expect(verdict.faults.count == 100)
            #expect(verdict.omitted == 99_900)
            #expect(verdict.description.hasSuffix("and 99900 more"))
        }

        @Test("What libxml2 quotes stays on one line, is cut short, and holds no control characters")
        func quoting() throws {
            let value = "a\n\u{9B}31m\u{202E}" + String(repeating: "x", count: 100_000)
            let verdict = try schema().verdict(on: document("<letter xml:lang=\"ko\"><day>\(value)</day></letter>"))
            let message = try #require(verdict.faults.first?.message)
            #expect(message.count <= 2_001)
            #expect(!message.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) })
        }

        @Test("One schema judges many documents at the same time without mixing their faults")
        func concurrent() async throws {
            let schema = try schema()
            let documents = (0..<64).map { number in
                let padding = String(repeating: "\n", count: number)
                return document(
                    number.isMultiple(of: 2)
                        ? "<letter xml:lang=\"ko\"><day>2026-11-24</day></letter>"
                        : "\(padding)<letter xml:lang=\"ko\"><day>\(number)</day></letter>")
            }
            await withTaskGroup(of: Bool.self) { group in
                for (number, document) in documents.enumerated() {
                    group.addTask {
                        for _ in 0..<50 {
                            guard let faults = try? schema.verdict(on: document).faults else { return false }
                            if number.isMultiple(of: 2) != faults.isEmpty { return false }
                            if let fault = faults.first, fault.line != number + 2 { return false }
                        }
                        return true
                    }
                }
                for await right in group { #expect(right) }
            }
        }

        @Test("Schemas are compiled at the same time")
        func concurrentCompiling() async {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<32 {
                    group.addTask { (try? XMLSchema(Array(Self.letters.utf8))) != nil }
                }
                for await right in group { #expect(right) }
            }
        }

        @Test(
            "A schema that asks for another file is refused, with its line",
            arguments: [
                "<xs:include schemaLocation=\"xml.xsd\"/>", "<xs:include schemaLocation=\"file:///etc/hostname\"/>",
                "<xs:redefine schemaLocation=\"a.xsd\"/>", "<xs:import namespace=\"urn:other\"/>",
                "<xs:import namespace=\"urn:other\" schemaLocation=\"http://localhost:9/a.xsd\"/>",
                "<xs:import namespace=\"http://www.w3.org/XML/1998/namespace\" schemaLocation=\"/tmp/xml.xsd\"/>",
                "<xs:import namespace=\"http://www.w3.org/XML/1998/namespace\"/>",
                "<xs:import schemaLocation=\"xml.xsd\"/>",
            ])
        func reachingOut(_ element: String) {
            let error = refusal("\(Self.head)\n\(element)\n<xs:element name=\"a\"/></xs:schema>")
            guard case .unusable(let verdict) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(verdict.faults.map(\.line) == [2])
        }

        @Test("A schema that is no XML of ours is refused as such")
        func unreadable() {
            for text in ["", "<xs:schema", "<!DOCTYPE a>\(Self.letters)"] {
                guard case .unreadable = refusal(text) else {
                    Issue.record("\(text.prefix(20))")
                    continue
                }
            }
        }

        @Test(
            "What is no sound schema is refused, and says why",
            arguments: [
                "<a/>", "<schema/>", "\(head)<xs:element name=\"a\" type=\"missing\"/></xs:schema>",
                "\(head)<xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element name=\"b\" type=\"xs:int\" "
                    + "minOccurs=\"0\"/><xs:element name=\"b\" type=\"xs:int\"/></xs:sequence></xs:complexType>"
                    + "</xs:element></xs:schema>",
            ])
        func unsound(_ text: String) {
            guard case .unusable(let verdict) = refusal(text) else {
                Issue.record("it was taken")
                return
            }
            #expect(!verdict.isValid)
            #expect(!verdict.description.isEmpty)
        }
    }
}
