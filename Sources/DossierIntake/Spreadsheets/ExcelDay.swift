import DossierModel

/// Days as Excel counts them.
enum ExcelDay {
    /// The day of a serial in ISO 8601; nil for what is none.
    ///
    /// Excel counts days from the last of 1899 and takes 1900 for a leap year: from March of that year on the count is one ahead,
    /// and day 60 never was.
    static func text(ofSerial text: String, countsFrom1904: Bool) -> String? {
        guard let serial = Double(text), (0.0...100_000).contains(serial) else { return nil }
        let days = Int(serial)
        if countsFrom1904 { return Day("1904-01-01")?.adding(days: days).description }
        guard days > 0, days != 60 else { return nil }
        return Day("1899-12-31")?.adding(days: days > 60 ? days - 1 : days).description
    }
}
