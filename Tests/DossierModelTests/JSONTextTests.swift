import Testing

@testable import DossierModel

@Suite("The reader of stored JSON takes what we write and nothing else")
struct JSONTextTests {
    private func read(_ bytes: [UInt8]) -> PlainNode? {
        bytes.withUnsafeBufferPointer { try? JSONText.node($0) }
    }

    private func read(_ text: String) -> PlainNode? { read(Array(text.utf8)) }

    @Test("Objects, lists and strings are read in their order")
    func tree() {
        let node = read(#" { "b" : [ "1" , "2" ] , "a" : { } , "c" : [ ] } "#)
        #expect(node?.pairs?.map(\.key) == ["b", "a", "c"])
        #expect(node?["b"]?.content == .list([PlainNode(.scalar("1")), PlainNode(.scalar("2"))]))
        #expect(node?["a"]?.content == .map([]))
    }

    @Test("Every character below a space is written as an escape and read back")
    func controls() {
        let text = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))
        let bytes = JSONText.bytes(PlainNode(.scalar(text)))
        #expect(bytes.allSatisfy { $0 >= 0x20 })
        #expect(read(bytes)?.scalar == text)
    }

    @Test("The scalars of a text stay as they are, composed or not")
    func scalars() {
        let text = "한\u{1112}\u{1161}\u{11AB}e\u{301}é𠮷"
        let back = read(JSONText.bytes(PlainNode(.scalar(text))))?.scalar
        #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(
        "What is not ours is refused",
        arguments: [
            "", " ", "{", "}", "[", "]", "\"", #""a"#, #"{"a"}"#, #"{"a":}"#, #"{"a":"b",}"#, #"["a",]"#, "[,]",
            #"{,}"#,
            #"{a:"b"}"#, "{'a':'b'}", "1", "-1", "true", "false", "null", "[1]", #"{"a":null}"#, "NaN", "[]x", "[][]",
            "[] []", #""a""b""#, #"{"a":"b"}\u0000"#, "\u{FEFF}[]", "/* */[]", "[]//",
        ])
    func refused(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(
        "A key that stands twice is refused",
        arguments: [
            #"{"a":"1","a":"2"}"#, #"{"a":"1","b":"2","a":"1"}"#, #"{"a":"1","\u0061":"2"}"#,
            #"[{"x":{"a":"1","a":"1"}}]"#,
        ])
    func twice(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(
        "A bad escape is refused",
        arguments: [
            #"\x41"#, #"\a"#, #"\u"#, #"\u00"#, #"\u00g1"#, #"\u+041"#, #"\u-041"#, #"\u 041"#, #"\uD800"#, #"\uDC00"#,
            #"\uD800\uD800"#, #"\uDC00\uD800"#, #"\ud83d x"#, #"\"#, #"\U00000041"#,
        ])
    func escapes(_ escape: String) {
        #expect(read("\"\(escape)\"") == nil)
        #expect(read("{\"\(escape)\":\"x\"}") == nil)
    }

    @Test("A bare control character is refused", arguments: [0, 9, 10, 13, 31] as [UInt8])
    func bareControl(_ byte: UInt8) {
        #expect(read(Array("\"a".utf8) + [byte] + Array("b\"".utf8)) == nil)
    }

    @Test(
        "Bytes that are not UTF-8 are refused, not repaired",
        arguments: [
            [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEC, 0x9D],
            [0x80],
        ] as [[UInt8]])
    func notUTF8(_ bytes: [UInt8]) {
        #expect(read([0x22] + bytes + [0x22]) == nil)
        #expect(read(Array(#""\n"#.utf8) + bytes + [0x22]) == nil)
        #expect(read(Array(#"{""#.utf8) + bytes + Array(#"":"x"}"#.utf8)) == nil)
    }

    @Test("A tree is 64 deep at most")
    func depth() {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(read(nested(64)) != nil)
        #expect(read(nested(65)) == nil)
        #expect(read(String(repeating: "[", count: 1_000_000)) == nil)
        #expect(read(String(repeating: #"{"a":"#, count: 100_000)) == nil)
    }

    @Test("Every way of cutting a record short is refused")
    func cut() {
        let whole = Array(#"{"record":"case","id":"case-a","x":["a\u0001\\","온"],"y":{"z":"1"}}"#.utf8)
        #expect(read(whole) != nil)
        for length in 0..<whole.count { #expect(read(Array(whole.prefix(length))) == nil, "cut to \(length)") }
    }
}
