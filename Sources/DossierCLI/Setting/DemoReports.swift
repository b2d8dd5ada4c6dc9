import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// The part of the demo that makes the two sample reports: one within its limit, one over it.
struct DemoReports {
    /// The folder of sample manuscripts and recommendations.
    let samples: String
    let office: Office

    /// The reports lie in a folder beside that of the sample cases.
    init(beside cases: String, office: Office) {
        samples = NSString(string: cases).deletingLastPathComponent + "/upr"
        self.office = office
    }

    /// Each sample with the moment at which it is made: the one on the invented State within the window of its session.
    private static let reports = [("sample-individual", "2026-11-24T12:00"), ("sample-joint", "2024-03-15T12:00")]

    /// Where there are no sample reports beside the cases, none are made.
    var areThere: Bool { FileManager.default.fileExists(atPath: "\(samples)/sample-joint/report.yaml") }

    func takeInRecommendations(_ library: Library) throws {
        guard let day = Day("2026-11-24") else { return }
        let reader = RecommendationReader(states: nil, readOn: day)
        _ = try library.replaceRecommendations(
            from: .uhri, ofStates: nil, fingerprint: { "sample" }, change: office.surroundings.change("demo")
        ) { take in
            _ = try reader.read("\(samples)/recommendations/sample-uhri.json", take: take)
        }
    }

    /// How many files were made, and the lines to show.
    func render(library path: String, into output: String) throws -> (count: Int, lines: [String]) {
        let files = try DocumentFiles(formats: [.docx, .xml, .html], folder: output, office: office)
        var count = 0
        var lines: [String] = []
        for (name, time) in Self.reports {
            let folder = "\(samples)/\(name)"
            guard let (judged, work) = try judged(folder, at: time, library: path) else { continue }
            let written = try files.write(judged.document, stem: ReportFiles.stem(of: judged))
            try ReportFiles.note(judged, written.fingerprint, work, office)
            count += written.paths.count
            lines.append(line(judged, written.paths.first ?? "", folder, path))
        }
        return (count, lines)
    }

    private func judged(
        _ folder: String, at time: String, library path: String
    ) throws -> (report: ReportWork.Judged, work: ReportWork)? {
        let manuscript = try ManuscriptFolders.read(folder, office, isJSON: false)
        guard let zone = GenevaClock.zone, let clock = ReportProfile.ClockTime(time),
            let now = GenevaClock.moment(clock, in: zone)
        else { return nil }
        let work = try ReportWork(
            office: office, library: path, day: clock.day, now: now, zone: zone, language: .english)
        return (try work.judged(manuscript, others: ManuscriptFolders.beside(folder)), work)
    }

    /// The joint report, within the window of its session.
    func joint(library path: String) throws -> (report: ReportWork.Judged, work: ReportWork)? {
        guard let (name, time) = Self.reports.last else { return nil }
        return try judged("\(samples)/\(name)", at: time, library: path)
    }

    private func line(_ judged: ReportWork.Judged, _ path: String, _ folder: String, _ library: String) -> String {
        let limit = judged.limit
        let isOver = limit.map { judged.words.body > $0 } ?? false
        return office.messages.filled(
            isOver ? "demo.reportOver" : "demo.report",
            [
                "file": path, "words": "\(judged.words.body)", "limit": limit.map(String.init) ?? "—",
                "folder": folder, "library": library,
            ])
    }
}
