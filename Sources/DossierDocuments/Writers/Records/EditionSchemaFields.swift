import DossierModel

/// Declares the fields of records and items. Names of types begin with what they are, so that no field's id can meet
/// another type's name: `answer.` what stands in a field, `value.` what stands in its `value`, `codes.` a list.
struct EditionSchemaFields {
    let markup: SchemaMarkup

    /// One element a field, in the order of the catalogue, each of which an edition may lack.
    func elements(_ fields: [FieldDefinition]) {
        markup.sequence {
            for field in fields { markup.element(field.name, "answer.\(shape(of: field))", .optional) }
        }
    }

    /// The types that single fields have for themselves.
    func types(of fields: [FieldDefinition]) {
        for field in fields {
            switch field.type {
            case .choice(let codes), .choices(let codes):
                let isOne = field.type == .choice(codes)
                markup.codes("codes.\(field.id)", codes)
                own(field) { markup.element("code", "codes.\(field.id)", isOne ? .one : .many) }
            case .number(let range):
                markup.simpleType(
                    "number.\(field.id)", of: "xs:integer",
                    [("minInclusive", String(range.lowerBound)), ("maxInclusive", String(range.upperBound))])
                own(field) { markup.element("number", "number.\(field.id)") }
            case .items(let inner):
                own(field) { markup.element("item", .many) { elements(inner) } }
                types(of: inner)
            case .line, .text, .names, .date, .age, .place, .codes, .lines, .state, .states, .reference, .references:
                break
            }
        }
    }

    private func own(_ field: FieldDefinition, _ content: () -> Void) {
        markup.complexType("value.\(field.id)") { markup.sequence { content() } }
        EditionSchemaShapes(markup: markup).answer(field.id)
    }

    /// The last part of the names of a field's types: a shape that many fields share, or the field's own id.
    private func shape(of field: FieldDefinition) -> String {
        switch field.type {
        case .line, .text, .names, .date, .age, .place, .codes, .lines, .state, .states, .reference, .references:
            field.type.word
        case .choice, .choices, .number, .items: field.id
        }
    }
}
