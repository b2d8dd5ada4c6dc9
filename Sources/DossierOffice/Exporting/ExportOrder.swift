package import DossierDisclosure
package import DossierModel

/// What export was asked for.
package struct ExportOrder: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case csv, xlsx, json, xml
        /// FollowTheMoney entities, one a line.
        case ftm
        /// A public feed in the People Finder Interchange Format.
        case pfif
    }

    /// The code by which consents name the public feed.
    package static let feed = Format.pfif.rawValue

    package let edition: String
    /// A code: of the body, of a partner, or `public`.
    package let recipient: String
    package let audience: Audience
    package let formats: Set<Format>
    /// UTC, as `2026-11-26T09:30:00Z`; all dates in the export are of this moment.
    package let moment: String
    package let day: Day
    /// Of the labels in the workbook.
    package let language: LanguageTag
    /// For a feed: who answers for its records, and the domain under which they are known.
    package let organisation: String?
    package let domain: String?

    /// Under which the ledger notes the export and numbers are made: those that a body knows from petitions, and for everyone else
    /// numbers of their own, so that two recipients cannot lay their exports side by side.
    package var channel: String {
        if case .body(let channel) = audience { channel } else { "export-\(recipient)" }
    }

    /// - Throws: ``Refusal`` when the parts do not fit.
    package init(
        edition: String, recipient: String?, formats: [Format], moment: String, day: Day, language: LanguageTag,
        organisation: String?, domain: String?
    ) throws {
        let audience: Audience
        switch (edition, recipient) {
        case ("full", let recipient?) where RecordID(recipient) != nil: audience = .body(recipient)
        case ("partner", let recipient?) where RecordID(recipient) != nil: audience = .partner(recipient)
        case ("public", nil): audience = .everyone
        case ("public", _?): throw Refusal(.usage, "export.publicFor")
        case ("full", _), ("partner", _): throw Refusal(.usage, "export.noRecipient", ["edition": edition])
        default:
            throw Refusal(
                .usage, "badChoice", ["option": "--edition", "value": edition, "known": "full, partner, public"])
        }
        if formats.contains(.pfif) {
            guard case .everyone = audience else { throw Refusal(.usage, "export.feedIsPublic") }
            guard let domain, organisation?.isEmpty == false, Self.isDomain(domain) else {
                throw Refusal(.usage, "export.noDomain")
            }
        }
        self.edition = edition
        self.recipient = recipient ?? "public"
        self.audience = audience
        self.formats = Set(formats)
        self.moment = moment
        self.day = day
        self.language = language
        self.organisation = organisation
        self.domain = domain
    }

    private static func isDomain(_ text: String) -> Bool {
        text.contains(".") && text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
    }

    /// The export's name: never a person's.
    package var name: String { "dossier-export-\(recipient)-\(edition)-\(day)" }
}
