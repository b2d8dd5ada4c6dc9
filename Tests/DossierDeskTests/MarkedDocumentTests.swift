import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

@testable import DossierDesk

@Suite("A preview with marks")
struct MarkedDocumentTests {
    private let house: DeskHouse
    private let folder: CaseFolder
    private let day: Day

    init() throws {
        house = try TestHouse.house()
        folder = try #require(try SampleCases.folders().first { $0.caseRecord.id.text == "case-s1a" })
        day = try #require(Day("2026-11-24"))
    }

    private func documents(_ audience: Audience) throws -> (plain: Document, marked: Document, edition: Edition) {
        let composer = try #require(house.composer(.english))
        let edition = Discloser(audience: audience, on: day).edition(of: folder)
        let plain = composer.document(
            for: edition, shortfalls: [], standing: .standard, number: "x", codes: SourceCodes([:]), on: day)
        let marked = MarkedDocument(
            profile: house.profile, wording: composer.phrases.wording, mark: Run("LEFT OUT", kind: .gap)
        ).marking(plain, of: edition)
        return (plain, marked, edition)
    }

    private func isMark(_ paragraph: Paragraph) -> Bool {
        if case .line(let line)? = paragraph.blocks.first { line.runs.map(\.text) == ["LEFT OUT"] } else { false }
    }

    @Test("Where an edition leaves a whole answer out there is a mark, and nothing else has changed")
    func marks() throws {
        let (plain, marked, edition) = try documents(.everyone)
        let marks = marked.sections.flatMap(\.paragraphs).filter(isMark)
        #expect(!marks.isEmpty)
        let unmarked = marked.sections.map { section in
            var copy = section
            copy.paragraphs = section.paragraphs.filter { !isMark($0) }
            return copy
        }.filter { !$0.paragraphs.isEmpty }
        #expect(unmarked == plain.sections.filter { !$0.paragraphs.isEmpty })
        let rows = house.profile.sections.flatMap(\.rows)
        let words = try #require(house.composer(.english)).phrases.wording
        for mark in marks {
            let asked = rows.filter { words["rows.\($0.id)"] == mark.label }
            #expect(asked.contains { edition.withholds($0.field) }, "\(mark.label ?? "")")
        }
    }

    @Test("The edition for the body has no mark where it tells everything")
    func full() throws {
        let (plain, marked, edition) = try documents(.body("wgeid"))
        let marks = marked.sections.flatMap(\.paragraphs).filter(isMark)
        #expect(marks.count <= edition.withheld.count)
        #expect(marked.title == plain.title)
    }
}
