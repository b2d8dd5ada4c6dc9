import DossierHTML
import DossierModel

extension FormPainter {
    /// Hangul, Hanja and Latin names side by side. What is suggested for the Latin one is never filled in by itself.
    func names(at name: String) -> HTMLNode {
        let numbers = values.numbers(below: name)
        let usual: [PersonName.Script] = [.hangul, .hanja, .latin]
        let filled = numbers.map { ($0, values["\(name).\($0).script"]) }
        // The three scripts in which a name is asked stand there until somebody has written one in each.
        let missing = usual.filter { script in !filled.contains { $0.1 == script.rawValue } }
        let rows = filled + missing.enumerated().map { ((numbers.last ?? 0) + $0 + 1, $1.rawValue) }
        let next = (rows.last?.0 ?? 0) + 1
        return .group(
            rows.map { nameRow($0, script: $1, at: "\(name).\($0)") }
                + [suggestions(at: name, rows.map(\.0)), add("\(name).\(next)", words["form.addName"])])
    }

    private func nameRow(_ number: Int, script: String, at place: String) -> HTMLNode {
        let language = PersonName.Script(rawValue: script)?.language.text ?? "ko"
        let part = { (key: String) -> HTMLNode in
            .tag(
                "div", ["class": "box name-part"],
                [
                    .tag("label", ["for": id("\(place).\(key)")], text: words["form.name.\(key)"]),
                    .tag(
                        "input",
                        [
                            "id": id("\(place).\(key)"), "name": "\(place).\(key)", "value": values["\(place).\(key)"],
                            "lang": language, "autocomplete": "off", "spellcheck": "false",
                        ]),
                ])
        }
        return .tag(
            "div",
            [
                "class": "name-row", "id": Self.anchor(place), "tabindex": "-1", "role": "group",
                "aria-label": words.filled("form.name.row", ["number": String(number)]),
            ],
            [
                marker(place),
                select(
                    "\(place).script", words["form.name.script"],
                    PersonName.Script.allCases.map {
                        option($0.rawValue, words["scripts.\($0.rawValue)"], $0.rawValue == script)
                    },
                    classes: "short"),
                part("family"), part("given"),
                .tag(
                    "details", ["class": "more"],
                    [
                        .tag("summary", text: nameSummary(place)),
                        .tag(
                            "div", ["class": "inside"],
                            [
                                select(
                                    "\(place).kind", words["form.name.kind"],
                                    PersonName.Kind.allCases.map {
                                        let value = $0 == .primary ? "" : $0.rawValue
                                        return option(
                                            value, words["nameKinds.\($0.rawValue)"], values["\(place).kind"] == value)
                                    }),
                                select(
                                    "\(place).system", words["form.name.system"],
                                    [option("", words["form.choose"], values["\(place).system"].isEmpty)]
                                        + PersonName.RomanisationSystem.allCases.map {
                                            option(
                                                $0.rawValue, words["systems.\($0.rawValue)"],
                                                values["\(place).system"] == $0.rawValue)
                                        }),
                                line("\(place).frozen", words["form.name.frozen"], hint: words["form.name.frozenHint"]),
                                remove(place, "form.removeName"),
                            ]),
                    ]),
            ])
    }

    private func nameSummary(_ place: String) -> String {
        let kind = values["\(place).kind"]
        let system = values["\(place).system"]
        let said = [
            kind.isEmpty ? nil : words["nameKinds.\(kind)"], system.isEmpty ? nil : words["systems.\(system)"],
            values["\(place).frozen"].isEmpty ? nil : words["form.name.isFrozen"],
        ].compactMap(\.self)
        return said.isEmpty ? words["form.details"] : said.joined(separator: " · ")
    }

    private func suggestions(at name: String, _ numbers: [Int]) -> HTMLNode {
        let hangul = numbers.first {
            values["\(name).\($0).script"] == "hangul" && !values["\(name).\($0).given"].isEmpty
        }
        let spellings = hangul.map { number in
            choices.romanised(
                PersonName(
                    script: .hangul, family: values["\(name).\(number).family"],
                    given: values["\(name).\(number).given"]))
        }
        guard let spellings, !spellings.isEmpty else { return .group([]) }
        return .tag(
            "p", ["class": "hint"],
            [.text(words["form.name.suggested"] + " ")]
                + spellings.enumerated().flatMap { index, spelling -> [HTMLNode] in
                    [.text(index == 0 ? "" : " · "), .tag("span", ["lang": "ko-Latn"], text: spelling)]
                })
    }

    /// As it was told; below, how it is read. The exact date and the calendar stand behind, for what cannot be read.
    func date(at name: String, _ label: String) -> HTMLNode {
        let told = "\(name).words.text"
        let isExact = !values["\(name).edtf"].isEmpty
        let translated = "\(name).words.in.1"
        return .tag(
            "div", ["class": "date"],
            [
                .tag(
                    "div", ["class": "box"],
                    [
                        .tag("label", ["for": id(told)], text: words["form.date.told"]),
                        values[told].contains("\n")
                            ? .element(
                                "textarea", [("id", id(told)), ("name", told), ("data-date", name)],
                                [.text("\n" + values[told])])
                            : .tag(
                                "input",
                                [
                                    "id": id(told), "name": told, "value": values[told], "autocomplete": "off",
                                    "placeholder": words["form.date.example"], "data-date": name,
                                ]),
                        .tag(
                            "p", ["class": "hint", "data-hint": name, "role": "status"],
                            text: DateHint.text(values, at: name, words)),
                    ]),
                .element(
                    "details", [("class", "more")] + (isExact ? [("open", "open")] : []),
                    [
                        .tag("summary", text: words["form.date.exact"]),
                        .tag(
                            "div", ["class": "inside"],
                            [
                                line("\(name).edtf", words["form.date.edtf"], hint: words["form.date.edtfHint"]),
                                select(
                                    "\(name).calendar", words["form.date.calendar"],
                                    SourceCalendar.allCases.map {
                                        let value = $0 == .gregorian ? "" : $0.rawValue
                                        return option(
                                            value, words["calendars.\($0.rawValue)"],
                                            values["\(name).calendar"] == value)
                                    }),
                                number("\(name).year", words["form.date.year"], 1...9999),
                                languageBox(
                                    "\(name).words.lang",
                                    values["\(name).words.lang"].isEmpty ? recordLanguage : values["\(name).words.lang"]
                                ),
                                line("\(translated).text", words["form.date.translated"]),
                                languageBox(
                                    "\(translated).lang",
                                    values["\(translated).lang"].isEmpty ? "en" : values["\(translated).lang"]),
                            ] + furtherTranslations(at: "\(name).words")),
                    ]),
            ])
    }

    /// Boxes that have no room of their own go along unseen, so that nothing is lost with a form.
    private func furtherTranslations(at name: String) -> [HTMLNode] {
        values.names(below: "\(name).in").filter { box in
            !["\(name).in.1.text", "\(name).in.1.lang"].contains(box)
        }.sorted().map { .tag("input", ["type": "hidden", "name": $0, "value": values[$0]]) }
    }

    func age(at name: String) -> HTMLNode {
        .tag(
            "div", ["class": "row"],
            [
                number("\(name).years", words["form.age.years"], 0...130),
                select(
                    "\(name).counting", words["form.age.counting"],
                    AgeStatement.Counting.allCases.map {
                        option(
                            $0.rawValue, words["counting.\($0.rawValue)"],
                            ($0 == .unknown ? ["", $0.rawValue] : [$0.rawValue]).contains(values["\(name).counting"]))
                    }, classes: "short"),
                line("\(name).at", words["form.age.at"], hint: words["form.age.atHint"], classes: "short"),
            ])
    }

    func place(at name: String, _ label: String) -> HTMLNode {
        let numbers = values.numbers(below: "\(name).names")
        let shown = numbers.isEmpty ? [1, 2] : numbers
        let next = (shown.last ?? 0) + 1
        let usual = ["ko", "en"]
        let rows = shown.enumerated().map { index, number -> HTMLNode in
            let box = "\(name).names.\(number)"
            let chosen = values["\(box).lang"]
            let language = chosen.isEmpty ? (index < usual.count ? usual[index] : "ko") : chosen
            return .tag(
                "div", ["class": "place-row"],
                [
                    marker(box), line("\(box).text", "\(label) (\(words.languageName(language)))", classes: "wide"),
                    languageBox("\(box).lang", language),
                    .element(
                        "details", [("class", "more")],
                        [
                            .tag("summary", text: words["form.place.years"]),
                            .tag(
                                "div", ["class": "inside"],
                                [
                                    line("\(box).from", words["form.place.from"], classes: "short"),
                                    line("\(box).until", words["form.place.until"], classes: "short"),
                                    remove(box, "form.removeName"),
                                ]),
                        ]),
                ])
        }
        let hasPoint = ["latitude", "longitude", "radius"].contains { !values["\(name).\($0)"].isEmpty }
        return .tag(
            "div", ["class": "place"],
            rows + [
                add("\(name).names.\(next)", words["form.place.addName"]),
                state("\(name).state", words["form.place.state"]),
                .element(
                    "details", [("class", "more")] + (hasPoint ? [("open", "open")] : []),
                    [
                        .tag("summary", text: words["form.place.point"]),
                        .tag(
                            "div", ["class": "inside"],
                            ["latitude", "longitude", "radius"].map {
                                line("\(name).\($0)", words["form.place.\($0)"], classes: "short")
                            }),
                    ]),
            ])
    }
}
