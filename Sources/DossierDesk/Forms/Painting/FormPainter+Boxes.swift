import DossierHTML
import DossierModel

extension FormPainter {
    func line(_ name: String, _ label: String, hint: String? = nil, classes: String = "") -> HTMLNode {
        if values[name].contains("\n") { return area(name, label, rows: 2, hint: hint) }
        return .tag(
            "div", ["class": "box \(classes)"],
            [
                .tag("label", ["for": id(name)], text: label),
                .tag(
                    "input",
                    ["id": id(name), "name": name, "value": values[name], "autocomplete": "off", "spellcheck": "false"]),
            ] + (hint.map { [.tag("p", ["class": "hint"], text: $0)] } ?? []))
    }

    func area(_ name: String, _ label: String, rows: Int, language: String? = nil, hint: String? = nil) -> HTMLNode {
        var attributes = [("id", id(name)), ("name", name), ("rows", String(rows)), ("spellcheck", "false")]
        if let language, !language.isEmpty { attributes.append(("lang", language)) }
        return .tag(
            "div", ["class": "box"],
            [
                .tag("label", ["for": id(name)], text: label),
                // A browser leaves out the first line end of an area.
                .element("textarea", attributes, [.text("\n" + values[name])]),
            ] + (hint.map { [.tag("p", ["class": "hint"], text: $0)] } ?? []))
    }

    func number(_ name: String, _ label: String, _ range: ClosedRange<Int>) -> HTMLNode {
        .tag(
            "div", ["class": "box short"],
            [
                .tag("label", ["for": id(name)], text: label),
                .tag(
                    "input",
                    [
                        "id": id(name), "name": name, "value": values[name], "inputmode": "numeric",
                        "autocomplete": "off",
                    ]),
            ])
    }

    func select(_ name: String, _ label: String, _ options: [HTMLNode], classes: String = "") -> HTMLNode {
        .tag(
            "div", ["class": "box \(classes)"],
            [
                .tag("label", ["for": id(name)], text: label),
                .element("select", [("id", id(name)), ("name", name)] + painted(name), options),
            ])
    }

    func choice(_ codes: [String], _ field: FieldDefinition, _ name: String, _ label: String) -> HTMLNode {
        let chosen = values[name]
        let known = codes.contains(chosen) || chosen.isEmpty ? codes : codes + [chosen]
        return select(
            name, label,
            [option("", words["form.choose"], chosen.isEmpty)]
                + known.map { option($0, words.choice($0, of: field), $0 == chosen) })
    }

    func checks(_ codes: [String], _ field: FieldDefinition, _ name: String) -> HTMLNode {
        let boxes = codes.map { code -> HTMLNode in
            let place = values["\(name).\(code)"]
            return check(
                "\(name).\(code)", place.isEmpty ? String(codes.count) : place, choiceLabel(code, field),
                isChecked: !place.isEmpty)
        }
        // Ids of fields are many, and seldom ticked.
        guard codes.count > 20 else { return .tag("div", ["class": "checks"], boxes) }
        let ticked = codes.count { !values["\(name).\($0)"].isEmpty }
        return .tag(
            "details", ["class": "many"],
            [
                .tag("summary", text: words.filled("form.ticked", ["count": String(ticked)])),
                .tag("div", ["class": "checks"], boxes),
            ])
    }

    /// A choice may be a field itself, as in what a consent leaves out.
    private func choiceLabel(_ code: String, _ field: FieldDefinition) -> String {
        FieldCatalogue.field(id: code).map { "\(words.label($0.kind)) · \(words.label($0))" }
            ?? words.choice(code, of: field)
    }

    func state(_ name: String, _ label: String) -> HTMLNode {
        let chosen = values[name]
        // The chosen one stands before the list, which is the same for all.
        let first =
            chosen.isEmpty
            ? [option("", words["form.choose"], true)]
            : [option(chosen, choices.states.name(of: chosen), true), option("", words["form.choose"], false)]
        return select(name, label, first + [choices.states.all])
    }

    func reference(_ kind: RecordKind, _ name: String, _ label: String) -> HTMLNode {
        let chosen = values[name]
        let known = choices.records[kind] ?? []
        var options = [option("", words["form.choose"], chosen.isEmpty)]
        options += known.map { option($0.id.text, $0.label, $0.id.text == chosen) }
        if !chosen.isEmpty, !known.contains(where: { $0.id.text == chosen }) {
            options.append(option(chosen, chosen, true))
        }
        if [.person, .incident].contains(kind) {
            options.append(option("+\(kind.rawValue)", words.filled("form.new", ["what": words.label(kind)]), false))
        }
        var nodes = [select(name, label, options)]
        if let id = RecordID(chosen) {
            nodes.append(.tag("a", ["class": "go", "href": choices.path(id)], text: words["form.openRecord"]))
        }
        let other = "\(name).other"
        nodes.append(
            .tag(
                "details", ["class": "more other"],
                [
                    .tag("summary", text: words["form.otherRecord"]),
                    .tag("div", ["class": "inside"], [line(other, words["form.otherRecordID"])]),
                ]))
        return .tag("div", ["class": "reference"], nodes)
    }

    /// A reason or a source: as ``text(at:_:isLong:)`` where somebody has said more of it than its words, else two boxes in
    /// the usual languages. Every field has several of these.
    func remark(at name: String, _ label: String) -> HTMLNode {
        let plain = ["lang", "text", "in.1.lang", "in.1.text", "in.1.here"].map { "\(name).\($0)" }
        guard values.names(below: name).allSatisfy(plain.contains) else { return text(at: name, label, isLong: false) }
        let own = values["\(name).lang"].isEmpty ? recordLanguage : values["\(name).lang"]
        let chosen = values["\(name).in.1.lang"]
        let other = chosen.isEmpty ? (own.hasPrefix("en") ? "ko" : "en") : chosen
        return .tag(
            "div", ["class": "text"],
            [
                hidden("\(name).lang", own), hidden("\(name).in.1.lang", other),
                area("\(name).text", label, rows: 1, language: own),
                area(
                    "\(name).in.1.text", words.filled("form.translation", ["label": label]), rows: 1, language: other),
            ])
    }

    func hidden(_ name: String, _ value: String) -> HTMLNode {
        .element("input", [("type", "hidden"), ("name", name), ("value", value)] + painted(name), [])
    }

    /// Marks a box that shows a value which stands in no draft yet: whatever is written beside it must bring it along.
    func painted(_ name: String) -> [(String, String)] { values[name].isEmpty ? [("data-painted", "yes")] : [] }

    /// A text in the language in which it was told, and beside it its translation.
    func text(at name: String, _ label: String, isLong: Bool) -> HTMLNode {
        let original = values["\(name).lang"]
        let own = original.isEmpty ? recordLanguage : original
        let numbers = values.numbers(below: "\(name).in")
        let shown = numbers.isEmpty ? [1] : numbers
        let rows = { (box: String) in
            let text = values[box]
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
                $0 + 1 + $1.count / 34
            }
            return min(max(lines, isLong ? 3 : 1), 18)
        }
        let translations = shown.map { number -> HTMLNode in
            let place = "\(name).in.\(number)"
            let chosen = values["\(place).lang"]
            let language = chosen.isEmpty ? (own.hasPrefix("en") ? "ko" : "en") : chosen
            return .tag(
                "div", ["class": "translation"],
                [
                    marker(place),
                    area(
                        "\(place).text", words.filled("form.translation", ["label": label]),
                        rows: rows("\(place).text"), language: language),
                    about(
                        [words.languageName(language), statusWord(place)],
                        [
                            languageBox("\(place).lang", language),
                            select(
                                "\(place).status", words["form.status"],
                                TranslationStatus.allCases.map { status in
                                    let value = status == .unstated ? "" : status.rawValue
                                    return option(
                                        value, words["translation.\(status.rawValue)"],
                                        values["\(place).status"] == value)
                                }, classes: "short"),
                            line("\(place).by", words["form.translator"], classes: "short"),
                        ]),
                ])
        }
        let next = (shown.last ?? 0) + 1
        return .tag(
            "div", ["class": isLong ? "text long" : "text"],
            [
                .tag(
                    "div", ["class": "original"],
                    [
                        area("\(name).text", label, rows: rows("\(name).text"), language: own),
                        about(
                            [words.languageName(own)],
                            [
                                languageBox("\(name).lang", own),
                                .tag(
                                    "button",
                                    [
                                        "type": "submit", "name": "do", "value": "add \(name).in.\(next)",
                                        "class": "small",
                                    ],
                                    text: words["form.addTranslation"]),
                            ]),
                    ]),
                .tag("div", ["class": "translations"], translations),
            ])
    }

    /// What is said of a text, behind the name of its language.
    private func about(_ said: [String?], _ boxes: [HTMLNode]) -> HTMLNode {
        .tag(
            "details", ["class": "about"],
            [
                .tag("summary", text: said.compactMap(\.self).joined(separator: " · ")),
                .tag("div", ["class": "inside"], boxes),
            ])
    }

    private func statusWord(_ place: String) -> String? {
        let status = values["\(place).status"]
        return status.isEmpty ? nil : words["translation.\(status)"]
    }

    var recordLanguage: String {
        let chosen = values["record.language"]
        return chosen.isEmpty ? "ko" : chosen
    }

    func languageBox(_ name: String, _ chosen: String) -> HTMLNode {
        let known = FormPainter.languages.contains(chosen) ? FormPainter.languages : FormPainter.languages + [chosen]
        return select(
            name, words["form.language"], known.map { option($0, words.languageName($0), $0 == chosen) },
            classes: "short")
    }

    private static let languages = ["ko", "en", "ko-Hani", "ja", "zh", "ru", "fr", "es"]
}
