import Crypto
import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierModel
import DossierProfiles
import DossierXML
import Foundation

/// Makes the documents of cases in one language, edition and set of formats, and writes them.
struct Rendering: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case xml, html, json
    }

    let check: CaseCheck
    let composer: PetitionComposer
    let html: HTMLWriter
    let audience: Audience
    let formats: [Format]
    let folder: String

    /// What was made of one case.
    struct Made: Sendable {
        var id: RecordID
        var number: String
        var isDraft: Bool
        var files: [String]
        var withheld: [Withheld]
        /// Hash over the hashes of the files.
        var fingerprint: String

        /// The same without the names of files and what was withheld.
        var withoutLists: Made {
            Made(id: id, number: number, isDraft: isDraft, files: [], withheld: [], fingerprint: fingerprint)
        }
    }

    init(
        channel: String, language: LanguageTag, day: Day, audience: Audience, formats: [Format], folder: String,
        office: Office
    ) throws {
        check = try CaseCheck(channel: channel, on: day, language: language.text, office: office)
        composer = PetitionComposer(
            profile: check.profile,
            phrases: Phrasebook(
                wording: try office.wording(channel, language), states: check.states,
                institutions: check.institutions))
        html = HTMLWriter(style: try office.templates.text("style.css"))
        self.audience = audience
        self.formats = formats
        self.folder = folder
    }

    /// - Throws: ``Refusal`` when a file cannot be written.
    func make(_ folder: CaseFolder, number: String) throws -> Made {
        let edition = Discloser(audience: audience, on: check.receivedOn).edition(of: folder)
        let shortfalls = check.shortfalls(of: folder)
        let document = composer.document(
            for: edition, shortfalls: shortfalls,
            standing: ProcedureStanding(folder: folder, check: check).assessment, number: number,
            on: check.receivedOn)
        let isDraft = document.draft != nil
        let parts = [check.profile.channel, number, audience.edition, check.language.text]
        let stem = (parts + (isDraft ? ["draft"] : [])).joined(separator: "-")
        var hashes: [UInt8] = []
        let files = try formats.map { format in
            let bytes = try bytes(of: document, as: format)
            hashes += SHA256.hash(data: bytes)
            let path = "\(self.folder)/\(stem).\(format.rawValue)"
            try FileWriting.write(bytes, to: path)
            return path
        }
        let fingerprint = SHA256.hash(data: hashes).map { String(format: "%02x", $0) }.joined()
        return Made(
            id: folder.caseRecord.id, number: number, isDraft: isDraft, files: files, withheld: edition.withheld,
            fingerprint: fingerprint)
    }

    private func bytes(of document: Document, as format: Format) throws -> [UInt8] {
        switch format {
        case .xml: try AKNWriter().bytes(document)
        case .html: html.bytes(document)
        case .json: try JSONDocumentWriter.bytes(document)
        }
    }
}

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
