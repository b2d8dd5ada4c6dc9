import ArgumentParser
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// What every command asks that judges reports.
struct ReportOptions: ParsableArguments {
    @Option(help: "The day, or the moment by local clocks, YYYY-MM-DD or YYYY-MM-DDTHH:MM (else now).")
    var on: String?
    @Option(help: "The local time zone, such as Asia/Seoul (else that of this machine).")
    var zone: String?
    @Option(help: "Language of the document: en or ko (else that of the text).")
    var documentLang: String?
    @OptionGroup var place: LibraryOptions

    func work(_ office: Office, for manuscript: Manuscript) throws -> ReportWork {
        let zone = try timeZone(office)
        let now = try moment(office, zone)
        let text = documentLang ?? manuscript.language.language
        // Frames exist in these; a text in another language stands in an English one.
        let language = [LanguageTag.english, .korean].first { $0.text == text } ?? .english
        if let documentLang, LanguageTag(documentLang) != language {
            throw Refusal(.usage, "badLanguage", ["value": documentLang, "known": "en, ko"])
        }
        let day = Day(String(GenevaClock.text(now, in: zone).prefix(10))) ?? office.surroundings.today
        return try ReportWork(
            office: office, library: place.library, day: day, now: now, zone: zone, language: language)
    }

    private func timeZone(_ office: Office) throws -> TimeZone {
        guard let name = zone else { return office.surroundings.timeZone }
        guard let zone = TimeZone(identifier: name) else { throw Refusal(.usage, "badZone", ["value": name]) }
        return zone
    }

    private func moment(_ office: Office, _ zone: TimeZone) throws -> Date {
        guard let on else { return office.surroundings.now }
        guard let time = ReportProfile.ClockTime(on.contains("T") ? on : "\(on)T12:00"),
            let moment = GenevaClock.moment(time, in: zone)
        else { throw Refusal(.usage, "badDay", ["value": on]) }
        return moment
    }
}
