import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// Asks for an account question by question. Each answer is read as a case file would be, told at once when it cannot be
/// taken in, and kept before the next question is asked.
struct Interview {
    let office: Office
    /// Labels and explanations of fields.
    let help: Wording
    let terminal: Terminal

    private static let questions: [FieldDefinition] = [
        TestimonyFields.cases.definition, TestimonyFields.speaker.definition, TestimonyFields.category.definition,
        TestimonyFields.relation.definition, TestimonyFields.date.definition, TestimonyFields.place.definition,
        TestimonyFields.spoken.definition, TestimonyFields.setting.definition, TestimonyFields.occasion.definition,
        TestimonyFields.interviewer.definition, TestimonyFields.interpreter.definition,
    ]

    /// The account as far as it was told, and whether it was told to the end.
    func run(_ begun: Record, keep: (Record) throws -> Void) throws -> (record: Record, isDone: Bool) {
        var record = begun
        terminal.line(office.messages["interview.opening"])
        for field in Self.questions where record.entries[field.name] == nil {
            guard try ask(field, &record) else { return (record, false) }
            try keep(record)
        }
        while true {
            let number = (record[TestimonyFields.paragraphs].value?.count ?? 0) + 1
            terminal.line(office.messages.filled("interview.paragraph", ["number": String(number)]))
            switch try paragraph(number, of: record) {
            case .left: return (record, false)
            case .ended: return (record, true)
            case .told(let item):
                let items = (record[TestimonyFields.paragraphs].value ?? []) + [item]
                record.entries[TestimonyFields.paragraphs.definition.name] = Entry(
                    answer: .given(Accounts(.items(items))))
                try keep(record)
            }
        }
    }

    /// False when the person has left.
    private func ask(_ field: FieldDefinition, _ record: inout Record) throws -> Bool {
        while true {
            guard let answer = line("\(help["fields.\(field.id).label"])\(choices(field))") else { return false }
            if answer.isEmpty { return true }
            if answer == "?" {
                terminal.line("  \(help["fields.\(field.id).help"])")
                terminal.line("  \(help["types.\(field.type.word)"])")
                continue
            }
            let parts = answer.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            var plain = PlainRecord(record)
            switch field.type {
            case .references, .codes, .lines, .choices: plain.set(field.name, list: parts)
            default: plain.set(field.name, answer)
            }
            if let read = read(plain) {
                record = read
                return true
            }
        }
    }

    private enum Told {
        case told(Item)
        case ended
        case left
    }

    private func paragraph(_ number: Int, of record: Record) throws -> Told {
        guard let text = line("¶ \(number)") else { return .left }
        if text.isEmpty { return .ended }
        var members = [("number", String(number)), ("text", text)]
        let knowledge = ParagraphFields.knowledge.definition
        while true {
            guard let answer = line("  \(help["fields.\(knowledge.id).label"])\(choices(knowledge))") else {
                return .left
            }
            if answer == "?" {
                terminal.line("  \(help["fields.\(knowledge.id).help"])")
                continue
            }
            if !answer.isEmpty { members.append(("knowledge", answer)) }
            if answer == ParagraphFields.Knowledge.hearsay.rawValue {
                let from = ParagraphFields.heardFrom.definition
                guard let who = line("  \(help["fields.\(from.id).label"])") else { return .left }
                if !who.isEmpty { members.append(("heardFrom", who)) }
            }
            var plain = PlainRecord(.testimony, id: record.id, language: record.language.text)
            plain.append(to: "paragraphs", [members])
            if let item = read(plain)?[TestimonyFields.paragraphs].value?.first { return .told(item) }
            members = Array(members.prefix(2))
        }
    }

    /// The record with what was added, nil when it cannot be taken in and that has been told.
    private func read(_ plain: PlainRecord) -> Record? {
        var reader = RecordReader(file: office.messages["interview.here"], inspectText: TextInspection.rule)
        let record = reader.record(from: plain.node)
        guard reader.findings.isEmpty else {
            FindingsFace(messages: office.messages, terminal: terminal).show(reader.findings)
            return nil
        }
        return record
    }

    private func choices(_ field: FieldDefinition) -> String {
        if case .choice(let codes) = field.type { " (\(codes.joined(separator: " | ")))" } else { "" }
    }

    /// What was typed; nil at the end of input.
    private func line(_ question: String) -> String? {
        terminal.write("\(terminal.styled(question, .bold)): ")
        guard let text = readLine() else {
            terminal.line()
            return nil
        }
        return TextInspection.normalised(text).trimmingCharacters(in: .whitespaces)
    }
}

/// An interview that was left, kept as a case file beside the library's own files.
struct InterviewDraft {
    private let path: String

    init(folder: String) { path = "\(folder)/testimony-draft.yaml" }

    /// The account as far as it was told; nil when none was left.
    func record() throws -> Record? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let reading = CaseFileReader().read(paths: [path])
        guard reading.findings.isEmpty, var record = reading.records.first, record.kind == .testimony else {
            throw Refusal(.badInput, "badDraft", ["path": path])
        }
        record.origin = nil
        return record
    }

    /// Only the owner may read it.
    func keep(_ record: Record) throws {
        let text = CaseFileWriter.yaml([record]) ?? ""
        let part = "\(path).part"
        guard
            FileManager.default.createFile(
                atPath: part, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
            rename(part, path) == 0
        else { throw Refusal(.cannotCreate, "cannotWrite", ["path": path]) }
    }

    func remove() { unlink(path) }
}
