import DossierModel

/// Puts into the words of forms what a text says in the words of case files: “complaints: {none: …}” becomes
/// “Complaints: None”. Rules are worded once, for both.
struct SpokenWords {
    let words: DeskWords
    /// Whose fields a bare name means first.
    let kind: RecordKind

    func text(_ text: String) -> String {
        text.replacing(#/“([a-zA-Z][a-zA-Z0-9: {}…-]*)”/#) { match in "“\(spoken(String(match.output.1)))”" }
    }

    private func spoken(_ token: String) -> String {
        let parts = token.split { ": {}…".contains($0) }.map(String.init)
        let names = parts.map { part in
            field(part).map { words.label($0) } ?? answer(part) ?? choice(part, after: parts.first) ?? own(part) ?? part
        }
        return names.joined(separator: ": ")
    }

    private func field(_ name: String) -> FieldDefinition? {
        let all = FieldCatalogue.all.filter { $0.name == name }
        return all.first { $0.kind == kind } ?? all.first
    }

    private func answer(_ word: String) -> String? {
        AnswerKind(rawValue: word).map { words["answers.\($0.rawValue)"] }
    }

    private func choice(_ code: String, after name: String?) -> String? {
        let fields = FieldCatalogue.all.filter { $0.name == name || name == code }
        for field in fields {
            switch field.type {
            case .choice(let codes) where codes.contains(code), .choices(let codes) where codes.contains(code):
                return words.choice(code, of: field)
            default: continue
            }
        }
        return nil
    }

    /// Words of case files that are no fields.
    private func own(_ word: String) -> String? {
        words.holds("caseFileWords.\(word)") ? words["caseFileWords.\(word)"] : nil
    }
}
