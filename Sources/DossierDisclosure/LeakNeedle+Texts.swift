import DossierModel

/// What is looked for so that a text is not told.
extension LeakNeedle {
    /// Shorter texts say nothing of anybody: "mother", "doctor" and "the North" stand in every file, and so do years, ages and
    /// counts. Seven letters, or three syllables, are the shortest that people answer a question with of their own.
    private static let least = (words: 7, others: 9)
    /// A sentence out of a longer text must say a little more.
    private static let leastOfSentence = 12
    /// A number without letters tells somebody only as an identity or telephone number; else it is a date.
    private static let leastOfNumber = 12
    /// Whoever finds so much of a text has found the text.
    private static let most = 96
    /// Longer than any word: it need not be looked for as a whole one.
    private static let longerThanWords = 24

    /// Fields whose texts are digests, kinds of files and names of metadata: the same in many files, and nobody's.
    private static let silent: Set<String> = [
        ExhibitFields.sha256.definition.id, ExhibitFields.sha512.definition.id, ExhibitFields.mediaType.definition.id,
        CopyFields.sha256.definition.id, CopyFields.mediaType.definition.id, SupportFields.print.definition.id,
        ExhibitMetadataFields.group.definition.id, ExhibitMetadataFields.name.definition.id,
    ]
    private static let withNumbers: Set<String> = [
        PersonFields.contact.definition.id, AuthorFields.telephone.definition.id, AuthorFields.address.definition.id,
    ]

    /// The needles of one text: the whole, and each of its sentences, since a part can be told without the rest; numbers
    /// and addresses in it by themselves.
    static func needles(of text: String, record: RecordID, field: FieldDefinition) -> [LeakNeedle] {
        guard !silent.contains(field.id) else { return [] }
        let identifier = LeakNeedles.Hit(record: record, field: field.id, kind: .identifier)
        if field == IdentityDocumentFields.number.definition {
            return [number(FoldedText.bytes(of: text), identifier)].compactMap(\.self)
        }
        var found = addresses(in: text).map { number(FoldedText.bytes(of: $0), identifier) }
        if withNumbers.contains(field.id) { found += numbers(in: text).map { number(Array($0.utf8), identifier) } }
        let hit = LeakNeedles.Hit(record: record, field: field.id, kind: .text)
        found.append(self.text(text[...], isWholeText: true, hit))
        let sentences = text.split { ".!?;。！？…".contains($0) || $0.isNewline }
        if sentences.count > 1 { found += sentences.map { self.text($0, isWholeText: false, hit) } }
        return found.compactMap(\.self)
    }

    private static func text(_ text: Substring, isWholeText: Bool, _ hit: LeakNeedles.Hit) -> LeakNeedle? {
        var bytes = FoldedText.bytes(of: String(text))
        let hasWords = hasWords(bytes)
        let limit = isWholeText ? (hasWords ? least.words : least.others) : leastOfSentence
        let isNumber = bytes.allSatisfy { (0x30...0x39).contains($0) }
        guard bytes.count >= max(limit, isNumber ? leastOfNumber : 0) else { return nil }
        let isWhole = hasWords && bytes.count < longerThanWords
        if bytes.count > most {
            bytes = Array(bytes.prefix(most))
            // Not in the middle of a character.
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            if bytes.last ?? 0 >= 0x80 { bytes.removeLast() }
        }
        let written = String(text.drop(while: \.isWhitespace).prefix(most / 3))
        return LeakNeedle(bytes: bytes, isWhole: isWhole, joint: nil, wide: wide(written), hit: hit)
    }

    private static func number(_ bytes: [UInt8], _ hit: LeakNeedles.Hit) -> LeakNeedle? {
        guard bytes.count >= 6 else { return nil }
        return LeakNeedle(bytes: bytes, isWhole: true, joint: nil, wide: [], hit: hit)
    }

    private static func addresses(in text: String) -> [String] {
        text.split { $0.isWhitespace || ",;()<>[]\"".contains($0) }.filter { $0.contains("@") }.map(String.init)
    }

    /// The digits of each telephone number, also as one dials it within the country.
    private static func numbers(in text: String) -> [String] {
        let runs = text.split { !($0.isASCII && $0.isNumber) && !" +-.()".contains($0) }
        let words = runs.flatMap { $0.split(separator: " ") }
        let digits = (runs + words).map { $0.filter(\.isNumber) }.filter { $0.count >= 7 }
        return digits + digits.filter { $0.hasPrefix("82") }.map { "0" + $0.dropFirst(2) }
    }
}
