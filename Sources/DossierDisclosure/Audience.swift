public import DossierModel

/// Who will read an edition.
public enum Audience: Sendable, Hashable {
    /// A UN body, by its channel: the `full` edition.
    case body(String)
    /// A partner organisation, by its code: the `partner` edition.
    case partner(String)
    /// Anyone: the `public` edition.
    case everyone

    /// The edition's word: `full`, `partner` or `public`.
    public var edition: String {
        switch self {
        case .body: "full"
        case .partner: "partner"
        case .everyone: "public"
        }
    }

    /// The closed-most level that the audience may see.
    public var ceiling: Confidentiality {
        switch self {
        case .body: .body
        case .partner: .partner
        case .everyone: .public
        }
    }

    /// What a person must have allowed.
    public var purpose: ConsentFields.Purpose {
        switch self {
        case .body: .submit
        case .partner: .share
        case .everyone: .publish
        }
    }

    /// The recipient that a consent must name, unless it names any.
    public var recipient: String {
        switch self {
        case .body(let channel): channel
        case .partner(let code): code
        case .everyone: "public"
        }
    }
}
