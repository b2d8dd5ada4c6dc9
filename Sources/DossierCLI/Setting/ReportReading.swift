import DossierDisclosure
import DossierDocuments
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierProfiles

/// What a report draws on, read out of the library: public editions of the cases that it cites, and the names that must
/// not stand in it. A manuscript that cites nothing of a library needs none.
struct ReportReading {
    private(set) var sources = ReportSources()
    private(set) var number: String
    private var names: NameCheck?

    init(
        walk: ManuscriptWalk, manuscript: Manuscript, library path: String, channel: String, day: Day,
        phrases: Phrasebook, states: States
    ) throws {
        number = manuscript.report.id.text
        let library: Library
        do {
            library = try Library.open(at: path, readOnly: true)
        } catch let error as LibraryError where error.reason == .notALibrary {
            return
        }
        let numbers = try library.documentNumbers(channel: channel)
        number = numbers[manuscript.report.id]
        // Sources write the names of States in the language of their export.
        sources.state = manuscript.report[ReportFields.state].value.map { states.name(of: $0, in: .english) }
        let audience = Audience.readers(of: channel)
        let folders = try Self.folders(cited: walk.citations.map(\.citation), library, &sources)
        sources.cases = folders.map { folder in
            ReportSources.CitedCase(
                edition: Discloser(audience: audience, on: day).edition(of: folder),
                codes: SourceCodes(folder.evidence) { numbers[$0] }, number: numbers[folder.caseRecord.id])
        }
        for case .recommendation(_, _, let number) in walk.citations.map(\.citation)
        where !sources.recommendations.contains(where: { $0.key.number == number }) {
            sources.recommendations += try library.recommendations(numbered: number)
        }
        let close = folders.flatMap { [$0.person?.id].compactMap(\.self) + $0.others.keys }
        names = NameCheck(
            persons: try library.records(of: .person), consents: try library.records(of: .consent),
            close: Set(close), audience: audience, on: day)
        sources.figures = try ReportFigures(phrases: phrases, day: day).figures(
            of: manuscript.report, placed: walk.counts.map(\.name), library)
        try library.close()
    }

    /// The folders of all cases that the citations touch, and what can be pointed to in each record.
    private static func folders(
        cited citations: [Citation], _ library: Library, _ sources: inout ReportSources
    ) throws -> [CaseFolder] {
        var cases: [RecordID] = []
        for citation in citations {
            switch citation {
            case .casework(let id):
                guard try library.standing(of: id)?.kind == .case else { continue }
                sources.places[id] = .whole
                cases.append(id)
            case .testimony(let id, _):
                guard let record = try library.record(id), record.kind == .testimony else { continue }
                let items = record[TestimonyFields.paragraphs].value ?? []
                sources.places[id] = .paragraphs(Set(items.compactMap { $0[ParagraphFields.number].value }))
                cases += record[TestimonyFields.cases].value ?? []
            case .exhibit(let id, _):
                guard let record = try library.record(id), record.kind == .exhibit else { continue }
                sources.places[id] = .pages(record[ExhibitFields.pages].value)
                cases += record[ExhibitFields.cases].value ?? []
            case .document, .recommendation: continue
            }
        }
        var seen: Set<RecordID> = []
        return try cases.filter { seen.insert($0).inserted }.compactMap { try library.folder(ofCase: $0) }
    }

    /// Names and numbers in the text of people who have not agreed; nil where there is no library to tell.
    func names(in manuscript: Manuscript) -> [NameFinding]? {
        guard let names else { return nil }
        return ManuscriptPassages(manuscript).all.flatMap { passage in
            names.hits(in: passage.text).map { hit in
                NameFinding(
                    kind: NameFinding.Kind(rawValue: hit.kind.rawValue) ?? .fullName, person: hit.person,
                    file: passage.file, line: passage.line)
            }
        }
    }
}
