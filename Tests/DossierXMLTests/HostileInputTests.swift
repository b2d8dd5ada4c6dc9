import DossierXML
import Testing

extension DossierXMLSuite {
    @Suite("Hostile input") struct HostileInput {
        @Test(
            "Any document type is refused",
            arguments: [
                "<!DOCTYPE r><r/>",
                "<!DOCTYPE r SYSTEM \"r.dtd\"><r/>",
                "<!DOCTYPE r SYSTEM \"http://localhost:9/r.dtd\"><r/>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]><r/>",
                "<?xml version=\"1.0\"?>\n<!-- c -->\n<!DOCTYPE r><r/>",
            ])
        func documentType(sample: String) { #expect(rulesBroken(outcome(sample)) == [.documentType]) }

        @Test("Billion laughs are refused before they are laughed", .timeLimit(.minutes(1)))
        func billionLaughs() {
            let levels = (1...9).map { level in
                "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
            }
            let text = "<!DOCTYPE r [<!ENTITY l0 \"ha\">" + levels.joined() + "]><r>&l9;</r>"
            let (rules, time) = timed(text)
            #expect(rules == [.documentType])
            #expect(time < .seconds(1))
        }

        @Test("Nesting is read to 250 levels and refused at 1,000")
        func depth() {
            func nested(_ levels: Int) -> String {
                String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
            }
            #expect(rulesBroken(outcome(nested(250))).isEmpty)
            #expect(rulesBroken(outcome(nested(1_000))).contains(.depth))
        }

        @Test(
            "60,000 attributes are refused fast, whatever their values hold",
            arguments: ["", ">", "/>", "'"])
        func attributes(value: String) {
            let list = (0..<60_000).map { "a\($0)=\"\(value)\"" }.joined(separator: " ")
            let (rules, time) = timed("<r \(list)/>")
            #expect(rules == [.startTag])
            #expect(time < .seconds(1))
        }

        @Test("60,000 attributes with a tag in each value are refused fast")
        func attributesWithTags() {
            let list = (0..<60_000).map { "a\($0)=\"<\"" }.joined(separator: " ")
            let (rules, time) = timed("<r \(list)/>")
            #expect(rules.contains(.attributes))
            #expect(time < .seconds(1))
        }

        @Test(
            "A comment, a CDATA section or an instruction does not hide a long tag",
            arguments: ["<!-- <a ' -->", "<![CDATA[<a ']]>", "<?pi <a ' ?>"])
        func hidden(prelude: String) {
            let list = (0..<60_000).map { "a\($0)=\"\"" }.joined(separator: " ")
            let (rules, time) = timed("<r>\(prelude)<b \(list)/></r>")
            #expect(rules == [.startTag])
            #expect(time < .seconds(1))
        }

        @Test("Many namespace prefixes over many elements are refused fast")
        func prefixes() {
            let tags = (0..<240).map { level in
                "<a " + (0..<200).map { "xmlns:n\(level)x\($0)=\"u\"" }.joined(separator: " ") + ">"
            }
            let text = tags.joined() + String(repeating: "<b/>", count: 100_000)
            let (rules, time) = timed(text)
            #expect(rules == [.startTag])
            #expect(time < .seconds(1))
        }

        @Test("A long comment or text with markup characters is not taken for a tag")
        func longText() {
            let filling = String(repeating: "a='b' ", count: 20_000)
            #expect(rulesBroken(outcome("<r><!-- <a \(filling) -->\(filling)<![CDATA[<a \(filling)]]></r>")).isEmpty)
        }

        @Test("A document above the size limit is refused unread, one at the limit is read")
        func size() {
            let limits = XMLLimits(bytes: 7)
            #expect(rulesBroken(outcome("<a>1234", limits: limits)) != [.size])
            #expect(rulesBroken(outcome("<a>1</a>", limits: limits)) == [.size])
            #expect(rulesBroken(outcome("<a></a>", limits: limits)).isEmpty)
            let large = "<r>" + String(repeating: "x", count: 4_000_000) + "</r>"
            #expect(rulesBroken(outcome(large)) == [.size])
        }

        @Test("A NUL byte is refused with its line")
        func zero() {
            guard case .failure(let error) = outcome(bytes: Array("<r>\n".utf8) + [0] + Array("</r>".utf8)) else {
                Issue.record("it was read")
                return
            }
            #expect(error.faults.map(\.rule) == [.characters])
            #expect(error.faults.map(\.line) == [2])
        }

        @Test(
            "Bytes that are not UTF-8 are refused",
            arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
        func badUTF8(bytes: [UInt8]) {
            let document = Array("<r>".utf8) + bytes + Array("</r>".utf8)
            #expect(!rulesBroken(outcome(bytes: document)).isEmpty)
        }

        @Test(
            "A declaration of another encoding is refused",
            arguments: ["UTF-16", "UTF-7", "EUC-KR", "ISO-8859-1", "IBM037", "utf-8x"])
        func encodings(name: String) {
            #expect(rulesBroken(outcome("<?xml version=\"1.0\" encoding=\"\(name)\"?><r/>")) == [.encoding])
            #expect(rulesBroken(outcome("<?xml version='1.0' encoding = '\(name)'?><r/>")) == [.encoding])
        }

        @Test("A document in UTF-16 is refused")
        func utf16() {
            let little = "<r/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            #expect(!rulesBroken(outcome(bytes: little)).isEmpty)
            #expect(!rulesBroken(outcome(bytes: [0xFF, 0xFE] + little)).isEmpty)
        }

        @Test("A document cut off anywhere is refused")
        func truncation() {
            let whole = Array("<?xml version=\"1.0\"?><r a=\"1\"><!-- c --><b>홍&amp;</b></r>".utf8)
            for length in 0..<whole.count {
                #expect(!rulesBroken(outcome(bytes: Array(whole.prefix(length)))).isEmpty, "\(length) bytes")
            }
        }

        @Test(
            "Bytes that are no document are refused",
            arguments: ["", "   ", "홍길동", "{}", "<", "<>", "</a>", "<a/><b/>"])
        func noDocument(sample: String) { #expect(!rulesBroken(outcome(sample)).isEmpty) }

        @Test("Documents are read at the same time without mixing their faults")
        func concurrent() async {
            await withTaskGroup(of: Bool.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        for _ in 0..<50 {
                            let text = number.isMultiple(of: 2) ? "<a>\(number)</a>" : "<a>\n<b></c>\(number)</a>"
                            switch outcome(text) {
                            case .success(let root): if root.text != "\(number)" { return false }
                            case .failure(let error): if error.faults.first?.line != 2 { return false }
                            }
                        }
                        return true
                    }
                }
                for await right in group { #expect(right) }
            }
        }

        private func timed(_ text: String) -> (rules: [XMLRule], time: Duration) {
            let bytes = Array(text.utf8)
            var rules: [XMLRule] = []
            let time = ContinuousClock().measure { rules = rulesBroken(outcome(bytes: bytes)) }
            return (rules, time)
        }
    }
}
