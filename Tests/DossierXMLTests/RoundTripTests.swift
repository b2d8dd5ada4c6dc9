import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Writing and reading again") struct RoundTrip {
        @Test("200 pseudo-random trees come back as they were written", arguments: 0..<200)
        func roundTrip(seed: Int) throws {
            var numbers = SplitMix(state: UInt64(seed))
            let tree = RandomTree.element(depth: 0, &numbers)
            let writer = XMLWriter(indented: false)
            writer.startDocument()
            write(tree, writer)
            let read = try SafeXMLParser.parse(writer.finish())
            #expect(withoutLines(read) == tree)
        }

        private func write(_ element: XMLElement, _ writer: XMLWriter) {
            writer.element(element.name, element.attributes.map { ($0.name, $0.value) }) {
                for child in element.children {
                    switch child {
                    case .text(let text): writer.text(text)
                    case .element(let element): write(element, writer)
                    }
                }
            }
        }

        private func withoutLines(_ element: XMLElement) -> XMLElement {
            XMLElement(
                name: element.name, namespaceURI: element.namespaceURI, attributes: element.attributes,
                children: element.children.map { child in
                    switch child {
                    case .text: child
                    case .element(let element): .element(withoutLines(element))
                    }
                })
        }
    }
}

/// SplitMix64: the same seed gives the same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private enum RandomTree {
    static let names = ["p", "b", "person", "이름", "a-b", "x.y", "_z"]
    static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", " ", "\t", "\n", "\r", "가", "힣", "洪", "👩‍👩‍👧", "\u{301}", "𠀀", "a", "\u{FFFD}",
        "&#10;", "<!--", "\u{85}", "\u{2028}",
    ]

    static func element(depth: Int, _ numbers: inout SplitMix) -> XMLElement {
        var attributes: [XMLAttribute] = []
        for name in names.shuffled(using: &numbers).prefix(Int.random(in: 0...3, using: &numbers)) {
            attributes.append(XMLAttribute(name: name, value: text(&numbers)))
        }
        var children: [XMLNode] = []
        for _ in 0..<(depth < 5 ? Int.random(in: 0...4, using: &numbers) : 0) {
            children.append(.element(element(depth: depth + 1, &numbers)))
            // Text never beside text: a reader cannot tell two from one.
            let between = text(&numbers)
            if !between.isEmpty { children.append(.text(between)) }
        }
        let name = names[Int.random(in: 0..<names.count, using: &numbers)]
        return XMLElement(name: name, attributes: attributes, children: children)
    }

    static func text(_ numbers: inout SplitMix) -> String {
        (0..<Int.random(in: 0...8, using: &numbers)).reduce(into: "") { text, _ in
            text += pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
        }
    }
}
