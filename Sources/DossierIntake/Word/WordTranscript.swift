import DossierArchives
import DossierXML

/// The paragraphs of a Word document (ECMA-376, part 1, §17): of its body alone, in the order of the text.
enum WordTranscript {
    /// - Throws: ``TranscriptError``.
    static func paragraphs(_ bytes: [UInt8]) throws(TranscriptError) -> [String] {
        let files: [String: [UInt8]]
        do {
            files = try ZipReader.files(in: bytes) { $0 == "word/document.xml" }
        } catch {
            throw TranscriptError(
                reason: [.entryTooLarge, .tooLarge, .tooManyEntries].contains(error.reason) ? .tooLong : .unknownForm,
                paragraph: 0)
        }
        guard let document = files["word/document.xml"] else {
            throw TranscriptError(reason: .unknownForm, paragraph: 0)
        }
        let root: XMLElement
        do {
            root = try SafeXMLParser.parse(document, limits: limits)
        } catch {
            throw TranscriptError(reason: .unknownForm, paragraph: 0)
        }
        guard let body = root.first("body") else { throw TranscriptError(reason: .unknownForm, paragraph: 0) }
        return body.all("p").map(text)
    }

    private static let limits = XMLLimits(bytes: 32 << 20)

    /// What stands in a paragraph: also what somebody has put in and nobody confirmed, never what was struck out or hidden.
    private static func text(_ paragraph: XMLElement) -> String {
        var joined = ""
        var pending = Array(paragraph.elements.reversed())
        while let element = pending.popLast() {
            switch element.name {
            // A text box or a table within has paragraphs of its own; deleted and moved text is gone.
            case "p", "del", "moveFrom", "delText", "instrText", "pPr": continue
            case "r" where isHidden(element): continue
            case "t": joined += element.text
            case "tab", "br", "cr": joined += " "
            case "noBreakHyphen": joined += "-"
            default: pending.append(contentsOf: element.elements.reversed())
            }
        }
        return joined
    }

    private static func isHidden(_ run: XMLElement) -> Bool {
        run.elements.first { $0.name == "rPr" }?.elements.contains { property in
            property.name == "vanish"
                && !["0", "false"].contains(property.attributes.first { $0.name == "val" }?.value)
        } ?? false
    }
}
