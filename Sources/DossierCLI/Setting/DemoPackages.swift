import DossierDisclosure
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// The part of the demo that makes packages: of a petition for the Working Group, of another for a partner, of an evidence
/// file as one ZIP file, and of a report.
struct DemoPackages {
    let office: Office
    let day: Day
    let reports: DemoReports

    private struct Sample {
        var channel: String
        var edition: String
        var recipient: String?
        var cases: [String]
        var keptBack: Set<RecordID> = []
        var zip = false
    }

    private static let samples = [
        Sample(channel: "wgeid", edition: "full", cases: ["case-s1a"]),
        Sample(channel: "wgeid", edition: "partner", recipient: "kpa", cases: ["case-s2b"]),
        Sample(
            channel: "coi", edition: "full", cases: ["case-s1a"],
            // The list names a relative who has not agreed to be named there: the leak test would stop the package.
            keptBack: Set([RecordID("exhibit-s1b")].compactMap(\.self)), zip: true),
    ]

    /// The packages' paths.
    func make(library path: String, into output: String) throws -> [String] {
        var made = try Self.samples.compactMap { sample -> String? in
            let (audience, recipient) = try PackageOrder.audience(
                channel: sample.channel, edition: sample.edition, recipient: sample.recipient)
            var order = order(
                sample.channel, sample.edition, recipient, audience, [.english, .korean], moment: "\(day)T00:00:00Z",
                day)
            order.keptBack = sample.keptBack
            let library = try Library.open(at: path, readOnly: true)
            let folders = try sample.cases.compactMap { try RecordID($0).flatMap(library.folder) }
            guard folders.count == sample.cases.count else { return nil }
            let parts = try CaseParts(
                order: order, office: office, numbers: try library.documentNumbers(channel: sample.channel),
                copies: ExhibitCopies(store: ExhibitStore(libraryPath: path))
            ).parts(of: folders)
            try library.close()
            return try finish(order, parts, library: path, into: output, zip: sample.zip)
        }
        if reports.areThere, let judged = try reports.joint(library: path) {
            let order = order(
                "upr", "public", "upr", .readers(of: "upr"), [.english],
                moment: "\(judged.work.day)T00:00:00Z", judged.work.day)
            let library = try Library.open(at: path, readOnly: true)
            let parts = try ReportParts(order: order, office: office).parts(
                of: judged.report, profile: judged.work.profile, in: library)
            try library.close()
            made.append(
                contentsOf: try finish(order, parts, library: path, into: output, zip: false).map { [$0] } ?? [])
        }
        return made
    }

    private func finish(
        _ order: PackageOrder, _ parts: PackageParts, library path: String, into output: String, zip: Bool
    ) throws -> String? {
        guard parts.obstacles.isEmpty else { return nil }
        let making = PackageMaking(order: order, office: office, output: output)
        var sealing = PackageSealing(office: office)
        if zip { sealing.form = .zip }
        return try making.finish(try making.stage(parts), parts, library: path, sealing: sealing).path
    }

    private func order(
        _ channel: String, _ edition: String, _ recipient: String, _ audience: Audience, _ languages: [LanguageTag],
        moment: String, _ day: Day
    ) -> PackageOrder {
        PackageOrder(
            channel: channel, edition: edition, recipient: recipient, audience: audience, languages: languages,
            formats: [.docx, .html, .xml], moment: moment, day: day, override: nil, enclosesExhibits: true,
            addsCrate: true, organisation: "Alliance for Those Taken (sample)")
    }
}
