import Testing

@testable import DossierDesk

@Suite("Reading the headers of an uploaded part")
struct MultipartHeaderTests {
    private func part(_ headers: [UInt8], limits: MultipartLimits = .upload) throws -> UploadedForm.Part? {
        let bytes = Array("--b\r\n".utf8) + headers + Array("\r\n\r\nx\r\n--b--\r\n".utf8)
        return try UploadedForm.read([bytes[...]], limits: limits).parts.first
    }

    private func refusal(_ headers: String, limits: MultipartLimits = .upload) -> MultipartError? {
        formRefusal { _ = try part(Array(headers.utf8), limits: limits) }
    }

    private func filename(_ text: String) throws -> String? {
        try part(Array("Content-Disposition: form-data; name=\"a\"; filename=\(text)".utf8))?.filename
    }

    @Test(
        "A file name is read with the escapes of browsers and of other clients undone",
        arguments: [
            (#""a%22b.txt""#, #"a"b.txt"#), (#""a%0D%0Ab""#, "a\r\nb"), (#""a%0d%0ab""#, "a\r\nb"),
            (#""a\"b""#, #"a"b"#),
            (#""a\\b""#, #"a\b"#), (#""C:\temp\x.doc""#, #"C:\temp\x.doc"#), (#""100%.txt""#, "100%.txt"),
            (#""%20%2F%""#, "%20%2F%"), (#""a;b=c, d""#, "a;b=c, d"), (#""증언 녹취록.hwp""#, "증언 녹취록.hwp"),
            ("plain.txt", "plain.txt"),
            (#""""#, ""), (#""a\%22b""#, #"a\"b"#),
        ])
    func filenames(_ written: String, _ name: String) throws {
        #expect(try filename(written) == name)
    }

    @Test("Korean letters stay as they were written, composed or not")
    func korean() throws {
        for written in ["\u{AC00}", "\u{1100}\u{1161}"] {
            let read = try #require(try filename("\"\(written)\""))
            #expect(Array(read.utf8) == Array(written.utf8))
        }
    }

    @Test("A name that is not UTF-8 is refused")
    func notUTF8() {
        // 가 in EUC-KR.
        for written in ["name=\"", "name=\"a\"; filename=\""] {
            let headers = Array("Content-Disposition: form-data; \(written)".utf8) + [0xB0, 0xA1, 0x22]
            #expect(formRefusal { _ = try part(headers) } == .notUTF8(part: 1))
        }
        let type = Array("Content-Disposition: form-data; name=a\r\nContent-Type: ".utf8) + [0xFF]
        #expect(formRefusal { _ = try part(type) } == .notUTF8(part: 1))
    }

    @Test("Case, space and the order of headers and parameters make no difference, and other headers none at all")
    func variants() throws {
        let read = try part(
            Array(
                """
                X-Anything: \u{FF}; ":\r\nCONTENT-TYPE:\ttext/plain; charset=x \r\nContent-Transfer-Encoding: base64\r
                content-disposition:FORM-DATA ; x=1;FileName="f" ; filename*=UTF-8''%41; NAME=a
                """.utf8))
        #expect(
            read
                == .init(
                    name: "a", filename: "f", contentType: "text/plain; charset=x", body: Array("x".utf8)))
    }

    @Test("A file name in the form that RFC 7578 forbids is passed over")
    func extended() throws {
        let read = try part(Array("Content-Disposition: form-data; name=a; filename*=UTF-8''%EA%B0%80".utf8))
        #expect(read?.name == "a")
        #expect(read?.filename == nil)
    }

    @Test("What a part must say and does not is asked for")
    func missing() {
        #expect(refusal("Content-Type: text/plain") == .missingDisposition(part: 1))
        #expect(refusal("") == .missingDisposition(part: 1))
        #expect(refusal("Content-Disposition: form-data") == .missingName(part: 1))
        #expect(refusal("Content-Disposition: form-data; filename=\"a\"") == .missingName(part: 1))
        #expect(refusal("Content-Disposition: form-data; name=\"\"") == .missingName(part: 1))
        #expect(refusal("Content-Disposition: attachment; name=\"a\"") == .otherDisposition(part: 1))
    }

    @Test("What is said twice is not chosen from")
    func twice() {
        let disposition = "Content-Disposition: form-data; name=a"
        #expect(refusal("\(disposition)\r\n\(disposition)") == .repeatedHeader(part: 1))
        #expect(refusal("\(disposition)\r\nContent-Type: a\r\nContent-type:") == .repeatedHeader(part: 1))
        #expect(refusal("\(disposition); Name=a") == .repeatedParameter(part: 1))
        #expect(refusal("\(disposition); filename=a; filename=a") == .repeatedParameter(part: 1))
    }

    @Test(
        "A header that is not written as headers are is refused",
        arguments: [
            "nonsense", ": x", "Content-Disposition : form-data; name=a", "이름: x", "Content-Disposition:",
            "Content-Disposition: form-data; name=\"a", "Content-Disposition: form-data; name=\"a\\\"",
            "Content-Disposition: form-data; name", "Content-Disposition: form-data; name=",
            "Content-Disposition: form-data; name=a;", "Content-Disposition: form-data name=a",
            "Content-Disposition: form-data; =a", "Content-Disposition: form-data; name=\"a\"b",
            "Content-Disposition: form-data; name=이름", "--b",
        ])
    func malformed(_ header: String) {
        #expect(refusal(header) == .malformedHeader(part: 1))
    }

    @Test("Lines among the headers end in carriage return and line feed, and in nothing else")
    func lineEndings() {
        let disposition = "Content-Disposition: form-data; name=a"
        #expect(refusal("\(disposition)\nX: y") == .bareLineEnding(part: 1))
        #expect(refusal("\(disposition)\rX: y") == .bareLineEnding(part: 1))
        #expect(refusal("\(disposition)\n") == .bareLineEnding(part: 1))
        #expect(refusal("\(disposition)\r\r\nX: y") == .bareLineEnding(part: 1))
    }

    @Test("A header that goes on in a second line is refused", arguments: [" ; filename=x", "\tX: y", " "])
    func folded(_ line: String) {
        #expect(refusal("Content-Disposition: form-data; name=a\r\n\(line)") == .foldedHeader(part: 1))
    }

    @Test("Control characters are refused wherever they stand", arguments: ["\0", "\u{1}", "\u{1B}", "\u{7F}"])
    func controls(_ character: String) {
        #expect(refusal("Content-Disposition: form-data; name=\"a\(character)\"") == .controlCharacter(part: 1))
        #expect(refusal("X: \(character)") == .controlCharacter(part: 1))
    }

    @Test("Names may be as long as the limit, counted in bytes when escapes are undone")
    func nameLimits() {
        let limits = MultipartLimits(parts: 1, headers: 1_000, name: 6, ignored: 0)
        let names = { (name: String, filename: String) in
            refusal("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"", limits: limits)
        }
        #expect(names("가나", "%22%0D%0A%22%22%22") == nil)
        #expect(names("가나x", "a") == .nameTooLong(part: 1, limit: 6))
        #expect(names("a", "1234567") == .filenameTooLong(part: 1, limit: 6))
    }

    @Test("Headers may be as long as the limit, the empty line included")
    func headerLimit() {
        let header = "Content-Disposition: form-data; name=a"
        let limits = { MultipartLimits(parts: 1, headers: $0, name: 10, ignored: 0) }
        #expect(refusal(header, limits: limits(header.utf8.count + 4)) == nil)
        let less = header.utf8.count + 3
        #expect(refusal(header, limits: limits(less)) == .headersTooLong(part: 1, limit: less))
    }

    @Test("A refusal names the part")
    func place() {
        let text = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--b\r\nX: y\r\n\r\n\r\n--b--"
        #expect(formRefusal { _ = try UploadedForm.read(text) } == .missingDisposition(part: 2))
    }
}
