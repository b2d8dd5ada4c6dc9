import DossierHTML
import DossierLibrary
import DossierModel
import Foundation

/// What the page's script is told after something was typed: faults, how dates are read, what other windows wrote, and
/// what the petition still needs.
struct DraftAnswer {
    let outcome: DraftOutcome
    let writing: RecordWriting
    let panel: CheckPanel
    let words: DeskWords

    private struct Plain: Encodable {
        var version: Int
        /// Boxes that other windows have written.
        var others: [String: String]
        /// Boxes that were not taken in, with what stands there.
        var conflicts: [String: String]
        /// Faults by the box at which they are.
        var findings: [Finding]
        /// How dates are read, by the name of the value.
        var hints: [String: String]
        /// The check panel, as a piece of a page.
        var check: String

        struct Finding: Encodable {
            var box: String
            var headline: String
            var mend: String
        }
    }

    func response() throws -> DeskResponse {
        let values = writing.values
        let findings = FormReading(values, id: writing.id, kind: writing.kind).findings
        var piece: [UInt8] = []
        panel.node(isShort: true).write(to: &piece)
        let dates = values.boxes.keys.filter { $0.hasSuffix(".words.text") }.map {
            String($0.dropLast(".words.text".count))
        }
        let plain = Plain(
            version: outcome.version, others: outcome.others, conflicts: outcome.conflicts,
            findings: findings.map {
                .init(box: $0.box, headline: words.finding($0, "headline"), mend: words.finding($0, "mend"))
            },
            hints: Dictionary(dates.map { ($0, DateHint.text(values, at: $0, words)) }) { first, _ in first },
            check: String(decoding: piece, as: UTF8.self))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return DeskResponse(status: 200, kind: .json, body: Array(try encoder.encode(plain)))
    }
}
