import Testing

@testable import DossierDesk

@Suite("Reading an uploaded form")
struct MultipartParserTests {
    /// A form of one part with this body.
    private func form(_ body: String, before: String = "", after: String = "\r\n") -> String {
        "\(before)--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(body)\r\n--b--\(after)"
    }

    private func bodies(_ text: String) throws -> [String] {
        try UploadedForm.read(text).parts.map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test("Fields and files come out as they went in")
    func fields() throws {
        let sent = UploadedForm(parts: [
            .init(name: "case", filename: nil, contentType: nil, body: Array("사건 1".utf8)),
            .init(name: "file", filename: "진술서.pdf", contentType: "application/pdf", body: [0, 13, 10, 255]),
            .init(name: "file", filename: "", contentType: "application/octet-stream", body: []),
        ])
        let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
        #expect(try UploadedForm.read([sent.encoded(boundary: boundary)[...]], boundary: boundary) == sent)
    }

    @Test("Wherever the form is cut into chunks, the same is read")
    func cuts() throws {
        let text =
            "--ab\r\nContent-Disposition: form-data; name=\"a\"; filename=\"편지\"\r\n\r\n\r\n--a\r\n--ab \r\n"
            + "content-disposition: form-data; name=\"c\"\r\n\r\n\r\n--ab--"
        let bytes = Array(text.utf8)
        let whole = try UploadedForm.read([bytes[...]], boundary: "ab")
        #expect(whole.parts.map(\.body) == [Array("\r\n--a".utf8), []])
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [bytes[..<first], bytes[first..<second], bytes[second...]]
                #expect(try UploadedForm.read(chunks, boundary: "ab") == whole)
            }
        }
        #expect(try UploadedForm.read(bytes.cut { 1 }, boundary: "ab") == whole)
    }

    @Test(
        "What merely looks like a delimiter belongs to the body",
        arguments: [
            "\r\n", "\r", "\n", "\r\r\n", "\r\n\r\n", "--", "\r\n--", "\r\n--\r\n--\r\n", "a--b", "\n--b", "\r--b",
            "\n--b--",
            "\r\r\r\n-", "\r\n-b", "\r\n--B", "\r\n --b", "\r\n-\r\n--", "x\r\n--\r", " --b", "\r\n---b",
        ])
    func lookalikes(_ body: String) throws {
        #expect(try bodies(form(body)) == [body])
        let bytes = Array(form(body).utf8)
        for length in 1...7 {
            let read = try UploadedForm.read(bytes.cut { length })
            #expect(read.parts.map(\.body) == [Array(body.utf8)])
        }
    }

    @Test("A part may be empty, and so may a form")
    func empty() throws {
        #expect(try bodies(form("")) == [""])
        // Here the line break of the delimiter is the one that ends the headers (RFC 2046 5.1.1: body-part).
        let bare = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--b--\r\n"
        #expect(try bodies(bare) == [""])
        #expect(try UploadedForm.read("--b--\r\n").parts.isEmpty)
    }

    @Test("What stands before and behind the form is passed over, up to a limit")
    func surroundings() throws {
        let limits = MultipartLimits(parts: 1, headers: 1_000, name: 100, ignored: 10)
        #expect(try bodies(form("x", before: "mail\r\n--c\r\n", after: "\r\n--b\r\nanything")) == ["x"])
        #expect(try bodies(form("x", before: "\r\n", after: "")) == ["x"])
        let refusal = { (before: String, after: String) in
            formRefusal { _ = try UploadedForm.read(form("x", before: before, after: after), limits: limits) }
        }
        // The line break before the delimiter is the delimiter's own.
        #expect(refusal("1234567890\r\n", "\r\n1234567890") == nil)
        #expect(refusal("1234567890+\r\n", "") == .preambleTooLong(limit: 10))
        #expect(refusal("", "\r\n1234567890+") == .epilogueTooLong(limit: 10))
    }

    @Test("White space behind a delimiter is passed over, up to a limit")
    func padding() throws {
        let padded = { (space: String) in
            "--b\(space)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--\(space)\r\n"
        }
        #expect(try bodies(padded(" \t ")) == ["x"])
        let limits = MultipartLimits(parts: 1, headers: 1_000, name: 100, ignored: 10)
        let refusal = { (count: Int) in
            formRefusal { _ = try UploadedForm.read(padded(String(repeating: " ", count: count)), limits: limits) }
        }
        #expect(refusal(10) == nil)
        #expect(refusal(11) == .paddingTooLong(limit: 10))
    }

    @Test(
        "A line that begins with the delimiter and goes on is not guessed at",
        arguments: [
            "\r\n--bc", "\r\n--b-", "\r\n--b-c", "\r\n--b--c", "\r\n--b \rx", "\r\n--b\n", "\r\n--b--\n", "\r\n--b \n",
        ])
    func ambiguous(_ body: String) {
        #expect(formRefusal { _ = try bodies(form(body)) } == .badDelimiterLine(part: 1))
    }

    @Test("A form that was cut off is refused, wherever that was")
    func cutOff() {
        let bytes = Array(form("x").utf8)
        for length in 0...bytes.count {
            let refusal = formRefusal { _ = try UploadedForm.read([bytes.prefix(length)]) }
            // Of the last line only its break may be lacking.
            #expect(refusal == (length < bytes.count - 2 ? .notClosed : nil), "\(length)")
        }
    }

    @Test("After a refusal nothing more is read, and the refusal stays the same")
    func refusalStays() throws {
        var parser = try MultipartParser(boundary: "b")
        let bad = Array("--bc".utf8)
        let good = Array(form("x").utf8)
        #expect(formRefusal { _ = try parser.feed(bad) } == .badDelimiterLine(part: 0))
        #expect(formRefusal { _ = try parser.feed(good) } == .badDelimiterLine(part: 0))
        #expect(formRefusal { try parser.finish() } == .badDelimiterLine(part: 0))
        var ended = try MultipartParser(boundary: "b")
        #expect(formRefusal { try ended.finish() } == .notClosed)
        #expect(formRefusal { _ = try ended.feed(good) } == .notClosed)
    }

    @Test("A body is handed out at once, in pieces as large as the chunks and views into them")
    func pieces() throws {
        var parser = try MultipartParser(boundary: "b")
        _ = try parser.feed(Array("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8))
        var chunk = [UInt8](repeating: 7, count: 1 << 16)
        #expect(try parser.feed(chunk).map(length) == [1 << 16])
        // What might be a delimiter waits for the next chunk; everything before it does not.
        chunk.replaceSubrange((chunk.count - 4)..., with: Array("\r\n--".utf8))
        chunk[100] = 13
        #expect(try parser.feed(chunk).map(length) == [(1 << 16) - 4])
        #expect(try parser.feed([7, 7]).map(length) == [4, 2])
        let events = try parser.feed(chunk)
        guard case .body(let slice) = events.first else {
            Issue.record("no body")
            return
        }
        chunk.withUnsafeBytes { whole in
            slice.withUnsafeBytes { #expect($0.baseAddress == whole.baseAddress) }
        }
    }

    private func length(_ event: MultipartParser.Event) -> Int? {
        if case .body(let bytes) = event { bytes.count } else { nil }
    }
}
