import DossierTestSupport
import Testing

@testable import DossierDesk

@Suite("Uploaded forms that are random or hostile")
struct MultipartFuzzTests {
    /// A body of bytes of which delimiters are made, so that near misses are many.
    private func body(_ boundary: String, _ random: inout SeededRandom) -> [UInt8] {
        let pieces = [
            "\r", "\n", "\r\n", "-", "--", "\r\n--", boundary, "x", "\0", "가", "\r\n--\(boundary.dropLast())",
        ]
        while true {
            var body: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                body += Array(pieces[Int.random(in: pieces.indices, using: &random)].utf8)
            }
            // What no sender may send: its own delimiter, also with the line break that ends the headers.
            let whole = Array("\r\n".utf8) + body
            let delimiter = Array("\r\n--\(boundary)".utf8)
            if !whole.indices.contains(where: { whole[$0...].starts(with: delimiter) }) { return body }
        }
    }

    private func form(_ boundary: String, _ random: inout SeededRandom) -> UploadedForm {
        let names = ["a", "파일", "x\"y", "a\r\nb", "50%", "a;b=\"c", "\u{1F600}"]
        let name = { (random: inout SeededRandom) in names[Int.random(in: names.indices, using: &random)] }
        return UploadedForm(
            parts: (0..<Int.random(in: 0...5, using: &random)).map { _ in
                UploadedForm.Part(
                    name: name(&random), filename: Bool.random(using: &random) ? name(&random) : nil,
                    contentType: Bool.random(using: &random) ? "text/plain; charset=utf-8" : nil,
                    body: body(boundary, &random))
            })
    }

    @Test("Whatever parts are sent, in chunks of whatever sizes, the same parts are read")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7578)
        for round in 0..<3_000 {
            let boundary = ["b", "--", "----WebKitFormBoundaryAb3", "-b-"][round % 4]
            let sent = form(boundary, &random)
            let largest = [1, 3, 20, 400][Int.random(in: 0..<4, using: &random)]
            let chunks = sent.encoded(boundary: boundary).cut { Int.random(in: 1...largest, using: &random) }
            #expect(try UploadedForm.read(chunks, boundary: boundary) == sent)
        }
    }

    /// Feeds bytes of which nobody knows what they are; the form or its refusal, and how much came out as bodies.
    private func outcome(_ chunks: [ArraySlice<UInt8>]) -> (Result<UploadedForm, MultipartError>, bodies: Int)? {
        var bodies = 0
        do {
            var parser = try MultipartParser(boundary: "b")
            for chunk in chunks {
                for case .body(let bytes) in try parser.feed(chunk) { bodies += bytes.count }
            }
            return (.success(try UploadedForm.read(chunks)), bodies)
        } catch let error as MultipartError {
            return (.failure(error), bodies)
        } catch {
            return nil
        }
    }

    private func check(_ bytes: [UInt8], _ random: inout SeededRandom) throws {
        let whole = try #require(outcome([bytes[...]]))
        let pieces = try #require(outcome(bytes.cut { Int.random(in: 1...9, using: &random) }))
        #expect(whole.0 == pieces.0, "where chunks end makes a difference: \(bytes)")
        #expect(max(whole.bodies, pieces.bodies) <= bytes.count)
        if case .success(let form) = whole.0 {
            #expect(form.parts.reduce(0) { $0 + $1.body.count + $1.name.utf8.count } <= bytes.count)
        }
    }

    @Test("However a form is changed, reading ends in parts or a refusal, the same in whatever chunks")
    func mutations() throws {
        var random = SeededRandom(seed: 2046)
        let pieces = [
            "\r\n", "\n", "\r", "--b", "\r\n--b\r\n", "\r\n--b--", "\"", "\\", ";", "=", ":", " ", "%22", "\r\n\r\n",
        ]
        for _ in 0..<5_000 {
            var bytes = form("b", &random).encoded(boundary: "b")
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2 where end - place < bytes.count: bytes.removeSubrange(place..<end)
                case 3:
                    bytes.insert(
                        contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0..<place + 1, using: &random))
                default:
                    bytes.insert(
                        contentsOf: Array(pieces[Int.random(in: pieces.indices, using: &random)].utf8), at: place)
                }
            }
            try check(bytes, &random)
        }
    }

    @Test("Random bytes end in a refusal, also behind the beginning of a part")
    func noise() throws {
        var random = SeededRandom(seed: 5)
        let heads = ["", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n", "--b--"]
        let marks = Array("\r\n-b :;=\"\\%".utf8)
        for round in 0..<5_000 {
            let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                round % 2 == 0
                    ? UInt8.random(in: 0...255, using: &random) : marks[Int.random(in: marks.indices, using: &random)]
            }
            try check(Array(heads[round % heads.count].utf8) + noise, &random)
        }
    }

    @Test("A form of very many parts is stopped at the limit, and read when the limit allows it")
    func manyParts() throws {
        let part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        let bytes = Array((String(repeating: part, count: 100_000) + "--b--").utf8)
        let chunks = bytes.cut { 1 << 16 }
        #expect(formRefusal { _ = try UploadedForm.read(chunks) } == .tooManyParts(limit: 1_000))
        var limits = MultipartLimits.upload
        limits.parts = 99_999
        #expect(formRefusal { _ = try UploadedForm.read(chunks, limits: limits) } == .tooManyParts(limit: 99_999))
        limits.parts = 100_000
        #expect(try UploadedForm.read(chunks, limits: limits).parts.count == 100_000)
    }

    @Test(
        "What never ends is stopped at its limit, however small the chunks",
        arguments: [
            ("", "x", MultipartError.preambleTooLong(limit: 4_096)), ("", "\r\n--", .preambleTooLong(limit: 4_096)),
            ("--b", " ", .paddingTooLong(limit: 4_096)), ("--b--\r\n", "\r\n--b", .epilogueTooLong(limit: 4_096)),
            ("--b\r\n", "x", .headersTooLong(part: 1, limit: 16_384)),
            ("--b\r\n", "X: y\r\n", .headersTooLong(part: 1, limit: 16_384)),
            ("--b\r\n", "\r", .headersTooLong(part: 1, limit: 16_384)),
        ])
    func endless(_ head: String, _ rest: String, _ expected: MultipartError) throws {
        for size in [1, 7, 1_000, 1 << 16] {
            let endless = Array(repeating: Array(rest.utf8), count: 1 + size / rest.utf8.count).flatMap(\.self)
            var parser = try MultipartParser(boundary: "b")
            var fed = 0
            let refusal = formRefusal {
                _ = try parser.feed(Array(head.utf8))
                while fed < 1 << 20 {
                    #expect(try parser.feed(endless) == [])
                    fed += endless.count
                }
            }
            #expect(refusal == expected)
            #expect(fed <= 16_384)
        }
    }
}
