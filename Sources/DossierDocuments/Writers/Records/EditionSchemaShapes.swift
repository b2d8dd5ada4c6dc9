import DossierXML

/// Declares what fields share: how a question is answered, and the shapes of values.
struct EditionSchemaShapes {
    let markup: SchemaMarkup

    func write() {
        noValue()
        shape("line") { markup.element("line", "words") }
        shape("lines") { markup.element("line", "words", .many) }
        shape("text") { wordings() }
        shape("names") { markup.element("name", "name", .many) }
        shape("date") { date() }
        shape("age") {
            markup.element("years", "years")
            markup.element("counting", "counting")
            markup.element("at", "edtf")
        }
        markup.complexType("value.place") { place() }
        answer("place")
        shape("codes") { markup.element("code", "code", .many) }
        shape("state") { markup.element("state", "state") }
        shape("states") { markup.element("state", "state", .many) }
        shape("reference") { markup.element("reference", "opaque") }
        shape("references") { markup.element("reference", "opaque", .many) }
        name()
        wording()
        placeName()
        coordinates()
        EditionSchemaScalars(markup: markup).write()
    }

    /// What stands in a field: accounts of its value, or why there is none.
    func answer(_ shape: String) {
        markup.complexType("answer.\(shape)") {
            markup.choice {
                markup.element("account", .many) {
                    markup.sequence {
                        markup.element("value", "value.\(shape)")
                        markup.element("source", "value.text", .optional)
                    }
                    markup.attribute("preferred", "flag")
                }
                markup.xml.element("xs:group", [("ref", "noValue")])
            }
            markup.attribute("confidential", "flag")
        }
    }

    private func shape(_ name: String, _ content: () -> Void) {
        markup.complexType("value.\(name)") { markup.sequence { content() } }
        answer(name)
    }

    private func noValue() {
        markup.xml.start("xs:group", [("name", "noValue")])
        markup.choice {
            for name in ["unknown", "none", "refused", "withheld"] { markup.element(name, "noValue") }
        }
        markup.xml.end()
        markup.complexType("noValue") { markup.sequence { markup.element("why", "value.text", .optional) } }
    }

    // XSD 1.0 knows one type for one name here: that the first alone is the original, it cannot say.
    private func wordings() { markup.element("wording", "wording", .many) }

    private func date() {
        markup.element("edtf", "edtf")
        markup.element("words", "value.text", .optional)
        markup.element("calendar", "calendar")
        markup.element("statedYear", "year", .optional)
    }

    // A place without a name lies in a State at least.
    private func place() {
        markup.choice {
            markup.sequence {
                markup.element("name", "placeName", .many)
                markup.element("state", "state", .optional)
                markup.element("coordinates", "coordinates", .optional)
            }
            markup.sequence {
                markup.element("state", "state")
                markup.element("coordinates", "coordinates", .optional)
            }
        }
    }

    private func name() {
        markup.complexType("name") {
            markup.sequence {
                markup.element("family", "xs:string", .optional)
                markup.element("given", "xs:string", .optional)
            }
            markup.attribute("kind", "nameKind", required: true)
            markup.attribute("script", "script", required: true)
            markup.attribute("system", "romanisation")
            markup.attribute("frozen", "flag")
        }
    }

    private func wording() { words("wording") { markup.attribute("translation", "translation") } }

    private func placeName() {
        words("placeName") {
            markup.attribute("from", "edtf")
            markup.attribute("until", "edtf")
        }
    }

    private func words(_ name: String, _ attributes: () -> Void) {
        markup.complexType(name) {
            markup.xml.start("xs:simpleContent")
            markup.xml.start("xs:extension", [("base", "words")])
            markup.language()
            attributes()
            markup.xml.end()
            markup.xml.end()
        }
    }

    private func coordinates() {
        markup.complexType("coordinates") {
            for name in ["latitude", "longitude", "radius"] { markup.attribute(name, name, required: true) }
        }
    }
}
