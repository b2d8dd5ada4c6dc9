package import DossierDisclosure
package import DossierDocuments
import DossierIntake
package import DossierLibrary
package import DossierModel
package import DossierProfiles

/// Makes the documents of cases in one language, edition and set of formats, and writes them.
package struct Rendering: Sendable {
    package let check: CaseCheck
    package let composer: PetitionComposer
    package let audience: Audience
    package let files: DocumentFiles

    /// What was made of one case.
    package struct Made: Sendable {
        package var id: RecordID
        package var number: String
        package var isDraft: Bool
        package var files: [String]
        package var withheld: [Withheld]
        /// Hash over the hashes of the files.
        package var fingerprint: String

        package init(
            id: RecordID, number: String, isDraft: Bool, files: [String], withheld: [Withheld], fingerprint: String
        ) {
            self.id = id
            self.number = number
            self.isDraft = isDraft
            self.files = files
            self.withheld = withheld
            self.fingerprint = fingerprint
        }

        /// The same without the names of files and what was withheld.
        package var withoutLists: Made {
            Made(id: id, number: number, isDraft: isDraft, files: [], withheld: [], fingerprint: fingerprint)
        }
    }

    /// Of parts that are at hand.
    package init(check: CaseCheck, composer: PetitionComposer, audience: Audience, files: DocumentFiles) {
        self.check = check
        self.composer = composer
        self.audience = audience
        self.files = files
    }

    package init(
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
    package struct Composed: Sendable {
        package var edition: Edition
        package var document: Document
        package var shortfalls: [Shortfall]
        package var number: String
    }

    package func composed(_ folder: CaseFolder, numbers: DocumentNumbers) -> Composed {
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
    package func make(_ folder: CaseFolder, numbers: DocumentNumbers) throws -> Made {
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
