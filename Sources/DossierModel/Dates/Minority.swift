/// Whether a person was under 18 at an event: yes, no, or not settled by what is known
/// (Convention on the Rights of the Child, art. 1, for the limit).
public enum Minority: Sendable, Hashable {
    case minor, adult, undetermined

    /// `birth` and `event` as the days on which each may have been; the answer is settled only when every pairing
    /// of them gives the same.
    public init(birth: ClosedRange<Day>?, event: ClosedRange<Day>?) {
        guard let birth, let event else { self = .undetermined; return }
        if event.upperBound < birth.lowerBound.adding(years: 18) {
            self = .minor
        } else if event.lowerBound >= birth.upperBound.adding(years: 18) {
            self = .adult
        } else {
            self = .undetermined
        }
    }
}

extension PartialDate {
    /// All days that may be meant; nil when a side is open.
    public var days: ClosedRange<Day>? {
        guard let earliest, let latest, earliest <= latest else { return nil }
        return earliest...latest
    }
}
