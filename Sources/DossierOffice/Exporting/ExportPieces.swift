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
        let edition = Discloser(audience: order.audience, on: order.day).edition(of: folder)
        guard !edition.isEmpty else { return nil }
        let outside = outside(edition)
        let formats = order.formats
        let xml = try formats.contains(.xml) ? record(edition, outside.number) : nil
        let rows = formats.contains(.csv) || formats.contains(.xlsx) ? TableRows(outside).rows : []
        let told = formats.contains(.json) ? json.bytes(outside) : nil
        let entities = formats.contains(.ftm) ? FollowTheMoneyEntities(outside, words: words).entities : []
        let needles = WithheldTexts(of: folder, in: edition, spellings: spellings).needles.without(told: ownWords)
        var search = LeakSearch(for: needles, in: .text)
        for row in rows { search.add(Array((row.cells.joined(separator: "\n") + "\n").utf8)) }
        search.add(told ?? [])
        search.add(xml.map(MarkupText.plain) ?? [])
        for entity in entities { search.add(entity.line) }
        return ExportPieces(
            id: folder.caseRecord.id, withheld: edition.withheld, number: outside.number, rows: rows, json: told,
            xml: xml, entities: entities, feed: formats.contains(.pfif) ? feed(folder) : nil, leaks: search.finish())
    }

    private func outside(_ edition: Edition) -> OutsideEdition {
        let numbers = numbers
        return OutsideEdition(edition, channel: order.channel) { numbers[$0] }
    }

    private func record(_ edition: Edition, _ number: String) throws -> [UInt8] {
        let numbers = numbers
        let writer = EditionXMLWriter(channel: order.channel, number: number, date: order.day) { numbers[$0] }
        return try writer.bytes(edition)
    }

    /// A feed has an edition of its own: to agree to a publication is not to agree to a feed.
    private func feed(_ folder: CaseFolder) -> PersonFinderRecord? {
        let edition = Discloser(audience: .feed(ExportOrder.Format.pfif.rawValue), on: order.day).edition(of: folder)
        guard !edition.isEmpty else { return nil }
        let subject = folder.caseRecord[CaseFields.person].value
        let ends = folder.consents.filter { $0[ConsentFields.about].value == subject }
            .compactMap { $0[ConsentFields.expiresOn].value?.date.earliest }.filter { $0 > order.day }
        return PersonFinderRecord(outside(edition), expires: ends.min())
    }
}
