import DossierModel
import Foundation

/// A date as a cell of a list writes it. Nothing is guessed: a year of two digits, a day that may be a month, and a number that may
/// count days need the mapping to say which.
struct CellDate {
    let date: PartialDate
    let calendar: SourceCalendar
    let statedYear: Int?

    init(_ cell: String, _ target: TableMapping.Target) throws(CellReading.Fault) {
        let text = Self.plain(cell)
        switch target.format {
        case .serial where text.wholeMatch(of: /\d{4,5}(\.\d+)?/) != nil && PartialDate(text) == nil:
            self.init(try Self.day(ExcelDay.text(ofSerial: text, countsFrom1904: false)))
        case .unix:
            guard let seconds = Double(text), abs(seconds) < 10_000_000_000 else { throw .init(cell: .unreadDate) }
            let day = Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
            self.init(try Self.day(day))
        case .compact where Self.isCompact(text): self.init(try Self.compact(text))
        case .dayFirst: self.init(try Self.parts(text, order: [2, 1, 0], target.century))
        case .monthFirst: self.init(try Self.parts(text, order: [2, 0, 1], target.century))
        // A cell of another kind in such a column is read as people write dates.
        case .spoken, .serial, .compact: self = try Self.spoken(text, target)
        }
    }

    private init(_ date: PartialDate, _ calendar: SourceCalendar = .gregorian, statedYear: Int? = nil) {
        self.date = date
        self.calendar = calendar
        self.statedYear = statedYear
    }

    private static func isCompact(_ text: String) -> Bool {
        text.utf8.count == 8 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func spoken(_ text: String, _ target: TableMapping.Target) throws(CellReading.Fault) -> CellDate {
        if target.calendar == nil, target.century == nil, let date = PartialDate(text) { return CellDate(date) }
        let isLunar = target.calendar == .lunar && !text.contains("음력")
        var words = isLunar ? "음력 \(text)" : text
        if let century = target.century, let short = text.firstMatch(of: /^(\d\d)(\D.*)?$/) {
            words = "\(isLunar ? "음력 " : "")\(century)\(short.1)\(short.2 ?? "")"
        }
        if let era = era(target.calendar, text) { words = "\(era) \(text)" }
        if let spoken = SpokenDate(words) {
            return CellDate(spoken.date, spoken.calendar, statedYear: spoken.statedYear)
        }
        if isCompact(text), let date = try? compact(text) { return CellDate(date) }
        throw .init(cell: fault(text))
    }

    /// Why a text that is no date may look like one.
    private static func fault(_ text: String) -> CellFinding.Cell {
        if text.firstMatch(of: /^4[23]\d\d(\D|$)/) != nil { return .eraYear }
        if text.wholeMatch(of: /\d{5}(\.\d+)?/) != nil { return .excelSerial }
        if text.wholeMatch(of: /\d\d\D+\d{1,2}(\D+\d{1,2})?\D*/) != nil { return .twoDigitYear }
        if text.wholeMatch(of: /\d{1,2}\D\d{1,2}\D\d{4}/) != nil { return .ambiguousDay }
        return .unreadDate
    }

    /// The word that a year of an era lacks; nil where the words have it, or the year is of the common era.
    private static func era(_ calendar: SourceCalendar?, _ text: String) -> String? {
        guard let calendar, let found = text.firstMatch(of: /^(\d{1,4})/), let year = Int(found.1) else { return nil }
        return switch calendar {
        case .dangi: year > 4_000 ? "단기" : nil
        case .juche: year < 200 ? "주체" : nil
        case .showa: year < 100 ? "소화" : nil
        case .taisho: year < 100 ? "대정" : nil
        case .meiji: year < 100 ? "명치" : nil
        case .gregorian, .lunar: nil
        }
    }

    private static func compact(_ text: String) throws(CellReading.Fault) -> PartialDate {
        // 00 for a month or day that nobody knew is how old lists write it.
        guard isCompact(text) else { throw .init(cell: .unreadDate) }
        let (year, month, day) = (text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2))
        let edtf = month == "00" ? "\(year)" : day == "00" ? "\(year)-\(month)" : "\(year)-\(month)-\(day)"
        return try Self.day(edtf)
    }

    /// Three numbers, whose places `order` gives as year, month, day.
    private static func parts(_ text: String, order: [Int], _ century: Int?) throws(CellReading.Fault) -> PartialDate {
        guard let found = text.wholeMatch(of: /(\d{1,2})\D+(\d{1,2})\D+(\d{2}|\d{4})\D*/) else {
            if let date = PartialDate(text) { return date }
            throw .init(cell: .unreadDate)
        }
        let parts = [String(found.1), String(found.2), String(found.3)]
        var year = parts[order[0]]
        if year.count == 2 {
            guard let century else { throw .init(cell: .twoDigitYear) }
            year = "\(century)\(year)"
        }
        let (month, day) = (parts[order[1]], parts[order[2]])
        return try Self.day("\(year)-\(month.count == 1 ? "0" : "")\(month)-\(day.count == 1 ? "0" : "")\(day)")
    }

    private static func day(_ edtf: String?) throws(CellReading.Fault) -> PartialDate {
        guard let edtf, let date = PartialDate(edtf) else { throw .init(cell: .unreadDate) }
        return date
    }

    /// Without the time of day, which forms on telephones add.
    private static func plain(_ text: String) -> String {
        let bare = text.trimmed
        guard bare.utf8.count > 14, let found = bare.wholeMatch(of: /(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*/) else {
            return bare
        }
        return String(found.1)
    }
}
