import DossierModel
import DossierTestSupport
import Testing

@Suite("Dates as people say them: what holds for any words")
struct SpokenDateLawTests {
    @Test("What our documents print is read back, for any date", arguments: [PrintedDate.korean, .english])
    fileprivate func law(_ print: PrintedDate) throws {
        var random = SeededRandom(seed: 11)
        var count = 0
        while count < 1_000 {
            // A date that ends before it begins is none.
            guard let date = PartialDate(Self.any(using: &random).edtf) else { continue }
            #expect(SpokenDate(print.text(date))?.date == date, "\(print.text(date)) for \(date.edtf)")
            count += 1
        }
    }

    @Test("A day of the calendar is read in every way of writing it")
    func days() throws {
        var random = SeededRandom(seed: 12)
        for _ in 0..<200 {
            let ordinal = Int.random(in: 680_000...760_000, using: &random)
            let day = Day(ordinal: ordinal)
            let (year, month, number) = (day.year, day.month, day.day)
            let name = PrintedDate.months[month - 1]
            for words in [
                "\(year)년 \(month)월 \(number)일", "\(year)년\(month)월\(number)일", "\(year). \(month). \(number).",
                "\(year)/\(month)/\(number)", day.description, "\(number) \(name) \(year)",
                "\(name) \(number), \(year)",
                "단기 \(year + 2333)년 \(month)월 \(number)일",
                "\(Self.numeral(year))년 \(Self.monthName(month)) \(Self.numeral(number))일",
            ] {
                #expect(SpokenDate(words)?.date.edtf == day.description, "\(words)")
            }
        }
    }

    @Test("Nothing stands in the date that does not stand in the words")
    func nothingInvented() {
        var random = SeededRandom(seed: 13)
        var read = 0
        for _ in 0..<40_000 {
            var pieces: [Piece] = []
            for _ in 0..<Int.random(in: 1...7, using: &random) {
                pieces += Piece.all.randomElement(using: &random).map { [$0] } ?? []
            }
            let words = pieces.map(\.text).joined(separator: Bool.random(using: &random) ? " " : "")
            guard let spoken = SpokenDate(words) else { continue }
            read += 1
            let isLunar = spoken.calendar == .lunar
            let told = Set(pieces.flatMap(\.numbers))
            for part in spoken.date.parts {
                #expect(told.contains(part.year) || isLunar && told.contains(part.year - 1), "\(words): \(part)")
                if let month = part.month {
                    #expect(told.contains(isLunar ? (month + 10) % 12 + 1 : month), "\(words): \(part)")
                }
                if let day = part.day { #expect(told.contains(day) && !isLunar, "\(words): \(part)") }
                if part.season != nil { #expect(words.contains("봄"), "\(words): \(part)") }
                if isLunar { #expect(part.isApproximate, "\(words): \(part)") }
            }
            if pieces.contains(where: \.isDoubt) {
                #expect(spoken.date.isApproximate || spoken.date.isUncertain, "\(words): \(spoken.date.edtf)")
            }
            if let stated = spoken.statedYear { #expect(told.contains(stated), "\(words)") }
        }
        // Else the words were all refused, and nothing was looked at.
        #expect(read > 250)
    }

    @Test("Whatever is written, reading ends", .timeLimit(.minutes(1)))
    func hostile() {
        var random = SeededRandom(seed: 14)
        let signs = Array("0195１９년월일봄음력약초이천~.-/[](?)X…가힣ㄱ각\u{1160}\u{304}\u{FEFF}\u{0}👪 \nMayof".unicodeScalars)
        for _ in 0..<10_000 {
            var words = ""
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                guard let sign = signs.randomElement(using: &random) else { continue }
                words.unicodeScalars.append(sign)
            }
            if let date = SpokenDate(words)?.date { #expect(PartialDate(date.edtf) == date, "\(words)") }
        }
        for piece in Piece.all {
            #expect(SpokenDate(String(repeating: piece.text, count: 100_000)) == nil)
            _ = SpokenDate(String(repeating: piece.text, count: 100 / piece.text.unicodeScalars.count))
        }
    }

    private static func any(using random: inout SeededRandom) -> PartialDate {
        func part() -> DatePart {
            var part = DatePart(
                year: Int.random(in: 1800...2199, using: &random), isApproximate: Bool.random(using: &random),
                isUncertain: Bool.random(using: &random))
            switch Int.random(in: 0...4, using: &random) {
            case 0: break
            case 1:
                part.season = DatePart.Season(rawValue: Int.random(in: 21...24, using: &random))
                part.precision = .season
            case 2:
                // "1900년대" may be ten years or a hundred.
                part.year = part.year - part.year % 100 + Int.random(in: 1...9, using: &random) * 10
                part.precision = .decade
            case 3:
                part.month = Int.random(in: 1...12, using: &random)
                part.precision = .month
            default:
                part.month = Int.random(in: 1...12, using: &random)
                part.day = Int.random(in: 1...28, using: &random)
                part.precision = .day
            }
            return part
        }
        switch Int.random(in: 0...6, using: &random) {
        case 0: return .point(part())
        case 1: return .interval(from: part(), to: part())
        case 2: return .within(after: part(), before: part())
        case 3: return .interval(from: nil, to: part())
        case 4: return .interval(from: part(), to: nil)
        case 5: return .within(after: nil, before: part())
        default: return .within(after: part(), before: nil)
        }
    }

    /// A number up to 2999 in words.
    private static func numeral(_ number: Int) -> String {
        let digits = Array("일이삼사오육칠팔구")
        var (text, rest) = ("", number)
        for (worth, word) in [(1000, "천"), (100, "백"), (10, "십")] {
            let count = rest / worth
            if count > 0 { text += (count == 1 ? "" : String(digits[count - 1])) + word }
            rest %= worth
        }
        return rest == 0 ? text : text + String(digits[rest - 1])
    }

    private static func monthName(_ month: Int) -> String {
        switch month {
        case 6: "유월"
        case 10: "시월"
        default: "\(numeral(month))월"
        }
    }
}

/// A piece of words, and the numbers that it tells.
private struct Piece {
    var text: String
    var numbers: [Int] = []
    var isDoubt = false

    init(_ text: String, _ numbers: Int..., isDoubt: Bool = false) {
        self.text = text
        self.numbers = numbers
        self.isDoubt = isDoubt
    }

    static let all = [
        Piece("1951년", 1951), Piece("1952", 1952), Piece("1951년", 1951), Piece("1953년", 1953), Piece("51년"),
        Piece("단기 4284년", 1951, 4284), Piece("쇼와 20년", 1945, 20), Piece("(1951)", 1951), Piece("1950년대", 1950),
        Piece("3월", 3), Piece("삼월", 3), Piece("10월", 10), Piece("4월", 4), Piece("정월", 1), Piece("섣달", 12),
        Piece("5일", 5), Piece("이십일", 20), Piece("초사흘", 3), Piece("보름", 15), Piece("초순", 1, 10),
        Piece("봄"), Piece("초", isDoubt: true), Piece("음력"), Piece("(음력)"), Piece("양력"), Piece("약", isDoubt: true),
        Piece("아마", isDoubt: true), Piece("쯤", isDoubt: true), Piece("?", isDoubt: true), Piece("에서"), Piece("부터"),
        Piece("~"), Piece("까지"), Piece("사이"), Piece("이전"), Piece("후"), Piece("또는"), Piece("에"), Piece("년"),
        Piece("월"), Piece("일", 1), Piece("."), Piece("-"), Piece("1951-03-05", 1951, 3, 5), Piece("between"),
        Piece("and"),
        Piece("March", 3), Piece("April", 4), Piece("lunar"), Piece("1951", 1951), Piece("5", 5), Piece("of"),
        Piece("the"), Piece("from"), Piece("to"), Piece("or"), Piece("before"), Piece("about", isDoubt: true),
    ]
}

/// Dates as the documents print them (`Templates/catalogue/choices.*.yaml`, `dateWords`).
private enum PrintedDate {
    case korean, english

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func text(_ date: PartialDate) -> String {
        let isKorean = self == .korean
        switch date {
        case .point(let part): return text(part)
        case .interval(let from?, let to?):
            return isKorean ? "\(text(from))부터 \(text(to))까지" : "from \(text(from)) to \(text(to))"
        case .interval(let from?, nil): return isKorean ? "\(text(from))부터" : "from \(text(from)) on"
        case .interval(nil, let to): return to.map { isKorean ? "\(text($0))까지" : "until \(text($0))" } ?? ""
        case .within(let after?, let before?):
            return isKorean
                ? "\(text(after))에서 \(text(before)) 사이의 어느 때"
                : "at some time between \(text(after)) and \(text(before))"
        case .within(let after?, nil): return isKorean ? "\(text(after)) 또는 그 뒤" : "\(text(after)) or later"
        case .within(nil, let before):
            return before.map { isKorean ? "\(text($0)) 또는 그 전" : "\(text($0)) or earlier" } ?? ""
        }
    }

    private func text(_ part: DatePart) -> String {
        let plain = self == .korean ? korean(part) : english(part)
        let rough = self == .korean ? "\(plain)경" : "about \(plain)"
        let text = part.isApproximate ? rough : plain
        guard part.isUncertain else { return text }
        return self == .korean ? "\(text)(불확실)" : "\(text) (uncertain)"
    }

    private func korean(_ part: DatePart) -> String {
        let season = part.season.map { ["봄", "여름", "가을", "겨울"][$0.rawValue - 21] }
        let below = [season, part.month.map { "\($0)월" }, part.day.map { "\($0)일" }].compactMap(\.self)
        return (["\(part.year)년\(part.precision == .decade ? "대" : "")"] + below).joined(separator: " ")
    }

    private func english(_ part: DatePart) -> String {
        let season = part.season.map { ["spring", "summer", "autumn", "winter"][$0.rawValue - 21] }
        let before = [part.day.map(String.init), season, part.month.map { Self.months[$0 - 1] }].compactMap(\.self)
        return (before + [part.precision == .decade ? "the \(part.year)s" : "\(part.year)"]).joined(separator: " ")
    }
}
