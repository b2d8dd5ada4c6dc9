/// One way to read a name: which part is the family name and what both sound like.
public struct NameReading: Sendable, Hashable {
    /// Nil where the name has no family name, or where nobody can tell.
    var family: NamePart?
    /// Nil where only a family name is told.
    var given: NamePart?
    /// Letters of a given name of which nothing else is told (`Kim C.S.`).
    var initials: SoundRow?
    /// In hundredths: how far this way of reading is from the plain one.
    var penalty: Int
    public var way: Way
    /// The name in Han characters, one form for all variants; empty when it has none.
    var han: String

    init(
        family: NamePart?, given: NamePart?, initials: SoundRow? = nil, penalty: Int = 0, way: Way = .written,
        han: String = ""
    ) {
        self.family = family
        self.given = given
        self.initials = initials
        self.penalty = penalty
        self.way = way
        self.han = han
    }

    /// How the name was read.
    public enum Way: String, Sendable, Hashable, CaseIterable {
        /// By its letters.
        case written
        /// With the sounds that run together when it is spoken.
        case spoken
        /// Han characters in Korean, Mandarin and Japanese.
        case korean, mandarin, japanese
        /// With the family name last.
        case familyLast = "family-last"
    }
}

extension NameReading {
    /// The name in Han characters, one form for all variants; empty when it was not written in them.
    public var hanForm: String { han }

    public var hasFamily: Bool { family != nil }
    public var hasGiven: Bool { given != nil }

    /// The same reading with family name and given name in each other's place.
    public var swapped: NameReading {
        var reading = self
        (reading.family, reading.given) = (given, family)
        return reading
    }

    /// The same reading with the characters that were read before their sounds: 金(김).
    func written(family: String, given: String) -> NameReading {
        var reading = self
        if let part = reading.family, !family.isEmpty { reading.family = part.written("\(family)(\(part.text))") }
        if let part = reading.given { reading.given = part.written("\(given)(\(part.text))") }
        return reading
    }
}

/// A family name or a given name as sounds.
///
/// A class only so that the many places that pass a part on copy one pointer; it never changes.
final class NamePart: Sendable, Hashable {
    /// As it was written.
    let text: String
    let row: SoundRow
    /// Which surnames of the table it may be; empty for none that is known.
    let surnames: [UInt16]
    /// The first sound of each syllable, where the spelling tells syllables apart.
    let starts: [UInt8]
    /// The letters a to z of a Latin spelling, for slips of the typewriter; empty for other scripts.
    let letters: [UInt8]

    init(text: String, row: SoundRow, surnames: [UInt16] = [], starts: [UInt8] = [], letters: [UInt8] = []) {
        self.text = text
        self.row = row
        self.surnames = surnames
        self.starts = starts
        self.letters = letters
    }

    func sounding(_ row: SoundRow) -> NamePart {
        NamePart(text: text, row: row, surnames: surnames, starts: starts, letters: letters)
    }

    func written(_ text: String) -> NamePart {
        NamePart(text: text, row: row, surnames: surnames, starts: starts, letters: letters)
    }

    static func == (left: NamePart, right: NamePart) -> Bool {
        left === right || left.text == right.text && left.row == right.row && left.surnames == right.surnames
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(row)
    }
}
