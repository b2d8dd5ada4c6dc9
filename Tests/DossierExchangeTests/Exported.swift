import DossierDisclosure
import DossierModel
import DossierTestSupport

@testable import DossierExchange

/// An edition of a case as the tests export it.
enum Exported {
    static let audiences: [Audience] = [.body("wgeid"), .partner("partner-a"), .everyone]

    /// Numbers in place of the house's ids: told apart by the letters of the id, which none of them holds.
    @Sendable static func number(_ id: RecordID) -> String {
        "n" + id.text.utf8.reduce(UInt64(7)) { ($0 &* 1_000_003) ^ UInt64($1) }.description
    }

    static func edition(_ folder: CaseFolder, _ audience: Audience = .body("wgeid")) throws -> OutsideEdition {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        return OutsideEdition(
            Discloser(audience: audience, on: day).edition(of: folder), channel: "wgeid", numberOf: number)
    }

    static func edition(_ story: CaseStory, _ audience: Audience = .body("wgeid")) throws -> OutsideEdition {
        try edition(try story.folder(), audience)
    }

    static func json(_ edition: OutsideEdition) throws -> String {
        guard let day = Day("2026-11-24") else { throw TestDataError("not a day") }
        let json = RecordsJSON(channel: "wgeid", edition: "full", date: day)
        return String(decoding: json.head + json.bytes(edition) + RecordsJSON.tail, as: UTF8.self)
    }

    static let words = FollowTheMoneyEntities.Words(
        disappearance: "Disappearance", sighting: "Later sighting", countries: ["KOR": "kr", "PRK": "kp"])

    /// Everything in every format, as text.
    static func everything(_ edition: OutsideEdition) throws -> [String: String] {
        [
            "tables": TableRows(edition).rows.flatMap(\.cells).joined(separator: "\n"), "json": try json(edition),
            "ftm": String(
                decoding: FollowTheMoneyEntities(edition, words: words).entities.flatMap(\.line), as: UTF8.self),
        ]
    }
}

extension TableRows {
    /// The cell of the first row of a table, by the column’s id.
    func cell(_ column: String, in table: String = "cases") -> String? {
        cells(column, in: table).first
    }

    func cells(_ column: String, in table: String) -> [String] {
        rows.filter { $0.table.name == table }.compactMap { row in
            row.table.columns.firstIndex { $0.id == column }.map { row.cells[$0] }
        }
    }
}
