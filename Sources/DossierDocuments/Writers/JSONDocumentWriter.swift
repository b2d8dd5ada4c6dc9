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
            sections = document.sections.map(PlainSection.init)
            notes = document.notes + [document.furniture.footer]
        }
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

        init(_ run: Run) {
            text = run.text
            lang = run.language?.text
        }
    }

    private struct PlainSection: Encodable {
        var id: String
        var heading: String
        var paragraphs: [PlainParagraph]

        init(_ section: Section) {
            id = section.id
            heading = section.heading
            paragraphs = section.paragraphs.map(PlainParagraph.init)
        }
    }

    private struct PlainParagraph: Encodable {
        var number: Int
        var label: String
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
            }
        }
    }
}
