/// One thing in a case file that cannot be taken in: where, which value, which rule. The words for people are wording
/// data, under `findings` and the rule's name.
public struct RecordFinding: Sendable, Hashable, Error {
    public var rule: Rule
    public var file: String
    /// 1 for the first line; 0 when the finding is about the file as a whole.
    public var line: Int
    /// The field's place in the record, for example `case.sightings[2].date`; empty for the file as a whole.
    public var path: String
    /// What stands there, cut to eighty characters.
    public var value: String
    /// What the rule expects, or the nearest known word: a word of the case-file language, not a sentence.
    public var expected: String

    public init(rule: Rule, file: String, line: Int, path: String = "", value: String = "", expected: String = "") {
        self.rule = rule
        self.file = file
        self.line = line
        self.path = path
        self.value = String(value.prefix(80))
        self.expected = expected
    }

    public enum Rule: String, Sendable, CaseIterable {
        // The file.
        case unreadableFile, fileTooLarge, notUTF8, binaryContent, syntax, aliasRefused, tooDeep, noRecords
        /// Of files of other programs.
        case notInSchema, notAnEntity
        // The record.
        case notARecord, unknownKind, missingKey, badID, duplicateID, unknownKey, repeatedKey
        // The value.
        case wrongType, emptyValue, controlCharacter, notNormalised, badLanguage, notEDTF, yearMismatch
        case badState, notAChoice, badCode, badNumber, badCoordinates, nameWithoutParts, severalPreferred
        case unknownReference, wrongReferenceKind
    }
}

/// Finds the known word nearest to a mistyped one, by the number of letters to change.
public enum NearestWord {
    /// Nil when even the nearest differs in more than a third of its letters.
    public static func nearest(to word: String, among known: [String]) -> String? {
        guard word.utf8.count <= 40 else { return nil }
        let scored = known.map { (word: $0, distance: distance(Array(word.lowercased()), Array($0.lowercased()))) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.word.count / 3) ? best.word : nil
    }

    // Levenshtein's distance, row by row.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let substituted = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
