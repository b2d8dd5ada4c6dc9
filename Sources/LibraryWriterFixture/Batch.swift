import DossierLibrary
import DossierModel
import Foundation

/// Records that are saved together: an incident, and eight persons with a case each. All of it is invented.
enum Batch {
    static let change = Change(actor: "writer", reason: "test", at: Moment(Date(timeIntervalSince1970: 1_795_500_000)))

    /// `writer` is a code such as `w1`; two batches of one writer differ by their number.
    static func records(_ writer: String, _ number: Int) throws -> [Record] {
        let incident = try id("incident-\(writer)-\(number)")
        let members = try (0..<8).flatMap { member -> [Record] in
            let person = try id("person-\(writer)-\(number)-\(member)")
            return [
                record(person, .person, [PersonFields.names.definition: .names([name(member)])]),
                record(
                    try id("case-\(writer)-\(number)-\(member)"), .case,
                    [
                        CaseFields.person.definition: .references([person]),
                        CaseFields.incident.definition: .references([incident]),
                        CaseFields.summary.definition: .text(LocalizedText(summary, .english)),
                    ]),
            ]
        }
        return [record(incident, .incident, [IncidentFields.title.definition: .text(LocalizedText("끌려감", .korean))])]
            + members
    }

    // Long enough that a batch fills several pages of the database.
    private static let summary = String(repeating: "Nobody has seen the person since that night. ", count: 20)

    private static func name(_ member: Int) -> PersonName {
        PersonName(script: .hangul, family: "온", given: "누리별 \(member)")
    }

    private static func record(_ id: RecordID, _ kind: RecordKind, _ values: [FieldDefinition: FieldValue]) -> Record {
        var record = Record(id: id, kind: kind)
        for (field, value) in values { record.entries[field.name] = Entry(answer: .given(Accounts(value))) }
        return record
    }

    private static func id(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else { throw NotAnID(text: text) }
        return id
    }

    private struct NotAnID: Error {
        var text: String
    }
}
