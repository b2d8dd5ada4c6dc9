import DossierModel
import DossierXML

/// Turns the elements of an edition in XML, which keeps to its schema, into the plain trees that ``RecordReader`` reads.
struct EditionXMLNodes {
    /// For which the edition was made: its frozen spellings are those that this channel knows.
    let channel: String
    /// The kinds of all records of the files, by their numbers.
    let numbers: [String: RecordKind]
    let ids: ExchangeIDs
    /// How many references lead to no record of the files, by field.
    private(set) var leadElsewhere: [String: Int] = [:]

    init(channel: String, numbers: [String: RecordKind], ids: ExchangeIDs) {
        self.channel = channel
        self.numbers = numbers
        self.ids = ids
    }

    /// The elements of records, wherever they stand in an edition.
    static func records(of root: XMLElement) -> [XMLElement] {
        root.elements.flatMap { RecordKind(rawValue: $0.name) == nil ? $0.elements : [$0] }
    }

    static func kinds(in root: XMLElement) -> [String: RecordKind] {
        var kinds: [String: RecordKind] = [:]
        for element in records(of: root) {
            if let number = element.attribute("id"), let kind = RecordKind(rawValue: element.name) {
                kinds[number] = kind
            }
        }
        return kinds
    }

    mutating func record(_ element: XMLElement) -> PlainNode {
        let kind = RecordKind(rawValue: element.name) ?? .case
        let line = element.line
        let pairs: [PlainNode.Pair] =
            [
                .init("record", scalar(kind.rawValue, line)),
                .init("id", scalar(ids.text(kind, element.attribute("id") ?? ""), line)),
                .init("language", scalar(Self.language(element), line)),
            ] + fields(element, FieldCatalogue.fields(of: kind))
        return PlainNode(.map(pairs), line: line)
    }

    // MARK: Fields

    private mutating func fields(_ element: XMLElement, _ fields: [FieldDefinition]) -> [PlainNode.Pair] {
        element.elements.compactMap { child in
            guard let field = fields.first(where: { $0.name == child.name }), let node = answer(child, field) else {
                return nil
            }
            return .init(field.name, node, line: child.line)
        }
    }

    private mutating func answer(_ element: XMLElement, _ field: FieldDefinition) -> PlainNode? {
        let level: [PlainNode.Pair] =
            element.attribute("confidential") == "true"
            ? [.init("confidentiality", scalar(Confidentiality.body.word, element.line))] : []
        if let word = element.elements.first, word.name != "account" {
            let why = word.elements.first.map(text) ?? scalar("", word.line)
            return map([.init(word.name, why)] + level, element)
        }
        let accounts = element.elements.compactMap { account -> PlainNode? in
            guard let value = account.elements.first(where: { $0.name == "value" }), let told = self.value(value, field)
            else { return nil }
            let source = account.elements.first { $0.name == "source" }.map { PlainNode.Pair("source", text($0)) }
            let preferred: PlainNode.Pair? =
                account.attribute("preferred") == "true" ? .init("preferred", scalar("yes", account.line)) : nil
            return map([.init("value", told)] + [source, preferred].compactMap(\.self), account)
        }
        guard !accounts.isEmpty else { return nil }
        return map([.init("accounts", PlainNode(.list(accounts), line: element.line))] + level, element)
    }

    private mutating func value(_ element: XMLElement, _ field: FieldDefinition) -> PlainNode? {
        let line = element.line
        let texts = element.elements.map(\.text)
        switch field.type {
        case .line, .number: return texts.first.map { scalar($0, line) }
        case .text: return text(element)
        case .names: return list(element.elements.map(name), line)
        case .date: return date(element)
        case .age: return self.map(element.elements.map { .init($0.name, scalar($0.text, $0.line)) }, element)
        case .place: return place(element)
        case .choice, .state: return texts.first.map { scalar($0, line) }
        case .choices, .codes, .lines, .states: return list(texts.map { scalar($0, line) }, line)
        case .reference(let kind), .references(let kind):
            let known = texts.filter { numbers[$0] == kind }
            leadElsewhere[field.id, default: 0] += texts.count - known.count
            if leadElsewhere[field.id] == 0 { leadElsewhere[field.id] = nil }
            return known.isEmpty ? nil : list(known.map { scalar(ids.text(kind, $0), line) }, line, orOne: true)
        case .items(let fields):
            let items = element.elements.map { item in map(self.fields(item, fields), item) }
            return list(items.filter { $0.pairs?.isEmpty == false }, line)
        }
    }

    // MARK: Values

    private func text(_ element: XMLElement) -> PlainNode {
        let wordings = element.all("wording")
        let nodes = wordings.enumerated().map { place, wording in
            let status = wording.attribute("translation").flatMap {
                $0 == TranslationStatus.unstated.rawValue ? nil : PlainNode.Pair("status", scalar($0, wording.line))
            }
            return map(
                [
                    .init("lang", scalar(Self.language(wording), wording.line)),
                    .init("text", scalar(wording.text, wording.line)),
                ] + (place == 0 ? [] : [status].compactMap(\.self)), wording)
        }
        guard let original = nodes.first else { return scalar("", element.line) }
        let translations = PlainNode(.list(Array(nodes.dropFirst())), line: element.line)
        return map(
            [.init("original", original)] + (nodes.count > 1 ? [.init("translations", translations)] : []), element)
    }

    private func name(_ element: XMLElement) -> PlainNode {
        let attributes = ["kind", "script", "system"].compactMap { key in
            element.attribute(key).map { PlainNode.Pair(key, scalar($0, element.line)) }
        }
        let parts = element.elements.map { PlainNode.Pair($0.name, scalar($0.text, $0.line)) }
        let frozen: [PlainNode.Pair] =
            element.attribute("frozen") == "true" ? [.init("frozenFor", scalar(channel, element.line))] : []
        return map(attributes + parts + frozen, element)
    }

    private func date(_ element: XMLElement) -> PlainNode {
        map(
            element.elements.map { part in
                .init(part.name, part.name == "words" ? text(part) : scalar(part.text, part.line))
            }, element)
    }

    private func place(_ element: XMLElement) -> PlainNode {
        let names = element.elements.filter { $0.name == "name" }.map { name in
            map(
                [.init("lang", scalar(Self.language(name), name.line)), .init("text", scalar(name.text, name.line))]
                    + ["from", "until"].compactMap { key in
                        name.attribute(key).map { .init(key, scalar($0, name.line)) }
                    }, name)
        }
        let state = element.elements.first { $0.name == "state" }.map {
            PlainNode.Pair("state", scalar($0.text, $0.line))
        }
        let point = element.elements.first { $0.name == "coordinates" }.map { point in
            PlainNode.Pair(
                "coordinates",
                map(
                    ["latitude", "longitude", "radius"].compactMap { key in
                        point.attribute(key).map { .init(key, scalar($0, point.line)) }
                    }, point))
        }
        let named: [PlainNode.Pair] = names.isEmpty ? [] : [.init("names", PlainNode(.list(names), line: element.line))]
        return map(named + [state, point].compactMap(\.self), element)
    }

    // MARK: Nodes

    private static func language(_ element: XMLElement) -> String {
        element.attribute("lang", namespaceURI: XMLAttribute.xmlNamespaceURI) ?? LanguageTag.english.text
    }

    private func scalar(_ text: String, _ line: Int) -> PlainNode { PlainNode(.scalar(text), line: line) }

    private func map(_ pairs: [PlainNode.Pair], _ element: XMLElement) -> PlainNode {
        PlainNode(.map(pairs), line: element.line)
    }

    private func list(_ nodes: [PlainNode], _ line: Int, orOne: Bool = false) -> PlainNode? {
        guard let first = nodes.first else { return nil }
        return orOne && nodes.count == 1 ? first : PlainNode(.list(nodes), line: line)
    }
}
