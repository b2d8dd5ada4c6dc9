import DossierDisclosure
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierModel
import DossierProfiles

/// Makes the documents of cases in one language, edition and set of formats, and writes them.
struct Rendering: Sendable {
    let check: CaseCheck
    let composer: PetitionComposer
    let audience: Audience
    let files: DocumentFiles

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
        channel: String, language: LanguageTag, day: Day, audience: Audience, files: DocumentFiles, office: Office
    ) throws {
        check = try CaseCheck(channel: channel, on: day, language: language.text, office: office)
        composer = PetitionComposer(
            profile: check.profile,
            phrases: Phrasebook(
                wording: try office.wording(channel, language), states: check.states,
                institutions: check.institutions))
        self.audience = audience
        self.files = files
    }

    /// A document with what it was made of, before it is written.
    struct Composed: Sendable {
        var edition: Edition
        var document: Document
        var shortfalls: [Shortfall]
        var number: String
    }

    func composed(_ folder: CaseFolder, numbers: DocumentNumbers) -> Composed {
        let number = numbers[folder.caseRecord.id]
        let edition = Discloser(audience: audience, on: check.receivedOn).edition(of: folder)
        let shortfalls = check.shortfalls(of: folder)
        let document = composer.document(
            for: edition, shortfalls: shortfalls,
            standing: ProcedureStanding(folder: folder, check: check).assessment, number: number,
            codes: SourceCodes(folder.evidence) { numbers[$0] }, on: check.receivedOn)
        return Composed(edition: edition, document: document, shortfalls: shortfalls, number: number)
    }

    /// - Throws: ``Refusal`` when a file cannot be written.
    func make(_ folder: CaseFolder, numbers: DocumentNumbers) throws -> Made {
        let composed = composed(folder, numbers: numbers)
        let (edition, document, number) = (composed.edition, composed.document, composed.number)
        let isDraft = document.draft != nil
        let parts = [check.profile.channel, number, audience.edition, check.language.text]
        let written = try files.write(document, stem: (parts + (isDraft ? ["draft"] : [])).joined(separator: "-"))
        return Made(
            id: folder.caseRecord.id, number: number, isDraft: isDraft, files: written.paths,
            withheld: edition.withheld,
            fingerprint: written.fingerprint)
    }
}
