/// One name of a person in one script. A person has many: none is the "true" one, and none is corrected.
public struct PersonName: Sendable, Hashable {
    public var kind: Kind
    public var script: Script
    /// By which rules a Latin spelling was made; nil when unknown or not in Latin letters.
    public var system: RomanisationSystem?
    /// The family name; nil for persons who have, or are known by, one name only.
    public var family: String?
    public var given: String?
    /// The channels for which this spelling stays as it is, for example `wgeid`: a body that knows a person under
    /// one spelling must not be sent another.
    public var frozenFor: [String]

    public init(
        kind: Kind = .primary, script: Script, system: RomanisationSystem? = nil, family: String?, given: String?,
        frozenFor: [String] = []
    ) {
        self.kind = kind
        self.script = script
        self.system = system
        self.family = family
        self.given = given
        self.frozenFor = frozenFor
    }

    /// What the name is to its person.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case primary
        case alias
        case childhood
        case afterAbduction = "after-abduction"
        /// As a historical list writes it, errors included.
        case asListed = "as-listed"
    }

    public enum Script: String, Sendable, Hashable, CaseIterable {
        case hangul, hanja, latin, kana, kanji, hanzi, cyrillic

        /// The tag for text in this script, for a reader's voice and fonts.
        public var language: LanguageTag {
            switch self {
            case .hangul: .korean
            case .hanja: .hanja
            case .latin: .koreanInLatin
            case .kana, .kanji: .japanese
            case .hanzi: .chinese
            case .cyrillic: .russian
            }
        }
    }

    public enum RomanisationSystem: String, Sendable, Hashable, CaseIterable {
        case revised = "revised-2000"
        case mccuneReischauer = "mccune-reischauer"
        case dprk
        case alaLC = "ala-lc"
        case hepburn
        case pinyin
        /// As the person or the family writes it.
        case own
    }

    /// Family name first, as Korean names are written: joined in Hangul and Han script, spaced in Latin letters.
    public var joined: String {
        let separator =
            switch script {
            case .hangul, .hanja, .hanzi: ""
            case .latin, .kana, .kanji, .cyrillic: " "
            }
        return [family, given].compactMap(\.self).joined(separator: separator)
    }

    /// As documents print it: a Latin family name in capitals, so that a reader can tell it from the given name.
    public var printed: String {
        guard script == .latin, let family else { return joined }
        return [family.uppercased(), given].compactMap(\.self).joined(separator: " ")
    }

    /// The first letters alone, for editions in which only initials may stand.
    public var initials: String {
        [family, given].compactMap(\.self)
            .flatMap { $0.split { $0 == " " || $0 == "-" } }
            .compactMap(\.first).map { "\($0.uppercased())." }.joined(separator: " ")
    }
}

extension [PersonName] {
    /// The spelling under which `channel` knows the person: a frozen one, else a primary one in Latin letters,
    /// else any primary one, else the first.
    public func spelling(for channel: String) -> PersonName? {
        first { $0.frozenFor.contains(channel) }
            ?? first { $0.kind == .primary && $0.script == .latin }
            ?? first { $0.kind == .primary }
            ?? first
    }
}
