import DossierFiles
import Foundation
import Glibc

/// Files of a form while they come in: each written as it comes into a folder that its owner alone can open, under a
/// number and never under its own name, which may lead anywhere.
final class UploadedFiles {
    /// A file that has come in whole.
    struct File: Sendable {
        var path: String
        /// As the sender calls it, without folders; for the record, never for the disk.
        var name: String
        var bytes: Int
    }

    private let folder: String
    private(set) var files: [File] = []
    private var handle: FileHandle?
    private var current: File?

    /// - Throws: ``FileError`` when the library's folder cannot be written.
    init(in library: String) throws {
        var template = Array("\(library)/upload-\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError.writing(library, errno) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? handle?.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Throws away what processes have left that are no more.
    static func removeLeft(in library: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? [] {
            let parts = name.split(separator: "-")
            guard parts.count == 3, parts[0] == "upload", let process = Int32(parts[1]), kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(library)/\(name)")
        }
    }

    func begin(name: String) throws {
        let path = "\(folder)/\(files.count + 1)"
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw FileError.writing(path, errno) }
        self.handle = handle
        // A path of another system is cut at its last separator, as the browser should have done.
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        current = File(path: path, name: last.isEmpty ? "—" : last, bytes: 0)
    }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        do {
            try handle?.write(contentsOf: bytes)
        } catch {
            throw FileError.writing(folder, ENOSPC)
        }
        current?.bytes += bytes.count
    }

    func end() throws {
        try handle?.close()
        handle = nil
        // A browser sends an empty file where none was chosen.
        if let current, current.bytes > 0 || current.name != "—" { files.append(current) }
        current = nil
    }
}
