import DossierModel
public import DossierProfiles
public import Foundation

/// The clock by which the registration system opens and closes. Summer time changes within many windows, so that no
/// fixed distance to Geneva will do.
public enum GenevaClock {
    /// Nil only where the system has no time zones installed.
    public static var zone: TimeZone? { TimeZone(identifier: "Europe/Zurich") }

    /// The moment at which Geneva's clocks show a time.
    public static func moment(_ time: ReportProfile.ClockTime) -> Date? { zone.flatMap { moment(time, in: $0) } }

    /// The moment at which the clocks of a zone show a time.
    public static func moment(_ time: ReportProfile.ClockTime, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.date(
            from: DateComponents(
                year: time.day.year, month: time.day.month, day: time.day.day, hour: time.hour, minute: time.minute))
    }

    /// The moment as the clocks of a zone show it, `2024-04-09 06:59`.
    public static func text(_ moment: Date, in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        let two = { (number: Int?) in
            let text = String(number ?? 0)
            return text.utf8.count < 2 ? "0\(text)" : text
        }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) \(two(parts.hour)):\(two(parts.minute))"
    }
}
