import DossierDisclosure
import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

/// Tells what documents were made and what was withheld from them.
struct RenderingFace {
    let messages: Wording
    let isSummary: Bool
    let isJSON: Bool

    private struct Plain: Encodable {
        var id: String
        var number: String
        var draft: Bool
        var files: [String]
        var withheld: [Item]

        struct Item: Encodable {
            var record: String
            var field: String
            var reason: String
        }
    }

    func show(_ made: [Rendering.Made]) throws {
        if isJSON { return try JSONFace.print(made.map(plain)) }
        let terminal = Terminal(usesColour: false)
        if !isSummary {
            for one in made {
                terminal.line("\(one.id)  \(messages[one.isDraft ? "render.draft" : "render.final"])")
                for file in one.files { terminal.line("  \(file)") }
                for line in withheld(one.withheld) { terminal.line("  \(line)") }
            }
        }
        let drafts = made.count(where: \.isDraft)
        terminal.line(
            messages.filled(
                "render.count",
                ["cases": String(made.count), "final": String(made.count - drafts), "drafts": String(drafts)]))
    }

    /// One line a reason, with the fields that it took out.
    private func withheld(_ items: [Withheld]) -> [String] {
        Withheld.Reason.allCases.compactMap { reason in
            let fields = items.filter { $0.reason == reason }
            guard !fields.isEmpty else { return nil }
            let names = Dictionary(grouping: fields, by: \.field).map { field, all in
                all.count == 1 ? field : "\(field) ×\(all.count)"
            }.sorted()
            return messages.filled("withheld.\(reason.rawValue)", ["fields": names.joined(separator: ", ")])
        }
    }

    private func plain(_ made: Rendering.Made) -> Plain {
        Plain(
            id: made.id.text, number: made.number, draft: made.isDraft, files: made.files,
            withheld: made.withheld.map {
                .init(record: $0.record.text, field: $0.field, reason: $0.reason.rawValue)
            })
    }
}
