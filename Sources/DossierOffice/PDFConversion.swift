import DossierFiles
import DossierPackages
import Foundation

/// Makes a PDF of a Word file by LibreOffice, where that is installed. The PDF bears a date and an id of its own and is
/// not the same bytes each time: it is for reading, and never what is uploaded.
package enum PDFConversion {
    /// - Throws: ``Refusal`` when there is no LibreOffice, or it makes nothing.
    package static func pdf(of word: [UInt8]) throws -> [UInt8] {
        let environment = Surroundings.here().environment
        guard let program = ["soffice", "libreoffice"].lazy.compactMap({ find($0, environment) }).first else {
            throw Refusal(.cannotCreate, "noLibreOffice")
        }
        do {
            // For its owner alone: petitions pass through it.
            let folder = try PrivateFolder()
            let (document, pdf) = ("\(folder.path)/document.docx", "\(folder.path)/document.pdf")
            try FileWriting.write(word, to: document)
            // A profile of its own: LibreOffice runs once for each profile.
            try program.run(
                [
                    "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--convert-to",
                    #"pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#, "--outdir",
                    folder.path, document,
                ], OutsideProgram.Manner(patience: patience))
            let bytes = try Data(contentsOf: URL(fileURLWithPath: pdf))
            guard bytes.starts(with: Array("%PDF".utf8)) else { throw Refusal(.cannotCreate, "libreOfficeFailed") }
            return Array(bytes)
        } catch {
            // It says nothing that would help whoever wants a PDF.
            throw Refusal(.cannotCreate, "libreOfficeFailed")
        }
    }

    /// A report takes three seconds; whatever takes longer than this hangs.
    private static let patience = Duration.seconds(120)

    private static func find(_ name: String, _ environment: [String: String]) -> OutsideProgram? {
        try? OutsideProgram(name, debianPackage: "libreoffice-writer-nogui", environment: environment)
    }
}
