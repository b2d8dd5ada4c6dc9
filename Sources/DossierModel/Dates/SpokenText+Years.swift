extension SpokenText {
    /// Signs between the numbers of a date.
    private enum Sign { case dot, slash, dash }

    private static let signs: KeyValuePairs<String, Sign> = [".": .dot, "/": .slash, "-": .dash]

    /// "1951. 3. 5.", "1951.3", "1951-03-05", "1951/3/5": year first, so that month and day cannot be taken for each
    /// other.
    mutating func takeNumericDate(in era: SourceCalendar) -> (year: SpokenYear, month: Int, day: Int?)? {
        attempt { text in
            guard let year = text.takeYearDigits(in: era), let sign = text.take(oneOf: Self.signs),
                let month = text.takeDigits(1...2)
            else { return nil }
            let day = text.attempt { $0.take(oneOf: Self.signs) == sign ? $0.takeDigits(1...2) : nil }
            if sign == .dot { text.take(".") }
            return (year, month, day)
        }
    }

    /// A year in digits, in four of them where it is one of the common era.
    mutating func takeYearDigits(in era: SourceCalendar) -> SpokenYear? {
        attempt { $0.takeDigits(1...4).flatMap { SpokenYear($0, in: era) } }
    }
}
