import DossierModel
import DossierXML

/// Writes what stands in a `value`, by its shape.
struct ValueElements {
    let channel: String
    /// What a record is called outside the house.
    let numberOf: @Sendable (RecordID) -> String
    let xml: XMLWriter

    /// Every value but items, which hold answers of their own.
    func write(_ value: FieldValue, of type: FieldType) {
        switch value {
        case .line(let line): xml.element("line", text: line)
        case .text(let text): wordings(text)
        case .names(let names): for name in names { write(name) }
        case .date(let statement): write(statement)
        case .age(let age): write(age)
        case .place(let place): write(place)
        case .choices(let codes):
            // Short texts and codes are held alike, and told apart by their field.
            for code in codes { xml.element(type == .lines ? "line" : "code", text: code) }
        case .states(let states): for state in states { xml.element("state", text: state.text) }
        case .references(let ids): for id in ids { xml.element("reference", text: numberOf(id)) }
        case .number(let number): xml.element("number", text: String(number))
        case .items: break
        }
    }

    /// A text under an element of its own; nothing where there is none.
    func write(_ text: LocalizedText?, as name: String) {
        guard let text else { return }
        xml.start(name)
        wordings(text)
        xml.end()
    }

    // The original first. Who translated it never leaves the house.
    private func wordings(_ text: LocalizedText) {
        xml.element("wording", [language(text.original.language)], text: text.original.text)
        for translation in text.translations {
            xml.element(
                "wording", [language(translation.wording.language), ("translation", translation.status.rawValue)],
                text: translation.wording.text)
        }
    }

    private func write(_ name: PersonName) {
        var attributes = [("kind", name.kind.rawValue), ("script", name.script.rawValue)]
        if let system = name.system { attributes.append(("system", system.rawValue)) }
        // The names of other channels would tell where else the case has been.
        if name.frozenFor.contains(channel) { attributes.append(("frozen", "true")) }
        xml.start("name", attributes)
        if let family = name.family { xml.element("family", text: family) }
        if let given = name.given { xml.element("given", text: given) }
        xml.end()
    }

    private func write(_ statement: DateStatement) {
        xml.element("edtf", text: statement.date.edtf)
        write(statement.words, as: "words")
        xml.element("calendar", text: statement.calendar.rawValue)
        if let year = statement.statedYear { xml.element("statedYear", text: String(year)) }
    }

    private func write(_ age: AgeStatement) {
        xml.element("years", text: String(age.years))
        xml.element("counting", text: age.counting.rawValue)
        xml.element("at", text: age.at.edtf)
    }

    private func write(_ place: Place) {
        for name in place.names {
            var attributes = [language(name.wording.language)]
            if let from = name.from { attributes.append(("from", from.edtf)) }
            if let until = name.until { attributes.append(("until", until.edtf)) }
            xml.element("name", attributes, text: name.wording.text)
        }
        if let state = place.state { xml.element("state", text: state.text) }
        if let point = place.coordinates {
            xml.element(
                "coordinates",
                [
                    ("latitude", "\(point.latitude)"), ("longitude", "\(point.longitude)"),
                    ("radius", "\(point.radius)"),
                ])
        }
    }

    private func language(_ tag: LanguageTag) -> (String, String) { ("xml:lang", tag.text) }
}
