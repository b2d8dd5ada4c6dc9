import DossierDisclosure
import DossierDocuments
import DossierExchange
import DossierLibrary
import DossierModel
import DossierPackages

/// What one case comes to in each format, and what of it may not leave.
struct ExportPieces: Sendable {
    let id: RecordID
    let withheld: [Withheld]
    let number: String
    let rows: [TableRows.Row]
    let json: [UInt8]?
    let xml: [UInt8]?
    let entities: [FollowTheMoneyEntity]
    let feed: PersonFinderRecord?
    /// What stands in the pieces although the edition withholds it. It takes a fault of ours for there to be any.
    let leaks: [LeakNeedles.Hit]
}

/// Makes the pieces of cases.
struct ExportMaking: Sendable {
    let order: ExportOrder
    let numbers: DocumentNumbers
    let words: FollowTheMoneyEntities.Words
    let json: RecordsJSON
    let spellings: @Sendable (PersonName) -> [String]
    /// Words that stand in every export: a withheld text may be one of them.
    let ownWords: [String]

    /// Nil where nothing of the case may be told to the audience.
    func pieces(of folder: CaseFolder) throws -> ExportPieces? {
        // A feed has an edition of its own: who has agreed to the one has not agreed to the other.
        let edition = order.formats == [.pfif] ? nil : self.edition(of: folder, for: order.audience)
        let fed = order.formats.contains(.pfif) ? self.edition(of: folder, for: .feed(ExportOrder.feed)) : nil
        let feed = fed.flatMap { PersonFinderRecord(self.outside($0), expires: expiry(folder)) }
        guard edition != nil || feed != nil else { return nil }
        let outside = edition.map { self.outside($0) }
        let formats = order.formats
        let xml = try formats.contains(.xml) ? edition.map { try record($0) } : nil
        let rows = formats.contains(.csv) || formats.contains(.xlsx) ? outside.map { TableRows($0).rows } ?? [] : []
        let told = formats.contains(.json) ? outside.map { json.bytes($0) } : nil
        let entities =
            formats.contains(.ftm) ? outside.map { FollowTheMoneyEntities($0, words: words).entities } ?? [] : []
        var leaks: [LeakNeedles.Hit] = []
        if let edition {
            leaks += search(folder, edition) { search in
                for row in rows { search.add(Array((row.cells.joined(separator: "\n") + "\n").utf8)) }
                search.add(told ?? [])
                search.add(xml.map(MarkupText.plain) ?? [])
                for entity in entities { search.add(entity.line) }
            }
        }
        if let fed, let feed {
            leaks += search(folder, fed) { $0.add(Array(feed.texts.joined(separator: "\n").utf8)) }
        }
        return ExportPieces(
            id: folder.caseRecord.id, withheld: (edition ?? fed)?.withheld ?? [],
            number: numbers[folder.caseRecord.id], rows: rows, json: told, xml: xml, entities: entities, feed: feed,
            leaks: leaks)
    }

    private func edition(of folder: CaseFolder, for audience: Audience) -> Edition? {
        let edition = Discloser(audience: audience, on: order.day).edition(of: folder)
        return edition.isEmpty ? nil : edition
    }

    /// What of the withheld stands in what is added.
    private func search(
        _ folder: CaseFolder, _ edition: Edition, _ add: (inout LeakSearch) -> Void
    ) -> [LeakNeedles.Hit] {
        let needles = WithheldTexts(of: folder, in: edition, spellings: spellings).needles.without(told: ownWords)
        var search = LeakSearch(for: needles, in: .text)
        add(&search)
        return search.finish()
    }

    private func outside(_ edition: Edition) -> OutsideEdition {
        let numbers = numbers
        return OutsideEdition(edition, channel: order.channel) { numbers[$0] }
    }

    private func record(_ edition: Edition) throws -> [UInt8] {
        let numbers = numbers
        let number = numbers[edition.folder.caseRecord.id]
        let writer = EditionXMLWriter(channel: order.channel, number: number, date: order.day) { numbers[$0] }
        return try writer.bytes(edition)
    }

    /// When the first of the consents about the person ends.
    private func expiry(_ folder: CaseFolder) -> Day? {
        let subject = folder.caseRecord[CaseFields.person].value
        return folder.consents.filter { $0[ConsentFields.about].value == subject }
            .compactMap { $0[ConsentFields.expiresOn].value?.date.earliest }.filter { $0 > order.day }.min()
    }
}
