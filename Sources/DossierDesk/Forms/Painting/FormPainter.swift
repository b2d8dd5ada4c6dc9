import DossierHTML
import DossierModel

/// Paints the boxes of a form from the catalogue of fields, in the names that ``FormReading`` reads: a field that is added
/// there stands here.
struct FormPainter {
    let visitor: Visitor
    let values: FormValues
    /// What cannot be taken in, by the entry at which it is told.
    let findings: [FormFinding]
    /// What another window has written into a box meanwhile.
    let conflicts: [String: String]
    /// How many members of a list that only grows are in the library, by the list's field: these can only be read.
    let kept: [String: Int]
    let choices: FormChoices
    /// What stands beneath a member of a list, by the list's field and the member's place.
    var beneath: (FieldDefinition, String) -> [HTMLNode] = { _, _ in [] }

    var words: DeskWords { visitor.words }

    // MARK: Entries

    /// A field with everything that can be said of it.
    func entry(_ field: FieldDefinition, at name: String, rows: [String] = []) -> HTMLNode {
        if field.isMeasured { return measured(field, at: name) }
        return .element(
            "fieldset",
            [
                ("class", isFaulty(name, field) ? "entry faulty" : "entry"), ("id", Self.anchor(name)),
                ("data-entry", name), ("data-field", field.id), ("tabindex", "-1"),
            ],
            [
                .tag("legend", [:], .twoLanguages(visitor) { $0.label(field) }),
                help(field, rows), found(at: name, field), answers(at: name, isSmall: false), given(field, at: name),
                why(at: name), more(field, at: name),
            ])
    }

    /// A field of one member of a list: the same in less room.
    private func smallEntry(_ field: FieldDefinition, at name: String) -> HTMLNode {
        if field.isMeasured { return unseen(at: name) }
        return .element(
            "fieldset",
            [
                ("class", isFaulty(name, field) ? "entry small faulty" : "entry small"), ("id", Self.anchor(name)),
                ("data-entry", name), ("data-field", field.id), ("tabindex", "-1"),
            ],
            [
                .tag("legend", [:], .twoLanguages(visitor) { $0.label(field) }),
                .tag("p", ["class": "help"], text: words.help(field)), found(at: name, field),
                answers(at: name, isSmall: true), given(field, at: name), why(at: name), more(field, at: name),
            ])
    }

    /// What the program has found out itself: to be read, and not to be written.
    private func measured(_ field: FieldDefinition, at name: String) -> HTMLNode {
        let said = values.names(below: name).sorted().filter { !$0.hasSuffix(".here") && !$0.hasSuffix(".lang") }
            .map { values[$0] }
        return .element(
            "fieldset",
            [
                ("class", "entry measured"), ("id", Self.anchor(name)), ("data-field", field.id), ("tabindex", "-1"),
            ],
            [
                .tag("legend", [:], .twoLanguages(visitor) { $0.label(field) }),
                .tag(
                    "p", ["class": "said"],
                    text: said.isEmpty ? words["form.notMeasured"] : said.joined(separator: " · ")),
                unseen(at: name),
            ])
    }

    /// Boxes that go along as they are.
    private func unseen(at name: String) -> HTMLNode {
        .group(values.names(below: name).sorted().map { hidden($0, values[$0]) })
    }

    /// Where a link to a box leads.
    static func anchor(_ name: String) -> String { "f-\(name)" }

    private func help(_ field: FieldDefinition, _ rows: [String]) -> HTMLNode {
        let asked =
            rows.isEmpty
            ? []
            : [
                HTMLNode.tag(
                    "span", ["class": "asked"],
                    text: words.filled("form.asked", ["rows": rows.joined(separator: " · ")]) + " ")
            ]
        return .tag("p", ["class": "help"], asked + [.text(words.help(field))])
    }

    private func answers(at name: String, isSmall: Bool) -> HTMLNode {
        let chosen = AnswerKind(rawValue: values["\(name).answer"]) ?? .given
        let box = "\(name).answer"
        if isSmall {
            return .tag(
                "div", ["class": "answers"],
                [
                    .tag("label", ["class": "unseen", "for": id(box)], text: words["form.answer"]),
                    .tag(
                        "select", ["id": id(box), "name": box],
                        AnswerKind.allCases.map { option($0.rawValue, words["answers.\($0.rawValue)"], $0 == chosen) }),
                ])
        }
        return .tag(
            "div", ["class": "answers", "role": "radiogroup", "aria-label": words["form.answer"]],
            AnswerKind.allCases.map { kind in
                .tag(
                    "label", [:],
                    [
                        .element(
                            "input",
                            [("type", "radio"), ("name", box), ("value", kind.rawValue)]
                                + (kind == chosen ? [("checked", "checked")] : []), []),
                        .tag("span", text: words["answers.\(kind.rawValue)"]),
                    ])
            })
    }

    private func why(at name: String) -> HTMLNode {
        .tag("div", ["class": "why"], [remark(at: "\(name).why", words["form.why"])])
    }

    private func given(_ field: FieldDefinition, at name: String) -> HTMLNode {
        let numbers = accounts(at: name)
        var nodes = numbers.enumerated().map { index, number -> HTMLNode in
            let place = "\(name).\(number)"
            let value = self.value(field, at: "\(place).value", label: words.label(field))
            // One account without a source needs no frame.
            guard numbers.count > 1 else { return value }
            return .tag(
                "div", ["class": "account"],
                [
                    marker(place),
                    .tag(
                        "p", ["class": "account-head"],
                        text: words.filled("form.account", ["number": String(index + 1)])), value,
                    source(at: place), remove(place, "form.removeAccount"),
                ])
        }
        if numbers.count == 1 { nodes.append(marker("\(name).\(numbers[0])")) }
        return .tag("div", ["class": "given"], nodes)
    }

    private func accounts(at name: String) -> [Int] {
        let numbers = values.numbers(below: name)
        return numbers.isEmpty ? [1] : numbers
    }

    private func source(at place: String) -> HTMLNode {
        let box = "\(place).preferred"
        return .tag(
            "div", ["class": "source"],
            [
                remark(at: "\(place).source", words["form.source"]),
                check(box, "yes", words["form.preferred"], isChecked: !values[box].isEmpty),
            ])
    }

    private func more(_ field: FieldDefinition, at name: String) -> HTMLNode {
        let numbers = accounts(at: name)
        let next = (numbers.last ?? 0) + 1
        let single = "\(name).\(numbers[0])"
        let said = values.names(below: "\(single).source").contains { $0.hasSuffix(".text") }
        let hasSource = said || !values["\(single).preferred"].isEmpty
        let level = values["\(name).level"]
        let isOpen = (hasSource && numbers.count == 1) || !level.isEmpty
        var inside: [HTMLNode] = []
        if numbers.count == 1 { inside.append(source(at: single)) }
        if !field.growsOnly {
            inside.append(
                .tag(
                    "button", ["type": "submit", "name": "do", "value": "add \(name).\(next)", "class": "small"],
                    text: words["form.addAccount"]))
        }
        inside.append(levelBox("\(name).level", else: field.confidentiality))
        return .element(
            "details", [("class", "more")] + (isOpen ? [("open", "open")] : []),
            [
                .tag(
                    "summary", [:],
                    [
                        .text(words["form.more"]), .text(" "),
                        .tag(
                            "span", ["class": "level"],
                            text: words.label(Confidentiality(word: level) ?? field.confidentiality)),
                    ]),
                .tag("div", ["class": "inside"], inside),
            ])
    }

    func levelBox(_ box: String, else standard: Confidentiality?) -> HTMLNode {
        let chosen = values[box]
        let usual =
            standard.map { words.filled("form.levelUsual", ["level": words.label($0)]) } ?? words["form.levelByField"]
        return .tag(
            "div", ["class": "box"],
            [
                .tag("label", ["for": id(box)], text: words["form.level"]),
                .tag(
                    "select", ["id": id(box), "name": box],
                    [option("", usual, chosen.isEmpty)]
                        + Confidentiality.allCases.map { option($0.word, words.label($0), $0.word == chosen) }),
            ])
    }

    // MARK: Values

    func value(_ field: FieldDefinition, at name: String, label: String) -> HTMLNode {
        let value = boxes(field, at: name, label: label)
        switch field.type {
        case .names, .date, .age, .place, .choices, .items: return value
        // One box says what the field says: its label is for whoever cannot see the field's.
        default: return .tag("div", ["class": "same"], [value])
        }
    }

    private func boxes(_ field: FieldDefinition, at name: String, label: String) -> HTMLNode {
        switch field.type {
        case .line: line(name, label)
        case .text: text(at: name, label, isLong: true)
        case .names: names(at: name)
        case .date: date(at: name, label)
        case .age: age(at: name)
        case .place: place(at: name, label)
        case .choice(let codes): choice(codes, field, name, label)
        case .choices(let codes): checks(codes, field, name)
        case .codes: line(name, label, hint: words["form.codes"])
        case .lines: area(name, label, rows: 3, hint: words["form.lines"])
        case .state: state(name, label)
        case .states: list(at: name, atLeast: 1) { state("\(name).\($0)", label) }
        case .reference(let kind): reference(kind, name, label)
        case .references(let kind): list(at: name, atLeast: 1) { reference(kind, "\(name).\($0)", label) }
        case .number(let range): number(name, label, range)
        case .items(let fields): items(fields, field, at: name)
        }
    }

    private func items(_ fields: [FieldDefinition], _ field: FieldDefinition, at name: String) -> HTMLNode {
        let numbers = values.numbers(below: name)
        let fixed = field.growsOnly ? (kept[field.name] ?? 0) : 0
        let members = numbers.enumerated().map { index, number -> HTMLNode in
            let place = "\(name).\(number)"
            if index < fixed { return fixedMember(fields, at: place) }
            return .tag(
                "div",
                [
                    "class": "member \(field.id.replacing(".", with: "-"))", "id": Self.anchor(place), "tabindex": "-1",
                    "role": "group", "aria-label": "\(words.label(field)) \(index + 1)",
                ],
                [marker(place), .tag("p", ["class": "member-head"], text: "\(words.label(field)) \(index + 1)")]
                    + [.tag("div", ["class": "member-boxes"], fields.map { smallEntry($0, at: "\(place).\($0.name)") })]
                    + beneath(field, place)
                    + [
                        .tag(
                            "div", ["class": "member-end"],
                            [levelBox("\(place).level", else: nil), remove(place, "form.removeMember")])
                    ])
        }
        return .group(
            members + [
                add("\(name).\((numbers.last ?? 0) + 1)", words.filled("form.addMember", ["what": words.label(field)]))
            ])
    }

    /// A member that stays: its boxes go along unseen.
    private func fixedMember(_ fields: [FieldDefinition], at place: String) -> HTMLNode {
        let boxes = values.names(below: place).sorted()
        let shown = fields.compactMap { field -> HTMLNode? in
            let texts = boxes.filter { $0.hasPrefix("\(place).\(field.name).") && !$0.hasSuffix(".lang") }.map {
                values[$0]
            }
            guard !texts.isEmpty else { return nil }
            let text = texts.map { words.choice($0, of: field) }.joined(separator: " · ")
            return .group([.tag("dt", text: words.label(field)), .tag("dd", text: text)])
        }
        return .tag(
            "div", ["class": "member fixed"],
            [.tag("dl", [:], shown)]
                + boxes.map { .tag("input", ["type": "hidden", "name": $0, "value": values[$0]]) })
    }

    /// Single boxes one below the other, with an empty one at the end.
    func list(at name: String, atLeast count: Int, _ paint: (Int) -> HTMLNode) -> HTMLNode {
        let filled = values.numbers(below: name)
        let next = (filled.last ?? 0) + 1
        return .tag("div", ["class": "list"], (filled + [next]).map(paint))
    }

    // MARK: Pieces

    func add(_ place: String, _ label: String) -> HTMLNode {
        .tag(
            "button", ["type": "submit", "name": "do", "value": "add \(place)", "class": "add"], text: "+ \(label)")
    }

    func remove(_ place: String, _ key: String) -> HTMLNode {
        .tag(
            "button", ["type": "submit", "name": "do", "value": "remove \(place)", "class": "small remove"],
            text: words[key])
    }

    /// Says that a member is there, though all of its boxes may be empty.
    func marker(_ place: String) -> HTMLNode {
        hidden("\(place).here", "1")
    }

    func id(_ name: String) -> String { "b-\(name)" }

    func option(_ value: String, _ label: String, _ isChosen: Bool) -> HTMLNode {
        .element("option", [("value", value)] + (isChosen ? [("selected", "selected")] : []), [.text(label)])
    }

    func check(_ name: String, _ value: String, _ label: String, isChecked: Bool) -> HTMLNode {
        .tag(
            "label", ["class": "check"],
            [
                .element(
                    "input",
                    [("type", "checkbox"), ("name", name), ("value", value)]
                        + (isChecked ? [("checked", "checked")] : []), []), .text(" "), .tag("span", text: label),
            ])
    }
}
