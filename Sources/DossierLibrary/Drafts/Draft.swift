public import DossierModel

/// A record as somebody is writing it down: what stands in each box of its form, finished or not.
///
/// A draft is no record: nothing in it has been read against the catalogue, checks and documents do not see it unless
/// they ask, and the ledger does not tell of it. It is kept so that no typed word is lost.
public struct Draft: Sendable, Hashable {
    public var record: RecordID
    public var kind: RecordKind
    /// The revision from which the writing began; 0 for a record that is not there yet.
    public var base: Int
    /// The version with which it began.
    public var first: Int
    /// Grows with each change; no two drafts of a library ever have the same.
    public var version: Int
    /// When it was last changed, in UTC.
    public var at: String
    /// Who changed it last, by the code of the house.
    public var actor: String
    /// The case out of which the record was opened; nil for none.
    public var about: RecordID?
    /// What stands in each box, by the box's name. An empty box is not there.
    public var values: [String: String]

    public init(
        record: RecordID, kind: RecordKind, base: Int, first: Int = 0, version: Int = 0, at: String = "",
        actor: String = "",
        about: RecordID? = nil, values: [String: String]
    ) {
        self.record = record
        self.kind = kind
        self.base = base
        self.first = first
        self.version = version
        self.at = at
        self.actor = actor
        self.about = about
        self.values = values
    }
}

/// What somebody has changed in a draft, seen from one window.
public struct DraftChange: Sendable, Hashable {
    /// The window, so that its own changes are not told to it as another's.
    public var window: String
    /// The version that the window last saw; 0 where it saw what the draft began with.
    public var seen: Int
    /// The new text of each changed box; empty where it was emptied.
    public var values: [String: String]

    public init(window: String, seen: Int, values: [String: String]) {
        self.window = window
        self.seen = seen
        self.values = values
    }
}

/// What became of a change.
public struct DraftOutcome: Sendable, Hashable {
    /// The draft's version now.
    public var version: Int
    /// What other windows have changed since the one that this window saw.
    public var others: [String: String]
    /// Boxes that another window has changed to something else meanwhile, with what stands there. The change of these
    /// was not taken in: whoever types decides.
    public var conflicts: [String: String]

    public init(version: Int, others: [String: String] = [:], conflicts: [String: String] = [:]) {
        self.version = version
        self.others = others
        self.conflicts = conflicts
    }
}
