import DossierHTML
import DossierModel

extension FormPainter {
    func isFaulty(_ name: String, _ field: FieldDefinition) -> Bool {
        !findings(at: name, field).isEmpty || conflicts.keys.contains { owns($0, name, field) }
    }

    /// The findings that are told at an entry: at a list none of those that belong to an entry of a member.
    func findings(at name: String, _ field: FieldDefinition) -> [FormFinding] {
        findings.filter { owns($0.box, name, field) }
    }

    private func owns(_ box: String, _ name: String, _ field: FieldDefinition) -> Bool {
        guard box == name || box.hasPrefix("\(name).") else { return false }
        let fields = field.type.itemFields
        guard !fields.isEmpty else { return true }
        // name . account . value . member . field
        let rest = box.dropFirst(name.count).split(separator: ".")
        return !(rest.count >= 4 && rest[1] == "value" && fields.contains { $0.name == rest[3] })
    }

    func found(at name: String, _ field: FieldDefinition) -> HTMLNode {
        let told = findings(at: name, field).map { finding in
            HTMLNode.tag(
                "li", [:],
                [
                    .tag("strong", text: words.finding(finding, "headline")), .text(" "),
                    .text(words.finding(finding, "mend")),
                ])
        }
        let others = conflicts.filter { owns($0.key, name, field) }.sorted { $0.key < $1.key }.map { conflict in
            HTMLNode.tag(
                "li", ["class": "conflict"],
                [
                    .tag("strong", text: words["form.conflict"]), .text(" "),
                    .tag("q", text: conflict.value.isEmpty ? words["form.emptied"] : conflict.value),
                ])
        }
        // Always there, so that the script can fill it and a reader's voice tells of it.
        return .tag("ul", ["class": "findings", "data-findings": name, "role": "status"], told + others)
    }
}
