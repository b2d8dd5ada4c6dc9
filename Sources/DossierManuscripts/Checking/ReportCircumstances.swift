public import DossierModel
import DossierProfiles
public import Foundation

/// What a check of a report needs to know besides the manuscript: the clock, the words as they will be printed, what
/// became of each citation, whose names stand in the text, and the reports beside this one.
public struct ReportCircumstances: Sendable {
    public var now: Date
    /// Of the people who are to upload the report.
    public var localZone: TimeZone
    public var words: WordCounts
    public var standings: [CitationUse: CitationStanding]
    /// Nil where nobody could look: there is no library that knows the people.
    public var names: [NameFinding]?
    public var others: [OtherReport]

    public init(
        now: Date, localZone: TimeZone, words: WordCounts, standings: [CitationUse: CitationStanding] = [:],
        names: [NameFinding]? = [], others: [OtherReport] = []
    ) {
        self.now = now
        self.localZone = localZone
        self.words = words
        self.standings = standings
        self.names = names
        self.others = others
    }
}

/// What became of a citation.
public enum CitationStanding: Sendable, Hashable {
    case resolved
    /// No record, exhibit or recommendation of that name is there.
    case notFound
    /// The record is there and has no such paragraph or page.
    case noPlace(String)
    /// Nobody has allowed that it be published.
    case closed
    /// Several recommendations bear the number; their symbols.
    case ambiguous([String])
    /// It was made to another State, whose name that is: a report is about one country.
    case ofOtherState(String)
}

/// A name or identifier in the text of somebody who has not agreed to it. The finding names the record and not the
/// person, so that it can be shown and logged.
public struct NameFinding: Sendable, Hashable {
    public var kind: Kind
    public var person: RecordID
    public var file: String
    public var line: Int

    public init(kind: Kind, person: RecordID, file: String, line: Int) {
        self.kind = kind
        self.person = person
        self.file = file
        self.line = line
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case fullName, givenName, identifier
    }
}

/// Another report for the same review.
public struct OtherReport: Sendable, Hashable {
    public var id: RecordID
    public var isJoint: Bool
    public var submitters: Set<String>

    public init(_ manuscript: Manuscript) {
        id = manuscript.report.id
        isJoint = manuscript.isJoint
        submitters = Set(manuscript.submitters.flatMap(\.organisationKeys))
    }
}

extension Item {
    /// By what an organisation is recognised: its acronym and its names, without case, spaces and punctuation.
    var organisationKeys: Set<String> {
        let names = (self[SubmitterFields.name].value?.wordings ?? []).map(\.text)
        let texts = [self[SubmitterFields.acronym].value].compactMap(\.self) + names
        return Set(texts.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty })
    }
}
