import DossierDisclosure
import DossierDocuments
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// The part of the demo that shows a claim's way from an account to a footnote, and the evidence files.
struct DemoEvidence {
    let samples: String
    let office: Office

    /// Joins the sample files to their records.
    func keepFiles(in library: Library) throws {
        let folder = "\(samples)/exhibits"
        let known = try ExhibitIntake.known(in: library)
        let files = try ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            .map { "\(folder)/\($0)" }
            .filter { path in
                guard let bytes = FileManager.default.contents(atPath: path) else { return false }
                return try known(Digests(of: Array(bytes)).sha256) != nil
            }
        guard !files.isEmpty else { return }
        var random = SeededNumbers()
        let entry = [("at", "2026-11-24T00:00:00Z"), ("actor", "demo"), ("action", "stored")]
        var intake = ExhibitIntake(known: known, store: ExhibitStore(libraryPath: library.path))
        let outcome = try intake.take(files, entry: entry, fresh: { RecordID(fresh: $0, using: &random) }) {
            PlainRecord(.exhibit, id: $0)
        }
        var reader = RecordReader(file: "", inspectText: TextInspection.rule)
        let records = outcome.records.compactMap { node, origin -> Record? in
            var record = reader.record(from: node)
            record?.origin = origin
            return record
        }
        _ = try library.save(records, change: office.surroundings.change("demo"))
    }

    /// The evidence files, the matrix, and where to look: how many files, and the lines to show.
    func render(_ library: Library, day: String, into output: String) throws -> (count: Int, lines: [String]) {
        guard let day = Day(day) else { return (0, []) }
        let numbers = try library.documentNumbers(channel: "coi")
        var made: [Rendering.Made] = []
        var matrix = FindingMatrix(catalogue: try office.findings())
        var way: String?
        for language in [LanguageTag.english, .korean] {
            let files = try EvidenceFiles(
                language: language, day: day, audience: .body("coi"),
                files: try DocumentFiles(formats: [.xml, .html], folder: output, office: office), office: office)
            try library.forEachBatch { folders in
                for folder in folders where !folder.evidence.claims.isEmpty {
                    if let one = try files.make(folder, numbers: numbers) { made.append(one) }
                    if language == .english { matrix.add(folder) }
                    way = way ?? self.way(folder)
                }
            }
        }
        let page = "\(output)/coi-matrix.html"
        let words = try office.evidenceWording(office.messages.language)
        let face = MatrixPage(
            style: try office.templates.text("style.css"), wording: words, catalogue: try office.findings())
        try FileWriting.write(face.bytes(matrix, on: day), to: page)
        try library.noteDisclosures(
            made.map { ($0.id, $0.fingerprint) }, change: office.surroundings.change("coi full"))
        let first = made.first?.files.last.map { office.messages.filled("demo.evidence", ["file": $0]) }
        let table = office.messages.filled("demo.matrix", ["file": page])
        return (made.flatMap(\.files).count + 1, [way, first, table].compactMap(\.self))
    }

    /// One claim of a case, with the paragraph on which it rests and the field that bears its footnotes.
    private func way(_ folder: CaseFolder) -> String? {
        for claim in folder.evidence.claims {
            guard ClaimStanding(of: claim, in: folder.evidence).strength == .reasonableGrounds,
                let field = claim[ClaimFields.fields].value?.first,
                case .paragraph(let testimony, _, let number)? = claim.supports(in: folder.evidence).first?.source
            else { continue }
            return office.messages.filled(
                "demo.way",
                [
                    "testimony": testimony.id.text, "number": String(number), "claim": claim.id.text, "field": field,
                    "case": folder.caseRecord.id.text,
                ])
        }
        return nil
    }
}

/// Two demos give the same ids.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
