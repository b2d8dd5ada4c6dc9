import DossierDisclosure
import DossierDocuments
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles

/// Gathers what a package holds of a report: the report itself. What it cites stays with the submitters.
struct ReportParts {
    let order: PackageOrder
    let office: Office

    func parts(of judged: ReportWork.Judged, profile: ReportProfile, in library: Library) throws -> PackageParts {
        let number = judged.document.identity.number
        var parts = PackageParts(number: number, profile: "\(profile.channel) \(profile.version)")
        let isDraft = judged.document.draft != nil
        let files = try DocumentFiles(formats: order.formats, folder: "", office: office)
        let stem = "\(number)/report-\(judged.document.language)\(isDraft ? "-draft" : "")"
        let made = try files.made(of: judged.document)
        for file in made {
            parts.add(
                file,
                .init(
                    path: "data/\(stem).\(file.format.rawValue)", role: .document, mediaType: file.format.mediaType,
                    about: number, language: judged.document.language.text, title: judged.document.title,
                    draft: isDraft ? true : nil))
        }
        parts.enclosures = [
            .init(
                title: judged.document.title, about: number, language: judged.document.language,
                files: made.map { "data/\(stem).\($0.format.rawValue)" })
        ]
        // A window that is not open keeps nobody from making the package.
        let blocking = judged.shortfalls.filter { $0.rule.severity == .blocks && $0.rule.judge != "windowOpen" }
        if !blocking.isEmpty {
            let rules = Set(blocking.map(\.rule.id)).sorted()
            // What nobody has agreed to publish cannot be overridden.
            let isConsent = blocking.contains { ["nobodyNamed", "sourcesOpen"].contains($0.rule.judge) }
            parts.obstacles.append(
                .init(kind: isConsent ? .consent : .wanting, subject: judged.manuscript.report.id.text, rules: rules))
        }
        let discloser = Discloser(audience: order.audience, on: order.day)
        for id in judged.cited {
            guard let folder = try library.folder(ofCase: id) else { continue }
            parts.told.append((folder, discloser.edition(of: folder)))
            parts.disclosed.append(id)
        }
        // A report that cites no case is on record as itself.
        if parts.disclosed.isEmpty { parts.disclosed = [judged.manuscript.report.id] }
        return parts
    }
}
