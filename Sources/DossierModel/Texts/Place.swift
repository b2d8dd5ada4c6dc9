/// A place, with the names that it bore and when. Provinces were renamed and borders moved: the name valid at the
/// time of the event is the one to write.
public struct Place: Sendable, Hashable {
    public var names: [PlaceName]
    /// The State on whose territory the place lay; nil when unknown or at sea.
    public var state: StateCode?
    public var coordinates: Coordinates?

    public init(names: [PlaceName], state: StateCode? = nil, coordinates: Coordinates? = nil) {
        self.names = names
        self.state = state
        self.coordinates = coordinates
    }

    /// A place's name in one language, and the years in which it was in use.
    public struct PlaceName: Sendable, Hashable {
        public var wording: LocalizedText.Wording
        public var from: PartialDate?
        public var until: PartialDate?

        public init(wording: LocalizedText.Wording, from: PartialDate? = nil, until: PartialDate? = nil) {
            self.wording = wording
            self.from = from
            self.until = until
        }

        /// Whether the name may have been in use on some day of `date`; open ends count as in use.
        public func isValid(at date: PartialDate?) -> Bool {
            guard let date else { return true }
            if let begin = from?.earliest, let latest = date.latest, latest < begin { return false }
            if let end = until?.latest, let earliest = date.earliest, earliest > end { return false }
            return true
        }
    }

    /// A point on WGS 84 in degrees, and the radius in kilometres within which the place is known.
    public struct Coordinates: Sendable, Hashable {
        public var latitude: Double
        public var longitude: Double
        public var radius: Double

        public init(latitude: Double, longitude: Double, radius: Double) {
            self.latitude = latitude
            self.longitude = longitude
            self.radius = radius
        }
    }

    /// The name in `language` that was in use at `date`; else any name in use then; else any in the language.
    public func name(in language: LanguageTag, at date: PartialDate?) -> LocalizedText.Wording? {
        let valid = names.filter { $0.isValid(at: date) }
        let inLanguage = { (name: PlaceName) in name.wording.language.language == language.language }
        return
            (valid.first(where: inLanguage) ?? valid.first { $0.wording.language == .english } ?? valid.first
            ?? names.first(where: inLanguage) ?? names.first)?.wording
    }
}
