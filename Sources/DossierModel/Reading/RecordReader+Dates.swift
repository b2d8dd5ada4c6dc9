extension RecordReader {
    mutating func partialDate(_ node: PlainNode) -> PartialDate? {
        guard let text = text(node) else { return nil }
        guard let date = PartialDate(text) else {
            note(.notEDTF, node)
            return nil
        }
        return date
    }

    /// A bare EDTF date, or `{edtf:, words:, calendar:, statedYear:}`.
    mutating func dateStatement(_ node: PlainNode) -> DateStatement? {
        guard let pairs = node.pairs else { return partialDate(node).map { DateStatement(date: $0) } }
        noteRepeatedKeys(pairs)
        noteUnknownKeys(pairs, known: ["edtf", "words", "calendar", "statedYear"])
        let words = node["words"].flatMap { child in within("words") { $0.localizedText(child) } }
        let calendar: SourceCalendar? = word("calendar", of: node, else: .gregorian)
        let stated = node["statedYear"].flatMap { child in within("statedYear") { $0.number(child, in: 1...9999) } }
        guard let dateNode = node["edtf"] else {
            note(.missingKey, node, expected: "edtf")
            return nil
        }
        guard let date = within("edtf", { $0.partialDate(dateNode) }), let calendar else { return nil }
        if let stated, let common = calendar.commonYear(for: stated), !date.covers(year: common) {
            note(.yearMismatch, line: node.line, value: "\(calendar.rawValue) \(stated)", expected: "\(common)")
        }
        return DateStatement(date: date, words: words, calendar: calendar, statedYear: stated)
    }

    mutating func ageStatement(_ node: PlainNode) -> AgeStatement? {
        guard let pairs = node.pairs else {
            note(.wrongType, node, expected: "years, counting, at")
            return nil
        }
        noteRepeatedKeys(pairs)
        noteUnknownKeys(pairs, known: ["years", "counting", "at"])
        for key in ["years", "at"] where node[key] == nil { note(.missingKey, node, expected: key) }
        let years = node["years"].flatMap { child in within("years") { $0.number(child, in: 0...130) } }
        let counting: AgeStatement.Counting? = word("counting", of: node, else: .unknown)
        let at = node["at"].flatMap { child in within("at") { $0.partialDate(child) } }
        guard let years, let counting, let at else { return nil }
        return AgeStatement(years: years, counting: counting, at: at)
    }
}

extension PartialDate {
    /// Whether some day of the year may be meant.
    func covers(year: Int) -> Bool {
        if let earliest, earliest.year > year { return false }
        if let latest, latest.year < year { return false }
        return true
    }
}
