import DossierModel

/// Words that stand in boxes and would not be in the record: the value of a question that was answered with “not known”, the
/// source of a value that nobody has written. They are told before a save, which would throw them away with the draft.
enum UntakenBoxes {
    /// One finding for each such box.
    static func findings(_ values: FormValues, in record: Record) -> [FormFinding] {
        let taken = FormFilling.values(of: record)
        var findings: [FormFinding] = []
        for field in FieldCatalogue.fields(of: record.kind) where !field.isMeasured {
            // Members bear other numbers in the record: what counts is whether the words are there, as often as in the boxes.
            var there: [String: Int] = [:]
            for box in boxes(taken, of: field) { there[box.text, default: 0] += 1 }
            for box in boxes(values, of: field) {
                if let count = there[box.text], count > 0 {
                    there[box.text] = count - 1
                } else {
                    findings.append(
                        FormFinding(
                            rule: .emptyValue, box: box.name, value: values[box.name], expected: "", isUntaken: true))
                }
            }
        }
        return findings
    }

    private struct Box {
        var name: String
        /// As it can be compared: without blanks, numbers as numbers.
        var text: String
    }

    private static let endings: Set<String> = [
        "text", "family", "given", "by", "edtf", "calendar", "year", "years", "at", "from", "until", "latitude",
        "longitude", "radius", "level", "preferred", "frozen",
    ]

    private static func boxes(_ values: FormValues, of field: FieldDefinition) -> [Box] {
        values.names(below: field.name).sorted().compactMap { name in
            let parts = name.split(separator: ".").map(String.init)
            guard let ending = parts.last, endings.contains(ending) || isLine(parts, field) else { return nil }
            let text = values[name].filter { !$0.isWhitespace }
            return text.isEmpty ? nil : Box(name: name, text: Double(text).map { "\($0)" } ?? text)
        }
    }

    /// Whether a box holds a line, by the field before the number of its account.
    private static func isLine(_ parts: [String], _ field: FieldDefinition) -> Bool {
        guard parts.last == "value", parts.count >= 3 else { return false }
        let name = parts[parts.count - 3]
        let own = name == field.name && parts.count == 3 ? field : field.type.itemFields.first { $0.name == name }
        return own?.type == .line
    }
}
