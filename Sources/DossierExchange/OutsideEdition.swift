public import DossierDisclosure
public import DossierModel

/// An edition of a case as other programs get it: every record under a number that is made for the recipient, and nothing of how the
/// house keeps it.
public struct OutsideEdition: Sendable {
    /// The number of the case.
    public let number: String
    public let audience: Audience
    /// How strongly each claim may be put, by the claim's own id.
    let standings: [RecordID: ClaimStanding]
    let folder: CaseFolder
    private let edition: Edition
    private let numberOf: @Sendable (RecordID) -> String

    /// Of names that are frozen for channels, those of `channel` are told as such; `numberOf` is what a record is called outside the
    /// house.
    public init(_ edition: Edition, channel: String, numberOf: @escaping @Sendable (RecordID) -> String) {
        self.edition = edition
        self.numberOf = numberOf
        number = numberOf(edition.folder.caseRecord.id)
        audience = edition.audience
        standings = edition.standings
        var folder = edition.folder
        let told = { (record: Record) in record.told(toChannel: channel) }
        folder.caseRecord = told(folder.caseRecord)
        folder.person = folder.person.map(told)
        folder.incident = folder.incident.map(told)
        folder.earlierIncidents = folder.earlierIncidents.map(told)
        folder.others = folder.others.mapValues(told)
        folder.consents = []
        folder.evidence.testimonies = folder.evidence.testimonies.mapValues(told)
        folder.evidence.exhibits = folder.evidence.exhibits.mapValues(told)
        folder.evidence.claims = folder.evidence.claims.map(told)
        self.folder = folder
    }

    func number(of id: RecordID) -> String { numberOf(id) }

    /// Every record of it, that of the case first; persons of connected cases are not among them.
    var records: [Record] {
        [folder.caseRecord] + [folder.person, folder.incident].compactMap(\.self) + folder.earlierIncidents
            + otherPersons
            + testimonies + exhibits + folder.evidence.claims
    }

    var otherPersons: [Record] { folder.others.values.sorted { $0.id < $1.id } }
    var testimonies: [Record] { folder.evidence.testimonies.values.sorted { $0.id < $1.id } }
    var exhibits: [Record] { folder.evidence.exhibits.values.sorted { $0.id < $1.id } }

    /// The fields of a record that the recipient is asked to keep to itself, those of its lists too.
    func confidentialFields(of record: Record) -> [FieldDefinition] {
        FieldCatalogue.fields(of: record.kind).flatMap { [$0] + $0.type.itemFields }
            .filter { edition.isMarkedConfidential($0, of: record) }
    }
}

extension Record {
    /// Without the levels of the house, and without the channels that know somebody under a name, but for one: the others would tell
    /// where else the case has been.
    fileprivate func told(toChannel channel: String) -> Record {
        var told = self
        told.confidentiality = nil
        told.origin = nil
        told.entries = entries.told(FieldCatalogue.fields(of: kind), toChannel: channel)
        return told
    }
}

extension Entries {
    fileprivate func told(_ fields: [FieldDefinition], toChannel channel: String) -> Entries {
        var told = Entries()
        for field in fields {
            guard let entry = self[field.name], !entry.answer.isNotAsked else { continue }
            told[field.name] = Entry(
                answer: entry.answer.compactMap { value -> FieldValue? in
                    switch value {
                    case .names(let names): .names(names.map { $0.told(toChannel: channel) })
                    case .items(let items):
                        .items(items.map { Item(entries: $0.entries.told(field.type.itemFields, toChannel: channel)) })
                    default: value
                    }
                })
        }
        return told
    }
}

extension PersonName {
    fileprivate func told(toChannel channel: String) -> PersonName {
        var told = self
        told.frozenFor = frozenFor.filter { $0 == channel }
        return told
    }
}
