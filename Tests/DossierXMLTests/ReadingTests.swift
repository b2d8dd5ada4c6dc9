import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Reading") struct Reading {
        private static let sample = """
            <?xml version="1.0" encoding="utf-8"?>
            <c:case xmlns:c="urn:c" xmlns="urn:d" id="1" c:id="2" xml:lang="ko">
              <person><name>홍<b>길</b>동</name></person>
              <!-- not kept -->
              <person><name>A<![CDATA[<&>]]>B &lt;&#xD64D;</name></person>
            </c:case>
            """

        @Test("Names, namespaces, attributes and lines are as in the document")
        func tree() throws {
            let root = try outcome(Self.sample).get()
            #expect(root.name == "case")
            #expect(root.namespaceURI == "urn:c")
            #expect(root.attribute("id") == "1")
            #expect(root.attribute("id", namespaceURI: "urn:c") == "2")
            #expect(root.attribute("lang") == nil)
            #expect(root.attribute("lang", namespaceURI: XMLAttribute.xmlNamespaceURI) == "ko")
            #expect(root.elements.map(\.line) == [3, 5])
            #expect(root.elements.first?.namespaceURI == "urn:d")
        }

        @Test("Text joins across elements, CDATA sections and references, without comments")
        func text() throws {
            let root = try outcome(Self.sample).get()
            #expect(root.all("name").map(\.text) == ["홍길동", "A<&>B <홍"])
            #expect(root.all("name").last?.children == [.text("A<&>B <홍")])
            #expect(!root.text.contains("kept"))
        }

        @Test("Descendants come in document order, without the element itself")
        func descendants() throws {
            let root = try outcome("<a><b><c/></b><d><a/></d></a>").get()
            #expect(root.descendants.map(\.name) == ["b", "c", "d", "a"])
            #expect(root.first("c")?.name == "c")
            #expect(root.first("x") == nil)
            #expect(root.all("a").count == 1)
        }

        @Test("A byte order mark of UTF-8 is accepted")
        func byteOrderMark() throws {
            #expect(try outcome(bytes: [0xEF, 0xBB, 0xBF] + Array("<a>홍</a>".utf8)).get().text == "홍")
        }

        @Test("Several faults are reported together, each with its line and column")
        func several() {
            guard case .failure(let error) = outcome("<r>\n  <a x=1/>\n  <b y='1' y='2'/>\n  &nope;\n  <c></d>\n</r>")
            else {
                Issue.record("it was read")
                return
            }
            #expect(Set([2, 3, 4, 5]).isSubset(of: error.faults.map(\.line)))
            #expect(Set([.attributes, .references, .nesting]).isSubset(of: error.faults.map(\.rule)))
            #expect(error.faults.allSatisfy { $0.column > 0 })
        }

        @Test("A fault names its line, its column, the rule and what to do")
        func description() {
            guard case .failure(let error) = outcome("<r>\n<a></b>\n</r>") else {
                Issue.record("it was read")
                return
            }
            let text = error.description
            #expect(text.hasPrefix("line 2, column 8: "))
            #expect(text.contains("(XML 1.0 §3)"))
            #expect(text.contains("Close each element before its parent."))
        }

        @Test("More than a hundred faults are counted rather than listed")
        func manyFaults() {
            guard case .failure(let error) = outcome("<r>" + String(repeating: "&nope;", count: 500) + "</r>") else {
                Issue.record("it was read")
                return
            }
            #expect(error.faults.count == 100)
            #expect(error.omitted >= 400)
            #expect(error.description.hasSuffix("and \(error.omitted) more"))
        }

        @Test("An undeclared prefix is refused")
        func prefix() { #expect(rulesBroken(outcome("<x:a/>")) == [.namespaces]) }

        @Test("A text of a fault does not repeat the text of the document")
        func privacy() {
            guard case .failure(let error) = outcome("<r><a>홍길동</b></r>") else {
                Issue.record("it was read")
                return
            }
            #expect(!error.description.contains("홍길동"))
        }
    }
}
