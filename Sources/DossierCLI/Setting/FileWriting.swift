import Foundation

/// Writes files so that a reader sees the whole of one or nothing.
enum FileWriting {
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Refusal(.cannotCreate, "cannotWrite", ["path": path])
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let part = "\(path).part"
        let isWritten = bytes.withUnsafeBytes { buffer in
            let file = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            guard file >= 0 else { return false }
            var offset = 0
            while offset < buffer.count {
                let count = Foundation.write(file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count <= 0 { break }
                offset += count
            }
            return Foundation.close(file) == 0 && offset == buffer.count
        }
        guard isWritten, rename(part, path) == 0 else {
            unlink(part)
            throw Refusal(.cannotCreate, "cannotWrite", ["path": path])
        }
    }
}
