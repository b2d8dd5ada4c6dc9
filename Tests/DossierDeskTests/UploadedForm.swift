import DossierTestSupport

@testable import DossierDesk

/// A form, written as browsers write it and read through the parser.
struct UploadedForm: Equatable {
    struct Part: Equatable {
        var name: String
        var filename: String?
        var contentType: String?
        var body: [UInt8]
    }

    var parts: [Part]

    func encoded(boundary: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escaped(part.name))\""
            if let filename = part.filename { head += "; filename=\"\(Self.escaped(filename))\"" }
            if let type = part.contentType { head += "\r\nContent-Type: \(type)" }
            bytes += Array("\(head)\r\n\r\n".utf8) + part.body + Array("\r\n".utf8)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    /// WHATWG HTML, multipart/form-data encoding algorithm.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "%22"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// What the parser makes of chunks that hold one form together, each piece of a body joined.
    /// - Throws: ``MultipartError``, and ``Disorder`` when events come in an order in which no form can be read.
    static func read(
        _ chunks: [ArraySlice<UInt8>], boundary: String = "b", limits: MultipartLimits = .upload
    ) throws -> UploadedForm {
        var parser = try MultipartParser(boundary: boundary, limits: limits)
        var form = UploadedForm(parts: [])
        var isInPart = false
        for chunk in chunks {
            for event in try parser.feed(chunk) {
                switch event {
                case .partBegan(let headers) where !isInPart:
                    isInPart = true
                    form.parts.append(
                        Part(
                            name: headers.name, filename: headers.filename, contentType: headers.contentType, body: []))
                case .body(let bytes) where isInPart && !bytes.isEmpty:
                    form.parts[form.parts.count - 1].body += bytes
                case .partEnded where isInPart: isInPart = false
                default: throw Disorder()
                }
            }
        }
        try parser.finish()
        return form
    }

    static func read(_ text: String, limits: MultipartLimits = .upload) throws -> UploadedForm {
        try read([Array(text.utf8)[...]], limits: limits)
    }

    struct Disorder: Error {}
}

/// What `work` was refused for; nil when it was not.
func formRefusal(_ work: () throws -> Void) -> MultipartError? {
    do {
        try work()
        return nil
    } catch {
        return error as? MultipartError
    }
}

extension [UInt8] {
    /// Cut into pieces of the lengths that `length` gives.
    func cut(_ length: () -> Int) -> [ArraySlice<UInt8>] {
        var rest = self[...]
        var pieces: [ArraySlice<UInt8>] = []
        while !rest.isEmpty {
            let piece = rest.prefix(Swift.max(1, length()))
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}
