import DossierIntake
package import DossierModel
import DossierProfiles

/// Says what a field of a record holds: labels and choices in the language of messages, all else as case files write it,
/// which is how staff know and edit it.
package struct FieldWords: Sendable {
    private let labels: Wording
    private let choices: Wording

    package init(_ office: Office) throws {
        labels = try office.fieldWording()
        choices = Wording(
            language: office.messages.language,
            nodes: [try office.templates.document("catalogue/choices.\(office.messages.language).yaml")])
    }

    package func label(_ field: FieldDefinition) -> String { labels["fields.\(field.id).label"] }

    package func label(_ kind: RecordKind) -> String { labels["kinds.\(kind.rawValue).label"] }

    package func label(_ level: Confidentiality) -> String { labels["confidentiality.\(level.word).label"] }

    /// What the field of a record holds, in lines; none when it was not answered.
    package func lines(_ entry: Entry?, _ field: FieldDefinition, language: LanguageTag) -> [String] {
        guard let entry else { return [] }
        if let codes = Self.plainCodes(entry, field) {
            return [codes.map { word($0, of: field) }.joined(separator: ", ")]
        }
        guard let id = RecordID(field.kind.rawValue) else { return [] }
        var record = Record(id: id, kind: field.kind, language: language)
        record.entries[field.name] = entry
        guard let node = RecordPrinter.plain(record)[field.name] else { return [] }
        let text = node.scalar ?? CaseFileWriter.yaml(node) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// Lists of which no document tells have no words, such as the purposes of a consent.
    private func word(_ code: String, of field: FieldDefinition) -> String {
        let key = "choices.\(field.id).\(code)"
        return choices.contains(key) ? choices[key] : code
    }

    /// The codes of a choice that stands without account or level; nil for any other answer.
    private static func plainCodes(_ entry: Entry, _ field: FieldDefinition) -> [String]? {
        switch field.type {
        case .choice, .choices: break
        default: return nil
        }
        guard entry.confidentiality == nil, case .given(let accounts) = entry.answer, accounts.all.count == 1,
            accounts.leading.source == nil, !accounts.leading.isPreferred,
            case .choices(let codes) = accounts.leading.value
        else { return nil }
        return codes
    }
}
