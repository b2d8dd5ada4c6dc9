import DossierDisclosure
import DossierModel
import DossierProfiles

/// Composes the rows of a profile into numbered paragraphs.
struct RowComposer {
    let profile: Profile
    let phrases: Phrasebook
    let edition: Edition
    let blocking: [Shortfall]
    /// Starred rows that are answered in the library, and of which nothing may be disclosed.
    private(set) var undisclosed: [Profile.Row] = []

    init(profile: Profile, phrases: Phrasebook, edition: Edition, blocking: [Shortfall]) {
        self.profile = profile
        self.phrases = phrases
        self.edition = edition
        self.blocking = blocking
        guard edition.audience.edition == "full" else { return }
        undisclosed = profile.sections.flatMap(\.rows).filter { row in
            row.isStarred && edition.withholds(row.field) && !blocking.contains { $0.rule.row == row.id }
                && blocks(of: row).isEmpty
        }
    }

    /// The sections in which something is to be said, their paragraphs numbered through. Each answer is followed by the
    /// marks of its footnotes.
    func sections(citing citations: inout Citations) -> [Section] {
        var number = 0
        return profile.sections.compactMap { section in
            let paragraphs = section.rows.compactMap { row -> Paragraph? in
                var blocks = blocks(of: row)
                if !blocks.isEmpty { blocks.append(marks: citations.marks(at: row.field)) }
                blocks += gaps(of: row)
                guard !blocks.isEmpty else { return nil }
                number += 1
                return Paragraph(
                    number: number, label: label(row), isConfidential: isConfidential(row), blocks: blocks)
            }
            guard !paragraphs.isEmpty else { return nil }
            return Section(
                id: section.id, heading: phrases.wording["sections.\(section.id)"], paragraphs: paragraphs)
        }
    }

    /// The numbers of the paragraphs whose rows answer a rule.
    func numbers(answering rule: RuleDefinition, in sections: [Section]) -> [Int] {
        let labels = Set(rule.rows.map { phrases.wording["rows.\($0)"] })
        return sections.flatMap(\.paragraphs).filter { $0.label.map(labels.contains) == true }.compactMap(\.number)
    }

    private func label(_ row: Profile.Row) -> String { phrases.wording["rows.\(row.id)"] }

    private func isConfidential(_ row: Profile.Row) -> Bool {
        guard edition.audience.edition == "full" else { return false }
        return records(of: row.field).contains { record in
            edition.isMarkedConfidential(row.field, of: record)
                || row.field.type.itemFields.contains { edition.isMarkedConfidential($0, of: record) }
                || persons(named: row, in: record).contains {
                    edition.isMarkedConfidential(PersonFields.contact.definition, of: $0)
                }
        }
    }

    /// Persons of whom the row prints name and contact.
    private func persons(named row: Profile.Row, in record: Record) -> [Record] {
        record.links.filter { $0.field == row.field || row.field.type.itemFields.contains($0.field) }
            .compactMap { edition.folder.others[$0.target] }
    }

    private func gaps(of row: Profile.Row) -> [Block] {
        let missing = blocking.filter { $0.rule.row == row.id }.map { shortfall in
            let what = phrases.wording.filled(shortfall.key("headline"), shortfall.arguments)
            return gap(phrases.wording.filled("draft.gap", ["what": what]))
        }
        let isUndisclosed = row.isStarred && undisclosed.contains { $0.id == row.id }
        return missing + (isUndisclosed ? [gap(phrases.wording["draft.notDisclosed"])] : [])
    }

    private func gap(_ text: String) -> Block { .line(Line([Run(text, kind: .gap)])) }

    private func blocks(of row: Profile.Row) -> [Block] {
        if row.field.id == PersonFields.names.definition.id { return nameBlocks(row) }
        let records = records(of: row.field)
        return records.flatMap { record -> [Block] in
            guard let entry = record.entries[row.field.name] else { return [] }
            let composed = answers(for: record, field: row.field).blocks(entry.answer, field: row.field)
            guard records.count > 1, !composed.isEmpty else { return composed }
            return title(of: record) + composed
        }
    }

    /// Which of several incidents the lines after it are about.
    private func title(of record: Record) -> [Block] {
        let field = IncidentFields.title.definition
        guard let entry = record.entries[field.name] else { return [] }
        return answers(for: record, field: field).blocks(entry.answer, field: field).map { block in
            guard case .line(let line) = block, line.role == .plain else { return block }
            return .line(Line(line.runs, role: .lead))
        }
    }

    private func answers(for record: Record, field: FieldDefinition) -> AnswerComposer {
        AnswerComposer(
            phrases: phrases, channel: profile.channel, persons: edition.folder.others,
            namesDate: namesDate(of: field, in: record))
    }

    /// The day as of which places and institutions are named: that of the last sighting for its place, else that of the
    /// incident.
    private func namesDate(of field: FieldDefinition, in record: Record) -> PartialDate? {
        if field == CaseFields.lastSeenPlace.definition, let seen = record[CaseFields.lastSeenDate].value?.date {
            return seen
        }
        let incident = record.kind == .incident ? record : edition.folder.incident
        return incident?[IncidentFields.date].value?.date
    }

    private func records(of field: FieldDefinition) -> [Record] {
        switch field.kind {
        case .person: edition.folder.person.map { [$0] } ?? []
        case .incident: edition.folder.incidents
        case .case, .testimony, .exhibit, .claim, .consent, .report, .submission: [edition.folder.caseRecord]
        }
    }

    // MARK: Names, which the form asks for in parts

    private func nameBlocks(_ row: Profile.Row) -> [Block] {
        guard let names = edition.folder.person?[PersonFields.names].value,
            let leading = names.spelling(for: profile.channel)
        else { return [] }
        let shown = [leading] + phrases.otherScripts(names, than: leading)
        switch row.show {
        case .family: return part(\.family, of: shown)
        case .given: return part(\.given, of: shown)
        case .all: return [.line(Line(phrases.runs(names, channel: profile.channel)))]
        case .otherNames:
            let others = names.filter { !shown.contains($0) }
            return others.isEmpty ? [] : [.list(others.map(otherName))]
        }
    }

    private func part(_ part: KeyPath<PersonName, String?>, of names: [PersonName]) -> [Block] {
        let runs = names.compactMap { name in name[keyPath: part].map { Run($0, name.script.language) } }
        guard let first = runs.first else { return [] }
        let rest = runs.dropFirst().flatMap { [Run(", "), $0] }.dropFirst()
        return [.line(Line([first] + (rest.isEmpty ? [] : [Run(" (")] + rest + [Run(")")])))]
    }

    private func otherName(_ name: PersonName) -> Line {
        let notes = [
            name.kind == .primary ? nil : phrases.wording["nameKinds.\(name.kind.rawValue)"],
            name.system.map { phrases.wording["systems.\($0.rawValue)"] },
        ].compactMap(\.self)
        let run = Run(name.printed, name.script.language)
        return Line(notes.isEmpty ? [run] : [run, Run(" (\(notes.joined(separator: "; ")))")])
    }
}
