import DossierModel
import DossierProfiles

/// Under which headings the form of a kind of record asks: those of the body's form where it asks for fields of the kind,
/// else those of Templates/desk/forms.yaml. What stands nowhere comes last, so that no field is ever missing.
struct FormLayout: Sendable {
    struct Part: Sendable {
        var id: String
        /// Nil for a heading of the body's form.
        var ownKey: String?
        var fields: [FieldDefinition]
    }

    private let parts: [RecordKind: [Part]]

    /// From the tree of `desk/forms.yaml`.
    init(_ node: PlainNode, profile: Profile) {
        var parts: [RecordKind: [Part]] = [:]
        for kind in RecordKind.allCases {
            let all = FieldCatalogue.fields(of: kind)
            let own = node["forms"]?[kind.rawValue].map { Self.own($0, kind) } ?? []
            let asked = own.isEmpty ? Self.asked(by: profile, all) : own
            let placed = Set(asked.flatMap(\.fields).map(\.id))
            let rest = all.filter { !placed.contains($0.id) }
            let last = Part(id: "rest", ownKey: asked.isEmpty ? "form.all" : "form.rest", fields: rest)
            parts[kind] = asked + (rest.isEmpty ? [] : [last])
        }
        self.parts = parts
    }

    func parts(of kind: RecordKind) -> [Part] { parts[kind] ?? [] }

    private static func asked(by profile: Profile, _ all: [FieldDefinition]) -> [Part] {
        var placed: Set<String> = []
        return profile.sections.compactMap { section in
            let asked = Set(section.rows.map(\.field.id))
            let fields = all.filter { asked.contains($0.id) && placed.insert($0.id).inserted }
            return fields.isEmpty ? nil : Part(id: section.id, ownKey: nil, fields: fields)
        }
    }

    private static func own(_ node: PlainNode, _ kind: RecordKind) -> [Part] {
        guard case .list(let sections) = node.content else { return [] }
        return sections.compactMap { section in
            guard let id = section["id"]?.scalar, case .list(let names)? = section["fields"]?.content else {
                return nil
            }
            let fields = names.compactMap { $0.scalar }.compactMap { FieldCatalogue.field($0, of: kind) }
            return Part(id: id, ownKey: "formParts.\(kind.rawValue).\(id)", fields: fields)
        }
    }
}
