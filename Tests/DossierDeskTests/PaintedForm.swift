import DossierHTML
import DossierModel
import DossierOffice
import DossierTestSupport

@testable import DossierDesk

/// A form as a browser has it: what it would send back if nobody touched it.
struct PaintedForm {
    let words: DeskWords
    private let nodes: [HTMLNode]

    init(record: Record, values: FormValues, findings: [FormFinding] = []) throws {
        let house = try TestHouse.house()
        guard let (words, beside) = house.words(.korean) else { throw TestDataError("no Korean words") }
        self.words = words
        let painter = FormPainter(
            visitor: Visitor(words: words, beside: beside, csrf: "", assets: house.assets), values: values,
            findings: findings, conflicts: [:], kept: Self.kept(record),
            choices: FormChoices(
                states: house.stateOptions(.korean), records: [:], path: { "/\($0)" }, romanised: { _ in [] }))
        nodes =
            FieldCatalogue.fields(of: record.kind).map { painter.entry($0, at: $0.name) }
            + [
                painter.languageBox("record.language", painter.recordLanguage),
                painter.levelBox("record.level", else: nil),
            ]
    }

    private static func kept(_ record: Record) -> [String: Int] {
        Dictionary(
            FieldCatalogue.growingFields(of: record.kind).map { field in
                guard case .items(let items) = record.entries[field.name]?.answer.value else { return (field.name, 0) }
                return (field.name, items.count)
            }
        ) { first, _ in first }
    }

    /// The boxes that a browser sends (HTML Standard, "constructing the entry list").
    var sent: FormValues {
        var pairs: [String: String] = [:]
        for node in nodes { Self.collect(node, into: &pairs) }
        return FormValues(pairs)
    }

    /// The ids of the fields that have a place.
    var fields: Set<String> {
        var found: Set<String> = []
        for node in nodes { Self.attributes("data-field", node, into: &found) }
        return found
    }

    var labels: [String] { nodes.map(Self.text) }

    private static func collect(_ node: HTMLNode, into pairs: inout [String: String]) {
        switch node {
        case .element("input", let attributes, _):
            let of = { (key: String) in attributes.first { $0.0 == key }?.1 }
            guard let name = of("name") else { return }
            if ["radio", "checkbox"].contains(of("type")), of("checked") == nil { return }
            pairs[name] = of("value") ?? ""
        case .element("textarea", let attributes, let children):
            guard let name = attributes.first(where: { $0.0 == "name" })?.1 else { return }
            let text = children.map(text).joined()
            // A browser leaves out the first line end.
            pairs[name] = text.hasPrefix("\n") ? String(text.dropFirst()) : text
        case .element("select", let attributes, let options):
            guard let name = attributes.first(where: { $0.0 == "name" })?.1 else { return }
            let chosen = options.first { has("selected", $0) } ?? options.first
            if case .element(_, let own, _) = chosen { pairs[name] = own.first { $0.0 == "value" }?.1 ?? "" }
        case .element(_, _, let children), .group(let children): for child in children { collect(child, into: &pairs) }
        case .text, .style, .written: return
        }
    }

    private static func has(_ key: String, _ node: HTMLNode) -> Bool {
        if case .element(_, let attributes, _) = node { attributes.contains { $0.0 == key } } else { false }
    }

    private static func attributes(_ key: String, _ node: HTMLNode, into found: inout Set<String>) {
        switch node {
        case .element(_, let own, let children):
            if let value = own.first(where: { $0.0 == key })?.1 { found.insert(value) }
            for child in children { attributes(key, child, into: &found) }
        case .group(let children): for child in children { attributes(key, child, into: &found) }
        case .text, .style, .written: return
        }
    }

    private static func text(_ node: HTMLNode) -> String {
        switch node {
        case .text(let text): text
        case .element(_, _, let children), .group(let children): children.map(text).joined()
        case .style, .written: ""
        }
    }
}
