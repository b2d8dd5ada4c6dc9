import DossierIntake
import DossierModel

/// Reads a record out of the boxes of a form, by the same reader as a case file, so that the same rules hold.
struct FormReading {
    /// Nil when not even kind and id could be made out. Fields that cannot be read are not in it.
    let record: Record?
    let findings: [FormFinding]

    init(_ values: FormValues, id: RecordID, kind: RecordKind) {
        var tree = FormTree(values: values)
        let node = tree.node(id: id, kind: kind)
        var reader = RecordReader(file: "", inspectText: TextInspection.rule)
        record = reader.record(from: node)
        let places = tree.places
        findings = reader.findings.map { finding in
            let box = finding.line > 0 && finding.line <= places.count ? places[finding.line - 1] : ""
            return FormFinding(rule: finding.rule, box: box, value: finding.value, expected: finding.expected)
        }
    }
}

/// One thing in a form that cannot be taken in, at the box in which it stands.
struct FormFinding: Sendable, Hashable {
    var rule: RecordFinding.Rule
    /// Empty for the form as a whole.
    var box: String
    var value: String
    var expected: String
    /// Whether the box is well written and would yet not be kept.
    var isUntaken = false
}

/// The plain tree of a form, as the reader of case files takes it. The line of each node is the number of its box among
/// ``places``, so that a finding leads back to the box.
private struct FormTree {
    let values: FormValues
    private(set) var places: [String] = []
    private var language = "ko"

    init(values: FormValues) { self.values = values }

    mutating func node(id: RecordID, kind: RecordKind) -> PlainNode {
        if !values["record.language"].isEmpty { language = values["record.language"] }
        var pairs = [
            pair("record", scalar(kind.rawValue, at: "")), pair("id", scalar(id.text, at: "")),
            pair("language", scalar(language, at: "record.language")),
        ]
        if let level = box("record.level") { pairs.append(pair("confidentiality", level)) }
        pairs += entries(FieldCatalogue.fields(of: kind), at: "")
        return map(pairs, at: "")
    }

    // MARK: Answers

    private mutating func entries(_ fields: [FieldDefinition], at prefix: String) -> [PlainNode.Pair] {
        fields.compactMap { field in
            entry(field, at: prefix + field.name).map { PlainNode.Pair(field.name, $0, line: $0.line) }
        }
    }

    private mutating func entry(_ field: FieldDefinition, at name: String) -> PlainNode? {
        let answer = AnswerKind(rawValue: values["\(name).answer"]) ?? .given
        var content: PlainNode.Pair
        if answer == .given {
            guard let given = accounts(field.type, at: name) else { return nil }
            content = given
        } else {
            content = pair(answer.rawValue, text(at: "\(name).why") ?? scalar("", at: "\(name).why.text"))
        }
        guard let level = box("\(name).level") else { return map([content], at: name) }
        return map([content, pair("confidentiality", level)], at: name)
    }

    private mutating func accounts(_ type: FieldType, at name: String) -> PlainNode.Pair? {
        var found: [PlainNode] = []
        for number in values.numbers(below: name) {
            let place = "\(name).\(number)"
            guard let value = value(type, at: "\(place).value") else { continue }
            var pairs = [pair("value", value)]
            if let source = text(at: "\(place).source") { pairs.append(pair("source", source)) }
            if let preferred = box("\(place).preferred") { pairs.append(pair("preferred", preferred)) }
            found.append(map(pairs, at: place))
        }
        if found.isEmpty { return nil }
        return pair("accounts", list(found, at: name))
    }

    // MARK: Values

    private mutating func value(_ type: FieldType, at name: String) -> PlainNode? {
        switch type {
        case .line, .choice, .state, .number: box(name)
        case .reference: reference(name)
        case .text: text(at: name)
        case .codes: parts(of: name, separator: ",")
        case .lines: parts(of: name, separator: "\n")
        case .choices(let codes): choices(codes, at: name)
        case .states: members(at: name) { $0.box($1) }
        case .references: members(at: name) { $0.reference($1) }
        case .names: members(at: name) { $0.personName(at: $1) }
        case .date: date(at: name)
        case .age: age(at: name)
        case .place: place(at: name)
        case .items(let fields): members(at: name) { $0.item(fields, at: $1) }
        }
    }

    private mutating func members(
        at name: String, _ read: (inout FormTree, String) -> PlainNode?
    ) -> PlainNode? {
        let found = values.numbers(below: name).compactMap { read(&self, "\(name).\($0)") }
        return found.isEmpty ? nil : list(found, at: name)
    }

    /// An id that somebody has typed goes before the one that was chosen from the list.
    private mutating func reference(_ name: String) -> PlainNode? { box("\(name).other") ?? box(name) }

    private mutating func parts(of name: String, separator: Character) -> PlainNode? {
        let parts = values[name].split(separator: separator).map { FormTree.trimmed($0) }.filter { !$0.isEmpty }
        if parts.isEmpty { return nil }
        return list(parts.map { scalar($0, at: name) }, at: name)
    }

    // In the order in which they stood; what has been ticked since comes after, as the catalogue lists it.
    private mutating func choices(_ codes: [String], at name: String) -> PlainNode? {
        let ticked = codes.enumerated().compactMap { index, code -> (place: Int, index: Int, code: String)? in
            let text = values["\(name).\(code)"]
            return text.isEmpty ? nil : (Int(text) ?? codes.count, index, code)
        }
        if ticked.isEmpty { return nil }
        let ordered = ticked.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
        return list(ordered.map { scalar($0.code, at: name) }, at: name)
    }

    private mutating func text(at name: String) -> PlainNode? {
        var wordings: [[PlainNode.Pair]] = []
        if let original = wholeBox("\(name).text") {
            wordings.append(wording(original, at: name, else: language))
        }
        for number in values.numbers(below: "\(name).in") {
            let place = "\(name).in.\(number)"
            guard let translated = wholeBox("\(place).text") else { continue }
            var pairs = wording(translated, at: place, else: "en")
            if let by = box("\(place).by") { pairs.append(pair("translator", by)) }
            if let status = box("\(place).status") { pairs.append(pair("status", status)) }
            wordings.append(pairs)
        }
        guard let first = wordings.first else { return nil }
        // What was written down in another language alone is what there is of it.
        let original = map(first.filter { ["lang", "text"].contains($0.key) }, at: "\(name).text")
        var pairs = [pair("original", original)]
        if wordings.count > 1 {
            pairs.append(
                pair("translations", list(wordings.dropFirst().map { map($0, at: "\(name).in") }, at: "\(name).in")))
        }
        return map(pairs, at: "\(name).text")
    }

    private mutating func wording(_ text: PlainNode, at name: String, else fallback: String) -> [PlainNode.Pair] {
        [pair("lang", box("\(name).lang") ?? scalar(fallback, at: "\(name).lang")), pair("text", text)]
    }

    private mutating func personName(at name: String) -> PlainNode? {
        let parts = ["family", "given"].compactMap { key in box("\(name).\(key)").map { pair(key, $0) } }
        if parts.isEmpty { return nil }
        var pairs = ["kind", "script", "system"].compactMap { key in box("\(name).\(key)").map { pair(key, $0) } }
        pairs += parts
        if let frozen = self.parts(of: "\(name).frozen", separator: ",") { pairs.append(pair("frozenFor", frozen)) }
        return map(pairs, at: "\(name).family")
    }

    private mutating func date(at name: String) -> PlainNode? {
        let told = FormTree.trimmed(values["\(name).words.text"][...])
        var words = text(at: "\(name).words")
        let exact = box("\(name).edtf")
        var pairs: [PlainNode.Pair] = []
        if let exact {
            pairs.append(pair("edtf", exact))
            for (box, key) in [("calendar", "calendar"), ("year", "statedYear")] {
                if let node = self.box("\(name).\(box)") { pairs.append(pair(key, node)) }
            }
        } else {
            guard !told.isEmpty else { return nil }
            let read = SpokenDate(told)
            // A date that is no date is a finding at the box, with what stands there.
            pairs.append(pair("edtf", scalar(read?.date.edtf ?? told, at: "\(name).words.text")))
            if let read, read.calendar != .gregorian {
                pairs.append(pair("calendar", scalar(read.calendar.rawValue, at: name)))
            }
            if let year = read?.statedYear { pairs.append(pair("statedYear", scalar(String(year), at: name))) }
            // Written as a date, and not as anybody said it.
            if PartialDate(told) != nil { words = nil }
        }
        if let words { pairs.append(pair("words", words)) }
        return map(pairs, at: "\(name).words.text")
    }

    private mutating func age(at name: String) -> PlainNode? {
        guard let years = box("\(name).years") else { return nil }
        var pairs = [pair("years", years)]
        for key in ["counting", "at"] {
            if let node = box("\(name).\(key)") { pairs.append(pair(key, node)) }
        }
        return map(pairs, at: "\(name).years")
    }

    private mutating func place(at name: String) -> PlainNode? {
        var pairs: [PlainNode.Pair] = []
        let names = members(at: "\(name).names") { tree, place in
            guard let text = tree.box("\(place).text") else { return nil }
            var pairs = tree.wording(text, at: place, else: tree.language)
            for key in ["from", "until"] {
                if let node = tree.box("\(place).\(key)") { pairs.append(tree.pair(key, node)) }
            }
            return tree.map(pairs, at: "\(place).text")
        }
        if let names { pairs.append(pair("names", names)) }
        if let state = box("\(name).state") { pairs.append(pair("state", state)) }
        let point = ["latitude", "longitude", "radius"].compactMap { key in
            box("\(name).\(key)").map { pair(key, $0) }
        }
        if !point.isEmpty { pairs.append(pair("coordinates", map(point, at: "\(name).latitude"))) }
        return pairs.isEmpty ? nil : map(pairs, at: "\(name).names.1.text")
    }

    private mutating func item(_ fields: [FieldDefinition], at name: String) -> PlainNode? {
        var pairs = entries(fields, at: "\(name).")
        if pairs.isEmpty { return nil }
        if let level = box("\(name).level") { pairs.append(pair("confidentiality", level)) }
        return map(pairs, at: name)
    }

    // MARK: Nodes

    /// The text of a box without the blanks around it; nil when there is none.
    private mutating func box(_ name: String) -> PlainNode? {
        let text = FormTree.trimmed(values[name][...])
        return text.isEmpty ? nil : scalar(text, at: name)
    }

    /// The text of a box as it stands, blanks and all; nil when there is nothing but blanks.
    private mutating func wholeBox(_ name: String) -> PlainNode? {
        let text = values[name]
        return text.allSatisfy(\.isWhitespace) ? nil : scalar(text, at: name)
    }

    private mutating func scalar(_ text: String, at name: String) -> PlainNode {
        PlainNode(.scalar(text), line: line(name))
    }

    private mutating func list(_ nodes: [PlainNode], at name: String) -> PlainNode {
        PlainNode(.list(nodes), line: line(name))
    }

    private mutating func map(_ pairs: [PlainNode.Pair], at name: String) -> PlainNode {
        PlainNode(.map(pairs), line: line(name))
    }

    private func pair(_ key: String, _ node: PlainNode) -> PlainNode.Pair {
        PlainNode.Pair(key, node, line: node.line)
    }

    private mutating func line(_ name: String) -> Int {
        places.append(name)
        return places.count
    }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (letter: Character) in letter.isWhitespace }
        let front = text.drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(front[...last])
    }
}
