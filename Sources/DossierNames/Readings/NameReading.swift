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
