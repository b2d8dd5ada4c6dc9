import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Writing") struct Writing {
        @Test("A document is a declaration, its elements, its attributes in the order given, and a line end")
        func wholeDocument() throws {
            let writer = XMLWriter(indented: false)
            writer.startDocument()
            writer.element("case", [("z", "1"), ("a", "2"), ("m", "3")]) {
                writer.element("name", text: "홍길동")
                writer.element("gap")
            }
            let expected = """
                <?xml version="1.0" encoding="UTF-8"?>
                <case z="1" a="2" m="3"><name>홍길동</name><gap/></case>

                """
            #expect(String(decoding: try writer.finish(), as: UTF8.self) == expected)
        }

        @Test("Indentation is two spaces a level")
        func indentation() throws {
            let writer = XMLWriter(indented: true)
            writer.element("a") { writer.element("b") { writer.element("c", text: "x") } }
            let expected = "<a>\n  <b>\n    <c>x</c>\n  </b>\n</a>\n"
            #expect(String(decoding: try writer.finish(), as: UTF8.self) == expected)
        }

        @Test("Without indentation, running text with elements inside gains no white space")
        func mixedContent() throws {
            let writer = XMLWriter(indented: false)
            writer.element("p") {
                writer.element("b", text: "one")
                writer.text(" two ")
                writer.element("i", text: "three")
            }
            #expect(String(decoding: try writer.finish(), as: UTF8.self) == "<p><b>one</b> two <i>three</i></p>\n")
        }

        @Test(
            "Markup characters in text and attributes come back as they were",
            arguments: ["<&>\"'", "]]>", "&amp;", "<!-- no comment -->", "<?pi?>", "\"\u{301}<\u{301}&\u{301}>\u{301}"])
        func escaping(sample: String) throws {
            let root = try SafeXMLParser.parse(written(text: sample, attribute: sample))
            #expect(Array(root.text.unicodeScalars) == Array(sample.unicodeScalars))
            #expect(Array(root.attribute("a")?.unicodeScalars ?? "".unicodeScalars) == Array(sample.unicodeScalars))
        }

        @Test(
            "Every script comes back as it was, composed or not",
            arguments: ["홍길동", "洪吉童", "\u{1112}\u{1169}\u{11BC}", "👩‍👩‍👧 🇰🇷", "𠀀𝄞\u{10FFFF}", "한\u{FFFD}글", "é", "e\u{301}"])
        func scripts(sample: String) throws {
            let root = try SafeXMLParser.parse(written(text: sample, attribute: sample))
            #expect(Array(root.text.utf8) == Array(sample.utf8))
            #expect(Array((root.attribute("a") ?? "").utf8) == Array(sample.utf8))
        }

        @Test("Tabs and line ends in attributes and text come back as they were")
        func whiteSpace() throws {
            let sample = " a\tb\nc\r\nd\re "
            let root = try SafeXMLParser.parse(written(text: sample, attribute: sample))
            #expect(root.attribute("a") == sample)
            #expect(root.text == sample)
        }

        @Test(
            "Characters that XML forbids become U+FFFD and the output parses",
            arguments: [0x0, 0x1, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xFFFE, 0xFFFF] as [UInt32])
        func forbidden(value: UInt32) throws {
            let scalar = try #require(Unicode.Scalar(value))
            let sample = "a\(Character(scalar))글"
            let root = try SafeXMLParser.parse(written(text: sample, attribute: sample))
            #expect(root.text == "a\u{FFFD}글")
            #expect(root.attribute("a") == "a\u{FFFD}글")
        }

        @Test("Characters at the edges of what XML allows stay")
        func edges() throws {
            let sample = "\u{20}\u{7F}\u{85}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}"
            #expect(try SafeXMLParser.parse(written(text: sample)).text == sample)
        }

        @Test("The same input gives the same bytes")
        func deterministic() throws {
            let first = try written(text: "홍 & 길동", attribute: "<x>", indented: true)
            for _ in 0..<50 { #expect(try written(text: "홍 & 길동", attribute: "<x>", indented: true) == first) }
        }

        @Test("A name that is not an XML name is refused", arguments: ["", "1a", "a b", "a><!--", "a=\"\"", "-a"])
        func names(name: String) {
            let element = XMLWriter(indented: false)
            element.element(name)
            #expect(throws: XMLWriterError.notAName(name)) { try element.finish() }
            let attribute = XMLWriter(indented: false)
            attribute.element("a", [(name, "")])
            #expect(throws: XMLWriterError.notAName(name)) { try attribute.finish() }
        }

        @Test("Names with prefixes and in Hangul are written")
        func foreignNames() throws {
            let writer = XMLWriter(indented: false)
            writer.element("akn:이름", [("xmlns:akn", "urn:x"), ("xml:lang", "ko")])
            let root = try SafeXMLParser.parse(writer.finish())
            #expect(root.name == "이름")
            #expect(root.namespaceURI == "urn:x")
            #expect(root.attribute("lang", namespaceURI: XMLAttribute.xmlNamespaceURI) == "ko")
        }

        @Test("An attribute given twice is refused")
        func repeated() {
            let writer = XMLWriter(indented: false)
            writer.element("a", [("x", "1"), ("x", "2")])
            #expect(throws: XMLWriterError.repeatedAttribute(element: "a", attribute: "x")) { try writer.finish() }
        }

        @Test("Steps out of place are kept and thrown at the finish")
        func outOfPlace() {
            func error(_ steps: (XMLWriter) -> Void) -> XMLWriterError? {
                let writer = XMLWriter(indented: false)
                steps(writer)
                do { _ = try writer.finish() } catch { return error }
                return nil
            }
            #expect(error { $0.end() } == .outOfPlace("an end without a start"))
            #expect(error { $0.text("x") } == .outOfPlace("text outside the root"))
            #expect(
                error {
                    $0.start("a")
                    $0.start("b")
                } == .unclosed(["a", "b"]))
            #expect(
                error {
                    $0.element("a")
                    $0.element("b")
                } == .outOfPlace("a second root, “b”,"))
            #expect(
                error {
                    $0.element("a")
                    $0.startDocument()
                } == .outOfPlace("the XML declaration"))
            #expect(error { _ in } == .noRoot)
        }

        @Test("A writer writes one document")
        func spent() throws {
            let writer = XMLWriter(indented: false)
            writer.element("a")
            _ = try writer.finish()
            #expect(throws: XMLWriterError.alreadyFinished) { try writer.finish() }
        }

        @Test("A text of a million characters is written whole")
        func long() throws {
            let sample = String(repeating: "납치 & ", count: 200_000)
            #expect(try SafeXMLParser.parse(written(text: sample)).text == sample)
        }
    }
}
