import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Reading XML piece by piece")
    struct XMLStreamTests {
        private func events(_ text: String, limits: XMLLimits = .default) throws -> [XMLEvent] {
            let stream = try XMLStream(Array(text.utf8), limits: limits)
            var events: [XMLEvent] = []
            while let event = try stream.next() {
                if case .text(let piece) = event, case .text(let before)? = events.last {
                    events[events.count - 1] = .text(before + piece)
                } else {
                    events.append(event)
                }
            }
            return events
        }

        private func rules(_ text: String, limits: XMLLimits = .default) -> [XMLRule] {
            do {
                _ = try events(text, limits: limits)
                return []
            } catch {
                return (error as? XMLReadingError)?.faults.map(\.rule) ?? []
            }
        }

        @Test("Elements, attributes and texts come in the order of the document")
        func order() throws {
            let text =
                #"<?xml version="1.0"?><a xmlns="u" xmlns:p="v"><!-- no --><b p:k="1 &amp; 2" k="">x<![CDATA[<]]>&lt;</b><?no?></a>"#
            #expect(
                try events(text) == [
                    .start("a", namespaceURI: "u", attributes: []),
                    .start(
                        "b", namespaceURI: "u",
                        attributes: [
                            XMLAttribute(name: "k", namespaceURI: "v", value: "1 & 2"),
                            XMLAttribute(name: "k", namespaceURI: nil, value: ""),
                        ]), .text("x<<"), .end("b"), .end("a"),
                ])
        }

        @Test("The namespace of the root is told without what follows it, under whatever prefix")
        func root() throws {
            let namespace = { (text: String) in try XMLStream.rootNamespace(of: Array(text.utf8)) }
            let long = String(repeating: "<b/>", count: 50_000)
            #expect(try namespace("<!-- x --><p:a xmlns:p=\"u\" xmlns=\"v\">\(long)</p:a>") == "u")
            #expect(try namespace("<a>\(long)</a>") == nil)
            #expect(throws: XMLReadingError.self) { try namespace("<!DOCTYPE a><a/>") }
            #expect(throws: XMLReadingError.self) { try namespace("no XML") }
        }

        @Test("Letters and line ends are whole wherever a block ends", arguments: 0..<5)
        func blocks(_ shift: Int) throws {
            let words = String(repeating: "실종 &amp; 𠀋\r\n", count: 40_000)
            let text = "<a>\(String(repeating: "x", count: shift))\(words)</a>"
            let expected = String(repeating: "x", count: shift) + String(repeating: "실종 & 𠀋\n", count: 40_000)
            #expect(try events(text)[1] == .text(expected))
        }

        @Test("What the stream tells is what the tree holds")
        func sameAsTree() throws {
            let inside = (0..<3_000).map { "<row n=\"\($0)\"><c>가 \($0)</c> <c/></row>" }.joined()
            let text = "<a>\(inside)</a>"
            let stream = try XMLStream(Array(text.utf8))
            let first = try #require(try stream.next())
            let tree = try #require(try stream.element(begunBy: first, limit: 100_000))
            let expected = try SafeXMLParser.parse(Array(text.utf8))
            #expect(tree.descendants.map(\.name) == expected.descendants.map(\.name))
            #expect(tree.text == expected.text)
            #expect(try stream.next() == nil)
        }

        @Test("An element over the limit is not held")
        func elementLimit() throws {
            let stream = try XMLStream(Array("<a>\(String(repeating: "<b/>", count: 100))</a>".utf8))
            let first = try #require(try stream.next())
            #expect(try stream.element(begunBy: first, limit: 100) == nil)
        }

        @Test(
            "What the tree's reader refuses, the stream refuses by the same rule",
            arguments: [
                ("", XMLRule.complete), ("<a>", .complete), ("<a></b>", .nesting), ("<a><b></a>", .nesting),
                ("<a/><b/>", .complete), ("x", .complete), ("<a>&x;</a>", .references), ("<a b=1/>", .attributes),
                ("<a b='1' b='2'/>", .attributes), ("<p:a/>", .namespaces), ("<a>\u{1}</a>", .characters),
                ("<!DOCTYPE a><a/>", .documentType),
                (#"<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>"#, .documentType),
                (#"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#, .documentType),
                (#"<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]><a/>"#, .documentType),
                (#"<?xml version="1.0" encoding="EUC-KR"?><a/>"#, .encoding),
            ])
        func refused(_ text: String, _ rule: XMLRule) {
            #expect(rules(text).first == rule)
            #expect(rulesBroken(outcome(text)).first == rule)
        }

        @Test("Size, depth and attributes are bounded", .timeLimit(.minutes(1)))
        func bounds() {
            #expect(rules("<a>12345</a>", limits: XMLLimits(bytes: 8)) == [.size])
            let open = (1...256).map { _ in "<a>" }.joined()
            let shut = (1...256).map { _ in "</a>" }.joined()
            #expect(rules(open + shut) == [])
            #expect(rules("<a>\(open)\(shut)</a>") == [.depth])
            #expect(rules(String(repeating: "<a>", count: 1_000_000)) == [.depth])
            #expect(rules("<a \((0..<300).map { "b\($0)=''" }.joined(separator: " "))/>") == [.startTag])
        }

        @Test("A text of nothing but references takes no more time than another", .timeLimit(.minutes(1)))
        func references() throws {
            let text = "<a>\(String(repeating: "&#65;", count: 700_000))</a>"
            #expect(try events(text).count == 3)
        }

        @Test("A document cut anywhere is never taken for whole", arguments: [1, 5, 10, 20, 33, 34])
        func cut(_ count: Int) {
            let text = "<a><b c='1'>text &amp; more</b></a>"
            #expect(!rules(String(text.prefix(count))).isEmpty)
        }
    }
}
