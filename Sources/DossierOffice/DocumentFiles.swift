import Crypto
package import DossierDocuments
import DossierFiles
import DossierIntake
import DossierXML
import Foundation

/// Writes documents into a folder, in one or more formats.
package struct DocumentFiles: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case xml, html, docx, pdf, json

        /// Several, with commas between.
        package static func list(_ text: String) throws -> [Format] {
            try text.split(separator: ",").map { word in
                guard let format = Format(rawValue: String(word)) else {
                    throw Refusal(
                        .usage, "badChoice",
                        ["option": "--format", "value": String(word), "known": "xml, html, docx, pdf, json"])
                }
                return format
            }
        }
    }

    /// A document in one format.
    package struct Made: Sendable {
        package var format: Format
        package var bytes: [UInt8]
        /// What a file was made from whose own text is compressed: words are looked for there.
        package var origin: [UInt8]?
    }

    package let html: HTMLWriter
    package let word: WordWriter
    package let formats: [Format]
    package let folder: String

    package init(formats: [Format], folder: String, office: Office) throws {
        html = HTMLWriter(style: try office.templates.text("style.css"))
        word = WordWriter(
            style: WordStyle(
                styles: try office.templates.text("word/styles.xml"),
                fonts: try office.templates.text("word/fonts.xml"),
                theme: try office.templates.text("word/theme.xml")))
        self.formats = formats
        self.folder = folder
    }

    /// The files of one document, and a hash over their hashes.
    /// - Throws: ``Refusal`` when a file cannot be written.
    package func write(_ document: Document, stem: String) throws -> (paths: [String], fingerprint: String) {
        // All of them are made before the first is written: what cannot be made leaves nothing behind.
        let made = try made(of: document).map {
            (path: "\(folder)/\(stem).\($0.format.rawValue)", bytes: $0.bytes)
        }
        for (path, bytes) in made { try FileWriting.write(bytes, to: path) }
        let hashes = made.flatMap { SHA256.hash(data: $0.bytes) }
        return (made.map(\.path), SHA256.hash(data: hashes).map { String(format: "%02x", $0) }.joined())
    }

    /// One document in every format that was asked for.
    package func made(of document: Document) throws -> [Made] { try formats.map { try made(of: document, as: $0) } }

    private func made(of document: Document, as format: Format) throws -> Made {
        switch format {
        case .xml: return Made(format: format, bytes: try AKNWriter().bytes(document))
        case .html: return Made(format: format, bytes: html.bytes(document))
        case .docx: return Made(format: format, bytes: try word.bytes(document))
        case .pdf:
            let origin = try word.bytes(document)
            return Made(format: format, bytes: try PDFConversion.pdf(of: origin), origin: origin)
        case .json: return Made(format: format, bytes: try JSONDocumentWriter.bytes(document))
        }
    }
}
