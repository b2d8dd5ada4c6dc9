import DossierIntake
import Testing

@Suite("Transcripts")
struct TranscriptTests {
    private func paragraphs(_ text: String) throws -> [String] {
        try TranscriptReader.read(Array(text.utf8)).paragraphs
    }

    @Test("An empty line parts paragraphs; a broken line goes on")
    func parting() throws {
        #expect(try paragraphs("군인 둘이\n왔어요.\n\n\n아버지가 나가셨어요.\r\n") == ["군인 둘이 왔어요.", "아버지가 나가셨어요."])
    }

    @Test(
        "Marks of Markdown and numbers at the beginning go; what was said stays",
        arguments: [
            ("# 진술\n", "진술"), ("1. 왔어요.", "왔어요."), ("12) 왔어요.", "왔어요."), ("- 왔어요.", "왔어요."), ("> 왔어요.", "왔어요."),
            ("1950년 9월이었어요.", "1950년 9월이었어요."), ("3.5리를 걸었어요.", "3.5리를 걸었어요."), ("-- 그래요.", "-- 그래요."),
            ("*정말* 왔어요.", "*정말* 왔어요."),
        ])
    func marks(_ text: String, _ expected: String) throws {
        #expect(try paragraphs(text) == [expected])
    }

    @Test("Text in another form of Unicode is brought into NFC, and a byte-order mark is dropped")
    func forms() throws {
        #expect(try paragraphs("\u{FEFF}\u{1100}\u{1161}요") == ["가요"])
    }

    @Test(
        "What is no readable text is refused with the reason",
        arguments: [
            ([UInt8](), TranscriptError.Reason.empty), (Array(" \n\n ".utf8), .empty), ([0xB0, 0xA1], .notUTF8),
            ([0xFF, 0xFE, 0x41, 0], .notUTF8), (Array("가\u{202E}나".utf8), .controlCharacter),
            (Array("가\u{7}".utf8), .controlCharacter), ([0x50, 0x4B, 3, 4], .unknownForm),
            (Array(String(repeating: "가", count: 20_001).utf8), .tooLong),
            (Array(String(repeating: "가\n\n", count: 5_001).utf8), .tooLong),
        ])
    func refused(_ bytes: [UInt8], _ reason: TranscriptError.Reason) {
        #expect(throws: TranscriptError.self) { try TranscriptReader.read(bytes) }
        do {
            _ = try TranscriptReader.read(bytes)
        } catch {
            #expect(error.reason == reason)
        }
    }
}
