import DossierModel
import DossierOffice
import DossierProfiles
import DossierSearch
import Foundation

/// Shows what was found, and why.
struct SearchFace {
    let office: Office
    let terminal: Terminal

    struct Plain: Encodable {
        var query: String?
        var microseconds: Int?
        var more: Bool
        var hits: [PlainHit]
    }

    struct PlainHit: Encodable {
        var id: String
        var kind: String
        var caseID: String?
        var person: String?
        var samePerson: [String]
        var score: Double
        var reasons: [PlainReason]
    }

    struct PlainReason: Encodable {
        var record: String
        var field: String
        var text: String
    }

    func show(_ result: CaseSearching.Result, json: Bool) throws {
        if json { return try JSONFace.print(plain(result)) }
        let words = try FieldWords(office)
        guard !result.hits.isEmpty else { return terminal.line(office.messages["search.none"]) }
        for hit in result.hits {
            let name = hit.person?[PersonFields.names].value?.first?.joined
            let id = hit.caseID ?? hit.record.id
            terminal.line(
                "\(terminal.styled(id.text, .bold))  \(VisibleText.of(name ?? "–"))"
                    + (hit.record.id == id || hit.record.id == hit.person?.id
                        ? "" : "  (\(words.label(hit.record.kind)) \(hit.record.id))"))
            if !hit.alsoTold.isEmpty {
                terminal.line(
                    "  "
                        + office.messages.filled(
                            "search.samePerson", ["ids": hit.alsoTold.map(\.text).joined(separator: ", ")]))
            }
            for found in hit.reasons {
                terminal.line("  \(terminal.styled(words.label(found.reason.field), .dim)): \(styled(found.reason))")
            }
        }
        terminal.line(
            office.messages.filled(
                result.hasMore ? "search.more" : "search.count", ["count": String(result.hits.count)]))
    }

    private func styled(_ reason: SearchMatching.Reason) -> String {
        guard case .text(let before, let found, let after) = reason.kind else { return text(reason) }
        let one = { (text: String) in VisibleText.of(text.replacing("\n", with: " ")) }
        return one(before) + terminal.styled(one(found), .bold) + one(after)
    }

    private func text(_ reason: SearchMatching.Reason) -> String {
        switch reason.kind {
        case .name(let name, let exactly):
            let shown = VisibleText.of(name.joined)
            return exactly ? shown : office.messages.filled("search.soundsLike", ["name": shown])
        case .text(let before, let found, let after):
            return VisibleText.of((before + found + after).replacing("\n", with: " "))
        case .date(let date): return VisibleText.of(date.words?.original.text ?? date.date.edtf)
        case .itself: return office.messages["search.itself"]
        }
    }

    private func plain(_ result: CaseSearching.Result) -> Plain {
        Plain(
            more: result.hasMore,
            hits: result.hits.map { hit in
                PlainHit(
                    id: hit.record.id.text, kind: hit.record.kind.rawValue, caseID: hit.caseID?.text,
                    person: hit.person?[PersonFields.names].value?.first?.joined, samePerson: hit.alsoTold.map(\.text),
                    score: (hit.score * 1_000).rounded() / 1_000,
                    reasons: hit.reasons.map {
                        PlainReason(record: $0.record.text, field: $0.reason.field.id, text: text($0.reason))
                    })
            })
    }

    /// One object on one line.
    func showLine(_ query: String, _ result: CaseSearching.Result, took: Duration) throws {
        var plain = plain(result)
        plain.query = query
        plain.microseconds = Int(took / .microseconds(1))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(plain) + Data("\n".utf8))
    }
}
