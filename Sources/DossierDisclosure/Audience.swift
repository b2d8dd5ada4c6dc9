public import DossierModel

/// Who will read an edition.
public enum Audience: Sendable, Hashable {
    /// A UN body, by its channel: the `full` edition.
    case body(String)
    /// A partner organisation, by its code: the `partner` edition.
    case partner(String)
    /// Anyone: the `public` edition.
    case everyone
    /// Anyone, through a paper that a channel publishes, such as a report to the Universal Periodic Review: the `public`
    /// edition, also under a consent that names that channel alone.
    case readers(of: String)
    /// Anyone, through a feed that others copy without end, such as `pfif`: the `public` edition, under a consent that names the feed. To
    /// agree to a report, or to any recipient, is not to agree to this.
    case feed(String)

    /// The edition's word: `full`, `partner` or `public`.
    public var edition: String {
        switch self {
        case .body: "full"
        case .partner: "partner"
        case .everyone, .readers, .feed: "public"
        }
    }

    /// The closed-most level that the audience may see.
    public var ceiling: Confidentiality {
        switch self {
        case .body: .body
        case .partner: .partner
        case .everyone, .readers, .feed: .public
        }
    }

    /// What a person must have allowed.
    public var purpose: ConsentFields.Purpose {
        switch self {
        case .body: .submit
        case .partner: .share
        case .everyone, .readers, .feed: .publish
        }
    }

    /// The recipients of whom a consent must name one, unless it names any.
    public var recipients: [String] {
        switch self {
        case .body(let channel): [channel]
        case .partner(let code): [code]
        case .everyone: ["public"]
        case .readers(let channel): [channel, "public"]
        case .feed(let code): [code]
        }
    }

    /// Whether a consent for any recipient is not enough.
    var mustBeNamed: Bool {
        if case .feed = self { true } else { false }
    }
}
