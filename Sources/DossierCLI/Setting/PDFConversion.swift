import Foundation

/// Makes a PDF of a Word file by LibreOffice, where that is installed. The PDF bears a date and an id of its own and is
/// not the same bytes each time: it is for reading, and never what is uploaded.
enum PDFConversion {
    /// - Throws: ``Refusal`` when there is no LibreOffice, or it makes nothing.
    static func pdf(of word: [UInt8]) throws -> [UInt8] {
        guard let program = ["soffice", "libreoffice"].lazy.compactMap(path).first else {
            throw Refusal(.cannotCreate, "noLibreOffice")
        }
        var template = Array("\(FileManager.default.temporaryDirectory.path)/dossier-pdf-XXXXXX".utf8CString)
        // A folder that nobody else has made, for its owner alone (0700): petitions pass through it.
        guard let made = mkdtemp(&template) else { throw Refusal(.cannotCreate, "libreOfficeFailed") }
        let folder = String(cString: made)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try Data(word).write(to: URL(fileURLWithPath: "\(folder)/document.docx"))
            try convert(program, in: folder)
            let pdf = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/document.pdf"))
            guard pdf.starts(with: Array("%PDF".utf8)) else { throw Refusal(.cannotCreate, "libreOfficeFailed") }
            return Array(pdf)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.cannotCreate, "libreOfficeFailed")
        }
    }

    /// In seconds. A report takes three; whatever takes longer than this hangs.
    private static let patience = 120.0

    private static func convert(_ program: String, in folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // A profile of its own: LibreOffice runs once for each profile.
        process.arguments = [
            "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
            #"pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#, "--outdir", folder,
            "\(folder)/document.docx",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + patience) == .timedOut {
            // The program that was started may be a script that waits for the real one.
            process.terminate()
            kill(process.processIdentifier, SIGKILL)
            throw Refusal(.cannotCreate, "libreOfficeFailed")
        }
        guard process.terminationStatus == 0 else { throw Refusal(.cannotCreate, "libreOfficeFailed") }
    }

    private static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
