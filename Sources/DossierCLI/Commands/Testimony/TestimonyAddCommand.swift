import ArgumentParser
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct TestimonyAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Record an account: asked question by question, or out of a transcript.",
        discussion: """
            On a terminal the command asks its way through. Enter alone skips a question, “?” explains it, and Ctrl-D \
            leaves: what was said is kept, and the next “testimony add” goes on from there. With --from the paragraphs of \
            a text, Markdown or Word transcript are taken; the words that were spoken are kept as they are.

            A correction is a new revision, made with “case edit”; nothing is overwritten.
            """)

    @Option(help: "A transcript: plain text, Markdown or Word.", completion: .file())
    var from: String?
    @Option(help: "A case that the account is about; may be given again.")
    var `case`: [String] = []
    @Option(help: "The person who speaks; leave it out where only the category may be recorded.")
    var speaker: String?
    @Option(help: "relative, bystander, fellow-captive, colleague, official or other.")
    var category: String?
    @Option(help: "The date of the account, as EDTF.")
    var date: String?
    @Option(help: "The language spoken, in which the paragraphs stand.")
    var spoken = "ko"
    @Option(help: "in-person, telephone, video, in-writing or public-hearing.")
    var setting: String?
    @Option(help: "first or repeated.")
    var occasion: String?
    @Option(help: "How the speaker stands to the disappeared person, in words.")
    var relation: String?
    @Option(help: "Where the account was given, as widely as is safe.")
    var at: String?
    @Option(help: "public, partner, body or house, where the whole account is more confidential than its fields.")
    var confidentiality: String?
    @Option(help: "The code of whoever interpreted; stays in the house.")
    var interpreter: String?
    @Option(help: "The code of whoever asked; stays in the house.")
    var interviewer: String?
    @Option(help: "How the speaker knows, where all paragraphs are alike: direct, hearsay or inferred.")
    var knowledge: String?
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = office.libraryPath(place.library)
            try Library.open(at: path, readOnly: true).close()
            var random = SystemRandomNumberGenerator()
            let fresh = RecordID(fresh: .testimony, using: &random)
            if let from {
                let node = try record(fresh, of: try transcript(from))
                try RecordEntry(office: office, library: place.library).save(node, reason: "testimony")
                return tell(fresh, office)
            }
            guard office.surroundings.canAsk else { throw Refusal(.usage, "notATerminal") }
            let draft = InterviewDraft(folder: path)
            let interview = Interview(
                office: office, help: try office.fieldWording(),
                terminal: Terminal(usesColour: office.surroundings.usesColour))
            let begun =
                try draft.record() ?? Record(id: fresh, kind: .testimony, language: LanguageTag(spoken) ?? .korean)
            let (record, isDone) = try interview.run(begun) { try draft.keep($0) }
            guard isDone else {
                return Terminal(usesColour: false).line(office.messages["testimony.left"])
            }
            try RecordEntry(office: office, library: place.library).save(
                PlainRecord(record).node, reason: "testimony")
            draft.remove()
            tell(record.id, office)
        }
    }

    private func tell(_ id: RecordID, _ office: Office) {
        Terminal(usesColour: false).line(office.messages.filled("testimony.added", ["id": id.text]))
    }

    private func transcript(_ file: String) throws -> Transcript {
        switch CaseFileReader.bytes(of: file) {
        case .success(let bytes): return try TranscriptReader.read(bytes)
        case .failure: throw Refusal(.noInput, "file.missing", ["path": file])
        }
    }

    private func record(_ id: RecordID, of transcript: Transcript) throws -> PlainNode {
        var record = PlainRecord(.testimony, id: id, language: spoken)
        record.set("cases", list: `case`)
        record.set("speaker", speaker)
        record.set("category", category)
        record.set("date", date)
        record.set("spoken", list: [spoken])
        record.set("setting", setting)
        record.set("occasion", occasion)
        record.set("relation", relation)
        record.set("place", at)
        record.set("confidentiality", confidentiality)
        record.set("interviewer", interviewer)
        record.set("interpreter", interpreter)
        record.append(
            to: "paragraphs",
            transcript.paragraphs.enumerated().map { index, text in
                [("number", String(index + 1)), ("text", text)] + (knowledge.map { [("knowledge", $0)] } ?? [])
            })
        return record.node
    }
}
