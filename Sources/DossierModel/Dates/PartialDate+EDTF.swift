extension PartialDate {
    /// Reads EDTF text such as `1950-09`, `1951-21~`, `195X`, `1969-12-11`, `1970/1972`, `[..1951-03]`.
    ///
    /// Nil when the text is not EDTF, names a day that does not exist, ends before it begins, or uses a part of
    /// level 2 that is not supported here.
    public init?(_ text: String) {
        if text.hasPrefix("["), text.hasSuffix("]") {
            guard let bounds = Self.ends(of: text.dropFirst().dropLast(), separator: "..") else { return nil }
            self = .within(after: bounds.0, before: bounds.1)
        } else if text.contains("/") {
            let ends = text.split(separator: "/", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = Self.end(ends[0]), let to = Self.end(ends[1]) else { return nil }
            guard from != nil || to != nil else { return nil }
            self = .interval(from: from, to: to)
        } else {
            guard let part = DatePart(edtf: text[...]) else { return nil }
            self = .point(part)
        }
        if let earliest, let latest, latest < earliest { return nil }
    }

    /// The same date as EDTF text; reading it gives the date back.
    public var edtf: String {
        switch self {
        case .point(let part): part.edtf
        case .interval(let from, let to): "\(from?.edtf ?? "..")/\(to?.edtf ?? "..")"
        case .within(let after, let before): "[\(after?.edtf ?? "")..\(before?.edtf ?? "")]"
        }
    }

    private static func ends(of text: Substring, separator: String) -> (DatePart?, DatePart?)? {
        guard let range = text.firstRange(of: separator) else { return nil }
        let (left, right) = (text[..<range.lowerBound], text[range.upperBound...])
        guard !left.isEmpty || !right.isEmpty else { return nil }
        let after = DatePart(edtf: left)
        let before = DatePart(edtf: right)
        guard left.isEmpty || after != nil, right.isEmpty || before != nil else { return nil }
        return (after, before)
    }

    // The outer nil is "not EDTF", the inner one an open end. `..` and nothing both leave an end open: what an interval
    // does beyond its known end is not known either way.
    private static func end(_ text: Substring) -> DatePart?? {
        if text.isEmpty || text == ".." { return .some(nil) }
        return DatePart(edtf: text).map { .some($0) } ?? .none
    }
}

extension DatePart {
    // Over bytes: EDTF is ASCII, and a check of the whole library reads a date or two from every record.
    init?(edtf text: Substring) {
        var body = text.utf8[...]
        var approximate = false
        var uncertain = false
        switch body.last {
        case UInt8(ascii: "~"): approximate = true
        case UInt8(ascii: "?"): uncertain = true
        case UInt8(ascii: "%"): (approximate, uncertain) = (true, true)
        default: break
        }
        if approximate || uncertain { body = body.dropLast() }
        let fields = body.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let yearText = fields.first, fields.count <= 3, var part = DatePart(yearText: yearText) else {
            return nil
        }
        if fields.count > 1, !Self.isMasked(fields[1]) {
            guard part.precision == .year, let number = Self.twoDigits(fields[1]) else { return nil }
            switch number {
            case 1...12: (part.month, part.precision) = (number, .month)
            default:
                guard let season = Season(rawValue: number), fields.count == 2 else { return nil }
                (part.season, part.precision) = (season, .season)
            }
        }
        if fields.count > 2, !Self.isMasked(fields[2]) {
            guard let month = part.month, let day = Self.twoDigits(fields[2]),
                Day(year: part.year, month: month, day: day) != nil
            else { return nil }
            (part.day, part.precision) = (day, .day)
        }
        part.isApproximate = approximate
        part.isUncertain = uncertain
        self = part
    }

    private init?(yearText: Substring.UTF8View) {
        guard yearText.count == 4 else { return nil }
        let masked = yearText.reversed().prefix { $0 == UInt8(ascii: "X") }.count
        guard let number = Self.digits(yearText.dropLast(masked)) else { return nil }
        switch masked {
        case 0: self.init(year: number, precision: .year)
        case 1: self.init(year: number * 10, precision: .decade)
        case 2: self.init(year: number * 100, precision: .century)
        default: return nil
        }
    }

    private static func isMasked(_ field: Substring.UTF8View) -> Bool {
        field.count == 2 && field.allSatisfy { $0 == UInt8(ascii: "X") }
    }

    private static func twoDigits(_ field: Substring.UTF8View) -> Int? { field.count == 2 ? digits(field) : nil }

    private static func digits(_ field: Substring.UTF8View) -> Int? {
        guard !field.isEmpty else { return nil }
        var number = 0
        for byte in field {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    package var edtf: String {
        let yearText = year.padded(to: 4)
        var text =
            switch precision {
            case .century: "\(yearText.prefix(2))XX"
            case .decade: "\(yearText.prefix(3))X"
            default: yearText
            }
        if let season { text += "-\(season.rawValue)" }
        if let month { text += "-\(month.padded(to: 2))" }
        if let day { text += "-\(day.padded(to: 2))" }
        switch (isApproximate, isUncertain) {
        case (true, true): text += "%"
        case (true, false): text += "~"
        case (false, true): text += "?"
        case (false, false): break
        }
        return text
    }
}
