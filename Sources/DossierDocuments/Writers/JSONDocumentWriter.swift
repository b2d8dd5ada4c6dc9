import DossierModel
import Foundation

/// Writes a document's tree as JSON, for programs that lay it out in their own way.
public enum JSONDocumentWriter {
    /// - Throws: what the encoder throws; a document holds nothing that it cannot encode.
    public static func bytes(_ document: Document) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Plain(document)) + Data("\n".utf8))
    }

    private struct Plain: Encodable {
        var number: String
        var date: String
        var language: String
        var title: String
        var metaTitle: String
        var edition: String
        var isDraft: Bool
        var work: String
        var caption: [PlainFact]
        var sections: [PlainSection]
        var notes: [String]
        var footnotes: [[PlainRun]]
        var author: String
        var draft: PlainDraft?
        var overview: PlainOverview?
        var signature: PlainSignature?
        var furniture: PlainFurniture

        init(_ document: Document) {
            number = document.identity.number
            date = document.identity.date.description
            language = document.language.text
            title = document.title
            metaTitle = document.metaTitle
            edition = document.editionNote
            isDraft = document.draft != nil
            work = AKNIdentifiers(document).work
            caption = document.caption.map(PlainFact.init)
            sections = zip(document.sections, document.sectionNumbers).map(PlainSection.init)
            notes = document.notes + [document.furniture.footer]
            footnotes = document.footnotes.map { $0.runs.map(PlainRun.init) }
            author = document.identity.authorLabel
            draft = document.draft.map { PlainDraft(stamp: $0.stamp, note: $0.note, missing: $0.missing) }
            overview = document.overview.map(PlainOverview.init)
            signature = document.signature.map { PlainSignature(heading: $0.heading, line: $0.line, date: $0.date) }
            furniture = PlainFurniture(
                contents: document.furniture.contents, skip: document.furniture.skip,
                confidential: document.furniture.confidential)
        }
    }

    private struct PlainDraft: Encodable {
        var stamp: String
        var note: String
        var missing: [String]
    }

    private struct PlainOverview: Encodable {
        var heading: String
        var note: String
        var columns: [String]
        /// Each row is its cells, each cell its runs.
        var rows: [[[PlainRun]]]

        init(_ overview: Document.Overview) {
            heading = overview.heading
            note = overview.note
            columns = overview.columns
            rows = zip(overview.rows, overview.answers).map { [$0.map(PlainRun.init), $1.map(PlainRun.init)] }
        }
    }

    private struct PlainSignature: Encodable {
        var heading: String
        var line: String
        var date: String?
    }

    private struct PlainFurniture: Encodable {
        var contents: String
        var skip: String
        var confidential: String
    }

    private struct PlainFact: Encodable {
        var label: String
        var lines: [[PlainRun]]

        init(_ fact: Fact) {
            label = fact.label
            lines = fact.lines.map { $0.runs.map(PlainRun.init) }
        }
    }

    private struct PlainRun: Encodable {
        var text: String
        var lang: String?
        var kind: String?
        var italic: Bool?
        var bold: Bool?
        var link: String?

        init(_ run: Run) {
            text = run.text
            lang = run.language?.text
            kind =
                switch run.kind {
                case .plain: nil
                case .subject: "subject"
                case .gap: "gap"
                case .note: "note"
                case .lineBreak: "lineBreak"
                }
            italic = run.emphasis.contains(.italic) ? true : nil
            bold = run.emphasis.contains(.bold) ? true : nil
            link = run.link
        }
    }

    private struct PlainSection: Encodable {
        var id: String
        var level: Int
        var number: String?
        var isAnnex: Bool
        var heading: String
        var paragraphs: [PlainParagraph]

        init(_ section: Section, number: String?) {
            id = section.id
            level = section.level
            self.number = number
            isAnnex = section.place == .annex
            heading = section.heading
            paragraphs = section.paragraphs.map(PlainParagraph.init)
        }
    }

    private struct PlainParagraph: Encodable {
        var number: Int?
        var label: String?
        var confidential: Bool
        var blocks: [PlainBlock]

        init(_ paragraph: Paragraph) {
            number = paragraph.number
            label = paragraph.label
            confidential = paragraph.isConfidential
            blocks = paragraph.blocks.map(PlainBlock.init)
        }
    }

    private struct PlainBlock: Encodable {
        var kind: String
        var runs: [PlainRun]?
        var items: [[PlainRun]]?
        var records: [[PlainFact]]?
        var start: Int?
        var members: [[PlainBlock]]?
        var title: String?
        var description: String?
        var head: [String]?
        /// Each row is its cells, each cell its lines, each line its runs.
        var rows: [[[[PlainRun]]]]?
        var numbers: [PlainNumber]?
        var notes: [String]?

        init(_ block: Block) {
            switch block {
            case .line(let line):
                kind = "line"
                runs = line.runs.map(PlainRun.init)
            case .list(let lines):
                kind = "list"
                items = lines.map { $0.runs.map(PlainRun.init) }
            case .records(let facts):
                kind = "records"
                records = facts.map { $0.map(PlainFact.init) }
            case .outline(let start, let items):
                kind = "outline"
                self.start = start
                members = items.map { $0.map(PlainBlock.init) }
            case .quote(let blocks):
                kind = "quote"
                members = [blocks.map(PlainBlock.init)]
            case .table(let table):
                kind = "table"
                title = table.caption
                head = table.head
                rows = table.rows.map { $0.map { $0.map { $0.runs.map(PlainRun.init) } } }
            case .figure(let figure):
                kind = "figure"
                title = figure.title
                description = figure.description
                head = figure.head
                numbers = figure.rows.map { PlainNumber(label: $0.label, number: $0.number) }
                notes = figure.notes
            }
        }
    }

    private struct PlainNumber: Encodable {
        var label: String
        var number: Int
    }
}
