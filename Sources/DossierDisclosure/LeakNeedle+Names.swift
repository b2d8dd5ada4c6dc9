import DossierModel

/// What is looked for so that a name is not told.
extension LeakNeedle {
    /// The needles of one name: as recorded in both orders, the given name by itself, and the same of every spelling that
    /// nobody recorded.
    static func needles(
        of name: PersonName, spelt spellings: [String], record: RecordID, field: String
    ) -> [LeakNeedle] {
        let full = LeakNeedles.Hit(record: record, field: field, kind: .name)
        let given = LeakNeedles.Hit(record: record, field: field, kind: .givenName)
        var found: [LeakNeedle?] = []
        if let family = name.family, let own = name.given, !isInitials(own) {
            for order in [[family, own], [own, family]] { found.append(recorded(order, full)) }
            found.append(recorded([name.joined], full))
            found.append(alone(own, least: (4, 6), given))
        } else if name.family == nil || name.given == nil {
            found.append(alone(name.joined, least: (4, 6), full))
        }
        var seen: Set<Substring> = []
        for spelling in spellings {
            let parts = spelling.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else {
                // In Hangul, or of somebody who is known by one name.
                found.append(alone(spelling, least: (6, 9), full))
                continue
            }
            for order in [parts, parts.reversed()] { found.append(made(order.map(String.init), full)) }
            if seen.insert(parts[1]).inserted { found.append(alone(String(parts[1]), least: (6, 6), given)) }
        }
        return found.compactMap(\.self)
    }

    /// The names of somebody who may be named: what stands within one of these is no leak.
    static func allowed(_ name: PersonName) -> [NeedleIndex.Needle] {
        let reversed = [name.given, name.family].compactMap(\.self).joined(separator: " ")
        return [name.joined, reversed, name.given ?? name.joined].map {
            let bytes = FoldedText.bytes(of: $0)
            return NeedleIndex.Needle(bytes: bytes, isWhole: hasWords(bytes), tag: LeakNeedles.allowedTag)
        }
    }

    /// "H. J." tells nobody, and stands in every text.
    private static func isInitials(_ text: String) -> Bool {
        text.contains(".") && text.split { $0 == " " || $0 == "." || $0 == "-" }.allSatisfy { $0.count == 1 }
    }

    /// Ten letters together are nobody else's name, also within a word such as the name of a file; fewer must be words.
    private static func recorded(_ parts: [String], _ hit: LeakNeedles.Hit) -> LeakNeedle? {
        let folded = parts.map(FoldedText.bytes(of:))
        let bytes = folded.flatMap(\.self)
        let hasWords = hasWords(bytes)
        let isShort = hasWords && parts.count == 2 && bytes.count < 5
        guard bytes.count >= (hasWords ? (isShort ? 3 : 5) : 6) else { return nil }
        return LeakNeedle(
            bytes: bytes, isWhole: hasWords && bytes.count < 10, joint: isShort ? folded.first?.count : nil,
            wide: wide(parts.joined(separator: " ")) + wide(parts.joined()), hit: hit)
    }

    /// Spellings that were worked out are many, and some are ordinary words run together ("so in", "han min"): short ones count
    /// only where both parts are words.
    private static func made(_ parts: [String], _ hit: LeakNeedles.Hit) -> LeakNeedle? {
        let folded = parts.map(FoldedText.bytes(of:))
        let bytes = folded.flatMap(\.self)
        guard bytes.count >= 5 else { return nil }
        return LeakNeedle(
            bytes: bytes, isWhole: true, joint: bytes.count < 9 ? folded.first?.count : nil, wide: [], hit: hit)
    }

    /// A name by itself. Without the other one beside it, two syllables are also the end and the beginning of ordinary words
    /// ("전용 원본"), which a space tells apart.
    private static func alone(
        _ text: String, least: (words: Int, others: Int), _ hit: LeakNeedles.Hit
    ) -> LeakNeedle? {
        let bytes = FoldedText.bytes(of: text)
        let hasWords = hasWords(bytes)
        guard bytes.count >= (hasWords ? least.words : least.others) else { return nil }
        return LeakNeedle(
            bytes: bytes, isWhole: hasWords, joint: nil, isUnbroken: !hasWords && bytes.count < 9, wide: wide(text),
            hit: hit)
    }
}
