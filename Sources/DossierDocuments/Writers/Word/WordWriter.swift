public import DossierArchives
import DossierModel
public import DossierXML

/// Writes a document as a Word file (ISO/IEC 29500, transitional): paragraphs and headings numbered by Word itself, real
/// footnotes, page numbers. No author, no date, no mark of revision, and the same bytes on every run.
public struct WordWriter: Sendable {
    public let style: WordStyle

    public init(style: WordStyle) { self.style = style }

    /// Why no file could be written.
    public enum Failure: Error, Sendable, Hashable {
        case xml(XMLWriterError)
        case archive(ZipWriter.Refusal)
    }

    /// - Throws: ``Failure``, when libxml2 or zlib refuses a step.
    public func bytes(_ document: Document) throws(Failure) -> [UInt8] {
        do {
            let parts = try parts(of: document)
            do {
                var zip = ZipWriter()
                for (name, bytes) in parts { try zip.add(name, bytes) }
                return try zip.finish()
            } catch {
                throw Failure.archive(error)
            }
        } catch let error as XMLWriterError {
            throw .xml(error)
        } catch let error as Failure {
            throw error
        } catch {
            throw .archive(.cannotCompress)
        }
    }

    private func parts(of document: Document) throws(XMLWriterError) -> [(String, [UInt8])] {
        var body = WordText(language: document.language, part: .body)
        WordBody(document: document).write(to: &body)
        let text = try body.xml.finish()
        var notes = WordText(language: document.language, part: .footnotes)
        WordFootnotes.write(document.footnotes, to: &notes)
        let footnotes = try notes.xml.finish()
        let frame = WordFrame(document: document)
        return [
            ("[Content_Types].xml", try frame.contentTypes()), ("_rels/.rels", try frame.packageRelations()),
            ("docProps/core.xml", try frame.coreProperties()), ("word/document.xml", text),
            ("word/_rels/document.xml.rels", try frame.relations(of: .body, links: body.links)),
            ("word/styles.xml", styles(of: document)),
            ("word/numbering.xml", try WordNumbering(document: document, lists: body.lists).bytes()),
            ("word/footnotes.xml", footnotes),
            ("word/_rels/footnotes.xml.rels", try frame.relations(of: .footnotes, links: notes.links)),
            ("word/footer1.xml", try frame.footer()), ("word/settings.xml", try frame.settings()),
            ("word/fontTable.xml", Array(style.fonts.utf8)), ("word/theme/theme1.xml", Array(style.theme.utf8)),
        ]
    }

    private func styles(of document: Document) -> [UInt8] {
        let language = WordLanguage(document.language)
        // No brace stands in it but those around the two names.
        let parts = style.styles.split(separator: "{", omittingEmptySubsequences: false)
        var text = String(parts.first ?? "")
        for part in parts.dropFirst() {
            let name = part.prefix { $0 != "}" }
            text += name == "latin" ? language.latin : language.eastAsia
            text += part.dropFirst(name.count + 1)
        }
        return Array(text.utf8)
    }
}

/// A language as Word names it, and the font for its ideographs.
struct WordLanguage {
    let latin: String
    let eastAsia: String
    let font: String
    /// Whether text in it is written with East Asian fonts.
    let isEastAsian: Bool

    init(_ tag: LanguageTag) {
        let isLatinScript = tag == .koreanInLatin
        switch tag.language {
        case "ko": (latin, eastAsia, font) = ("en-GB", "ko-KR", "Batang")
        case "ja": (latin, eastAsia, font) = ("en-GB", "ja-JP", "MS Mincho")
        case "zh": (latin, eastAsia, font) = ("en-GB", "zh-CN", "SimSun")
        case "fr": (latin, eastAsia, font) = ("fr-FR", "ko-KR", "Batang")
        case "es": (latin, eastAsia, font) = ("es-ES", "ko-KR", "Batang")
        case "ru": (latin, eastAsia, font) = ("ru-RU", "ko-KR", "Batang")
        case "en": (latin, eastAsia, font) = ("en-GB", "ko-KR", "Batang")
        default: (latin, eastAsia, font) = (tag.text, "ko-KR", "Batang")
        }
        isEastAsian = ["ko", "ja", "zh"].contains(tag.language) && !isLatinScript
    }
}
