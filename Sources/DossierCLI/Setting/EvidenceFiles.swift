import DossierDisclosure
import DossierDocuments
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// Makes the evidence files of cases in one language, edition and set of formats.
struct EvidenceFiles: Sendable {
    let composer: EvidenceFileComposer
    let audience: Audience
    let day: Day
    let files: DocumentFiles

    init(language: LanguageTag, day: Day, audience: Audience, files: DocumentFiles, office: Office) throws {
        composer = EvidenceFileComposer(
            catalogue: try office.findings(),
            phrases: Phrasebook(
                wording: try office.evidenceWording(language), states: try office.states(),
                institutions: try office.institutions()))
        self.audience = audience
        self.day = day
        self.files = files
    }

    func document(for edition: Edition, of folder: CaseFolder, numbers: DocumentNumbers) -> Document {
        composer.document(
            for: edition, number: numbers[folder.caseRecord.id], codes: SourceCodes(folder.evidence) { numbers[$0] },
            on: day)
    }

    /// Nil when no consent stands: then nothing is written at all.
    /// - Throws: ``Refusal`` when a file cannot be written.
    func make(_ folder: CaseFolder, numbers: DocumentNumbers) throws -> Rendering.Made? {
        let edition = Discloser(audience: audience, on: day).edition(of: folder)
        guard !edition.isEmpty else { return nil }
        let number = numbers[folder.caseRecord.id]
        let document = document(for: edition, of: folder, numbers: numbers)
        let stem = [composer.catalogue.channel, number, audience.edition, composer.phrases.wording.language.text]
        let written = try files.write(document, stem: stem.joined(separator: "-"))
        return Rendering.Made(
            id: folder.caseRecord.id, number: number, isDraft: false, files: written.paths,
            withheld: edition.withheld, fingerprint: written.fingerprint)
    }
}
