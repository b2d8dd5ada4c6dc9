import ArgumentParser
import Crypto
import DossierDocuments
import DossierFiles
import DossierIntake
import DossierXML
import Foundation

/// Writes documents into a folder, in one or more formats.
struct DocumentFiles: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case xml, html, docx, pdf, json

        /// Several, with commas between.
        static func list(_ text: String) throws -> [Format] {
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

    let html: HTMLWriter
    let word: WordWriter
    let formats: [Format]
    let folder: String

    init(formats: [Format], folder: String, office: Office) throws {
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
    func write(_ document: Document, stem: String) throws -> (paths: [String], fingerprint: String) {
        // All of them are made before the first is written: what cannot be made leaves nothing behind.
        let made = try bytes(of: document).map {
            (path: "\(folder)/\(stem).\($0.format.rawValue)", bytes: $0.bytes)
        }
        for (path, bytes) in made { try FileWriting.write(bytes, to: path) }
        let hashes = made.flatMap { SHA256.hash(data: $0.bytes) }
        return (made.map(\.path), SHA256.hash(data: hashes).map { String(format: "%02x", $0) }.joined())
    }

    /// One document in every format that was asked for.
    func bytes(of document: Document) throws -> [(format: Format, bytes: [UInt8])] {
        try formats.map { (format: $0, bytes: try bytes(of: document, as: $0)) }
    }

    private func bytes(of document: Document, as format: Format) throws -> [UInt8] {
        switch format {
        case .xml: try AKNWriter().bytes(document)
        case .html: html.bytes(document)
        case .docx: try word.bytes(document)
        case .pdf: try PDFConversion.pdf(of: word.bytes(document))
        case .json: try JSONDocumentWriter.bytes(document)
        }
    }
}
