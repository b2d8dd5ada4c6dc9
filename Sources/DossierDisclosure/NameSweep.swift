import DossierModel

/// Finds the names of hidden persons in running text, in any of their spellings.
///
/// Text is compared without case, spaces, punctuation and marks over letters, so that "Kim Chol-su", "KIM CHOLSU" and "김 철수" are
/// found wherever the spelling on record is. A given name alone is looked for too, when it is long enough to tell
/// somebody; that it may hit an ordinary word is the lesser harm, and staff see it in the list of what was withheld.
struct NameSweep: Sendable {
    private let needles: [[UInt8]]

    init(hiding persons: [Record]) {
        let names = persons.flatMap { person in person[PersonFields.names].accounts.flatMap(\.value) }
        let spellings = names.flatMap { name -> [String] in
            let given = name.given.map { [$0] } ?? []
            let reversed = [name.given, name.family].compactMap(\.self).joined()
            return [name.joined, reversed] + given
        }
        // Two syllables of Hangul or Han script are six bytes; four Latin letters are four.
        needles = Array(Set(spellings.map(FoldedText.bytes(of:)).filter { $0.count >= ($0.first ?? 0 < 0x80 ? 4 : 6) }))
    }

    var isEmpty: Bool { needles.isEmpty }

    func findsName(in answer: Answer<FieldValue>) -> Bool {
        if let why = answer.why, findsName(in: why) { return true }
        return answer.accounts.contains { account in
            if let source = account.source, findsName(in: source) { return true }
            switch account.value {
            case .text(let text): return findsName(in: text)
            case .line(let line): return findsName(in: line)
            case .place(let place): return place.names.contains { findsName(in: $0.wording.text) }
            case .date(let date): return date.words.map(findsName(in:)) ?? false
            case .names(let names): return names.contains { findsName(in: $0.joined) }
            default: return false
            }
        }
    }

    private func findsName(in text: LocalizedText) -> Bool { text.wordings.contains { findsName(in: $0.text) } }

    private func findsName(in text: String) -> Bool {
        let hay = FoldedText.bytes(of: text)
        return needles.contains { Self.contains($0, in: hay) }
    }

    private static func contains(_ needle: [UInt8], in hay: [UInt8]) -> Bool {
        guard let first = needle.first, hay.count >= needle.count else { return false }
        var start = 0
        while start <= hay.count - needle.count {
            if hay[start] == first, hay[start..<start + needle.count].elementsEqual(needle) { return true }
            start += 1
        }
        return false
    }
}
