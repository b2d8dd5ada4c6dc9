import DossierDisclosure
import DossierModel
import DossierOffice

/// What package was asked for.
struct PackageOrder: Sendable {
    var channel: String
    var edition: String
    /// A code: of the body, of a partner, or `public`.
    var recipient: String
    var audience: Audience
    var languages: [LanguageTag]
    var formats: [DocumentFiles.Format]
    /// UTC, as `2026-11-25T09:30:00Z`; all dates in the package are of this moment.
    var moment: String
    var day: Day
    /// Why the package is made although something is wanting.
    var override: String?
    var enclosesExhibits: Bool
    /// Exhibits that stay with the sender although the recipient may be told of them.
    var keptBack: Set<RecordID> = []
    var addsCrate: Bool
    var organisation: String?

    /// The edition that goes to a recipient.
    /// - Throws: ``Refusal`` when the two do not fit.
    static func audience(
        channel: String, edition: String, recipient: String?
    ) throws -> (audience: Audience, recipient: String) {
        switch edition {
        case "full":
            // The full edition is for the body alone: to anybody else it is no longer full.
            guard recipient == nil || recipient == channel else {
                throw Refusal(.usage, "package.fullElsewhere", ["recipient": recipient ?? "", "channel": channel])
            }
            return (.body(channel), channel)
        case "partner":
            guard let recipient, RecordID(recipient) != nil else {
                throw Refusal(.usage, "package.noRecipient")
            }
            return (.partner(recipient), recipient)
        case "public": return (.everyone, "public")
        default:
            throw Refusal(
                .usage, "badChoice", ["option": "--edition", "value": edition, "known": "full, partner, public"])
        }
    }
}
