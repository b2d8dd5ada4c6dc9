import Foundation

/// Makes a PDF of a Word file by LibreOffice, where that is installed. The PDF bears a date and an id of its own and is
/// not the same bytes each time: it is for reading, and never what is uploaded.
enum PDFConversion {
    /// - Throws: ``Refusal`` when there is no LibreOffice, or it makes nothing.
    static func pdf(of word: [UInt8]) throws -> [UInt8] {
        guard let program = ["soffice", "libreoffice"].lazy.compactMap(path).first else {
            throw Refusal(.cannotCreate, "noLibreOffice")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-pdf-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(word).write(to: folder.appending(path: "document.docx"))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            // A profile of its own: LibreOffice runs once for each profile.
            process.arguments = [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--convert-to",
                #"pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#, "--outdir",
                folder.path, "\(folder.path)/document.docx",
            ]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let made = try Data(contentsOf: folder.appending(path: "document.pdf"))
            guard process.terminationStatus == 0, made.starts(with: Array("%PDF".utf8)) else {
                throw Refusal(.cannotCreate, "libreOfficeFailed")
            }
            return Array(made)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.cannotCreate, "libreOfficeFailed")
        }
    }

    private static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
