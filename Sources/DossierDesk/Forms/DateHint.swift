import DossierModel

/// Says how a date that somebody wrote down as it was told is read.
enum DateHint {
    /// `name` is that of the date's value.
    static func text(_ values: FormValues, at name: String, _ words: DeskWords) -> String {
        if !values["\(name).edtf"].isEmpty { return words["form.date.byHand"] }
        let told = values["\(name).words.text"]
        if told.allSatisfy(\.isWhitespace) { return "" }
        guard let read = SpokenDate(told) else { return words["form.date.notRead"] }
        let calendar =
            [.gregorian, .lunar].contains(read.calendar) ? "" : words["calendars.\(read.calendar.rawValue)"] + " · "
        // A lunar month begins three to seven weeks after the solar one of its number: the hint must not look like a slip.
        if read.calendar == .lunar {
            return words.filled("form.date.readLunar", ["date": words.date(read.date), "edtf": read.date.edtf])
        }
        return words.filled("form.date.read", ["date": "\(calendar)\(words.date(read.date)) (\(read.date.edtf))"])
    }
}
