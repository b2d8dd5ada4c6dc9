public import DossierModel
import Foundation

/// Reads recommendations out of what the UN publishes: the export of the Universal Human Rights Index as JSON, XLSX or
/// CSV, and OHCHR's matrix as a Word file. What a file is, is told by its content.
public struct RecommendationReader: Sendable {
    /// What was read of a file.
    public struct Reading: Sendable {
        public var source: Recommendation.Source
        /// Records, rows or cells of recommendations.
        public var seen = 0
        public var taken = 0
        /// Of other bodies than the Universal Periodic Review.
        public var foreign = 0
        /// Of States that were not asked for.
        public var other = 0
        public var findings: [RecommendationFinding] = []
        /// How many more findings there were.
        public var omitted = 0
        /// The States whose recommendations were taken, by their folded names.
        public var states: Set<String> = []

        init(_ source: Recommendation.Source) { self.source = source }

        mutating func note(_ finding: RecommendationFinding) {
            if findings.count < 200 { findings.append(finding) } else { omitted += 1 }
        }
    }

    /// What a matrix does not say of itself.
    public struct MatrixContext: Sendable, Hashable {
        /// Of the report of the Working Group.
        public var symbol: String
        public var stateUnderReview: String
        public var cycle: Int?
        public var session: Int?

        public init(symbol: String, stateUnderReview: String, cycle: Int? = nil, session: Int? = nil) {
            self.symbol = symbol
            self.stateUnderReview = stateUnderReview
            self.cycle = cycle
            self.session = session
        }
    }

    /// Folded names; nil for all States.
    let states: Set<String>?
    let matrix: MatrixContext?
    let language: LanguageTag
    /// Dates positions whose document bears none.
    let readOn: Day

    public init(states: [String]?, matrix: MatrixContext? = nil, language: LanguageTag = .english, readOn: Day) {
        self.states = states.map { Set($0.map(StateName.key)) }
        self.matrix = matrix
        self.language = language
        self.readOn = readOn
    }

    /// Hands the recommendations of a file to `take` in the order of the file, at most a thousand at a time.
    /// - Throws: ``RecommendationError`` when the file as a whole cannot be used, and what `take` throws.
    public func read(_ path: String, take: ([Recommendation]) throws -> Void) throws -> Reading {
        do {
            return try reading(path, take)
        } catch var error as RecommendationError {
            error.path = path
            throw error
        }
    }

    private func reading(_ path: String, _ take: ([Recommendation]) throws -> Void) throws -> Reading {
        guard let file = FileHandle(forReadingAtPath: path) else { throw RecommendationError(.unreadable) }
        defer { try? file.close() }
        let head: [UInt8]
        do {
            // A folder opens and does not read.
            head = Array(try file.read(upToCount: 512) ?? Data())
            try file.seek(toOffset: 0)
        } catch {
            throw RecommendationError(.unreadable)
        }
        switch Form(head) {
        case .json: return try readJSON(file, take)
        case .zip: return try readZip(try whole(file), take)
        case .oldWord: throw RecommendationError(.oldWord)
        case .utf16: throw RecommendationError(.notUTF8, value: "UTF-16")
        case .text: return try readCSV(try whole(file), take)
        case .unknown: throw RecommendationError(.unknownForm)
        }
    }

    /// Tables are read at once; the limit is far above an export of one State.
    private static let tableLimit = 64 << 20

    private func whole(_ file: FileHandle) throws -> [UInt8] {
        guard let data = try? file.read(upToCount: Self.tableLimit + 1) else { throw RecommendationError(.unreadable) }
        guard data.count <= Self.tableLimit else {
            throw RecommendationError(.tooLarge, expected: "\(Self.tableLimit >> 20) MiB")
        }
        return Array(data)
    }

    private enum Form {
        case json, zip, oldWord, utf16, text, unknown

        init(_ head: [UInt8]) {
            let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
            let first = text.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
            switch first {
            case nil: self = .unknown
            case _ where head.starts(with: [0x50, 0x4B]): self = .zip
            case _ where head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]): self = .oldWord
            case _ where head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]): self = .utf16
            case UInt8(ascii: "["), UInt8(ascii: "{"): self = .json
            default: self = head.contains(0) ? .unknown : .text
            }
        }
    }
}

/// One thing in a file of recommendations that is odd, and was taken in as far as it could be.
public struct RecommendationFinding: Sendable, Hashable {
    public var rule: Rule
    /// The number of the record or row, from 1.
    public var place: Int
    public var value: String

    init(_ rule: Rule, place: Int, value: String) {
        self.rule = rule
        self.place = place
        self.value = String(value.prefix(80))
    }

    public enum Rule: String, Sendable, CaseIterable {
        /// The text begins with no number: the recommendation cannot be cited by one.
        case noNumber
        case unknownPosition
        /// Another record of the file bears the same symbol and number.
        case numberTwice
        /// A record of the review without a State or without a symbol; it was passed over.
        case incomplete
    }
}

/// Why a file of recommendations cannot be used; nothing of it is taken in then.
public struct RecommendationError: Error, Sendable, Hashable {
    public var rule: Rule
    public var path = ""
    /// The number of the record or row after which it happened, 0 when it is about the whole.
    public var place: Int
    public var value: String
    public var expected: String

    init(_ rule: Rule, place: Int = 0, value: String = "", expected: String = "") {
        self.rule = rule
        self.place = place
        self.value = String(value.prefix(200))
        self.expected = expected
    }

    public enum Rule: String, Sendable, CaseIterable {
        case unreadable, unknownForm, notUTF8, tooLarge
        /// JSON: not a list; broken off; a record that cannot be read; one that is too long.
        case notAList, cutOff, badRecord, recordTooLarge
        /// Tables: columns that are missing; a row with too many or too few cells; a quotation that does not end, or a
        /// quotation mark where none may stand.
        case columnsMissing, raggedRow, openQuote, strayQuote, damagedArchive
        /// Word: a binary file of before 2007; no table that is known; nothing said of what the matrix is of.
        case oldWord, noMatrix, noContext
    }
}
