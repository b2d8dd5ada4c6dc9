/// What a file is, by what it holds and not by what it is called.
public enum MediaType: String, Sendable, Hashable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case gif = "image/gif"
    case tiff = "image/tiff"
    case webp = "image/webp"
    case heic = "image/heic"
    case pdf = "application/pdf"
    case wav = "audio/wav"
    case mp3 = "audio/mpeg"
    case mp4 = "video/mp4"
    case m4a = "audio/mp4"
    case ogg = "audio/ogg"
    case flac = "audio/flac"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case zip = "application/zip"
    case text = "text/plain"
    case unknown = "application/octet-stream"

    /// How many bytes from the beginning are enough to tell.
    public static let headSize = 4096

    /// The type of a file that begins with `head`.
    public init(head: [UInt8]) {
        let found = Self.signatures.first { signature in
            signature.parts.allSatisfy { offset, bytes in
                head.count >= offset + bytes.count && head[offset..<offset + bytes.count].elementsEqual(bytes)
            }
        }
        switch found?.type {
        case .zip?: self = Self.isWord(head) ? .docx : .zip
        case let type?: self = type
        case nil: self = Self.isText(head) ? .text : .unknown
        }
    }

    private struct Signature: Sendable {
        let type: MediaType
        let parts: [(offset: Int, bytes: [UInt8])]

        init(_ type: MediaType, _ parts: (Int, [UInt8])...) {
            self.type = type
            self.parts = parts.map { (offset: $0.0, bytes: $0.1) }
        }

        init(_ type: MediaType, _ offset: Int, _ text: String...) {
            self.type = type
            parts = text.enumerated().map { (offset: offset + 4 * $0.offset, bytes: Array($0.element.utf8)) }
        }
    }

    private static let signatures: [Signature] = [
        Signature(.jpeg, (0, [0xFF, 0xD8, 0xFF])),
        Signature(.png, (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        Signature(.gif, 0, "GIF8"), Signature(.tiff, (0, [0x49, 0x49, 0x2A, 0])),
        Signature(.tiff, (0, [0x4D, 0x4D, 0, 0x2A])),
        Signature(.webp, (0, Array("RIFF".utf8)), (8, Array("WEBP".utf8))),
        Signature(.wav, (0, Array("RIFF".utf8)), (8, Array("WAVE".utf8))),
        Signature(.heic, 4, "ftyp", "heic"), Signature(.heic, 4, "ftyp", "mif1"), Signature(.m4a, 4, "ftyp", "M4A "),
        Signature(.mp4, 4, "ftyp"), Signature(.pdf, 0, "%PDF"), Signature(.mp3, 0, "ID3"),
        Signature(.mp3, (0, [0xFF, 0xFB])), Signature(.ogg, 0, "OggS"), Signature(.flac, 0, "fLaC"),
        Signature(.zip, (0, [0x50, 0x4B, 3, 4])),
    ]

    /// A Word file names one of its parts at the beginning of the archive.
    private static func isWord(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head, as: UTF8.self)
        return text.contains("word/") || text.contains("[Content_Types].xml")
    }

    /// UTF-8 without control characters; a character cut off at the end of the head is no fault.
    private static func isText(_ head: [UInt8]) -> Bool {
        guard !head.isEmpty, !head.contains(where: { $0 < 0x20 && ![9, 10, 13].contains($0) }) else { return false }
        return (0...3).contains { cut in
            head.count > cut && String(validating: head.dropLast(cut), as: UTF8.self) != nil
        }
    }
}
