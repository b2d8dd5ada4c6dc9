import DossierDisclosure
import DossierModel
import DossierXML

/// Writes records and their answers, fields in the order of the catalogue.
struct RecordElements {
    let edition: Edition
    let values: ValueElements

    private var xml: XMLWriter { values.xml }

    func write(_ record: Record) {
        var attributes = [("id", values.numberOf(record.id)), ("xml:lang", record.language.text)]
        if let standing = edition.standings[record.id] { attributes.append(("strength", standing.strength.rawValue)) }
        xml.start(record.kind.rawValue, attributes)
        write(record.entries, FieldCatalogue.fields(of: record.kind), of: record)
        xml.end()
    }

    private func write(_ entries: Entries, _ fields: [FieldDefinition], of record: Record) {
        for field in fields {
            guard let answer = entries[field.name]?.answer, !answer.isNotAsked else { continue }
            let isConfidential = edition.isMarkedConfidential(field, of: record)
            xml.start(field.name, isConfidential ? [("confidential", "true")] : [])
            write(answer, field, of: record)
            xml.end()
        }
    }

    private func write(_ answer: Answer<FieldValue>, _ field: FieldDefinition, of record: Record) {
        switch answer {
        case .given(let accounts):
            for account in accounts.all {
                xml.start("account", account.isPreferred ? [("preferred", "true")] : [])
                xml.start("value")
                write(account.value, field, of: record)
                xml.end()
                values.write(account.source, as: "source")
                xml.end()
            }
        case .unknown(let why): write(why, as: "unknown")
        case .none(let why): write(why, as: "none")
        case .refused(let why): write(why, as: "refused")
        case .withheld(let why): write(why, as: "withheld")
        case .notAsked: break
        }
    }

    private func write(_ why: LocalizedText?, as name: String) {
        xml.start(name)
        values.write(why, as: "why")
        xml.end()
    }

    private func write(_ value: FieldValue, _ field: FieldDefinition, of record: Record) {
        guard case .items(let items) = value else { return values.write(value, of: field.type) }
        for item in items {
            xml.start("item")
            write(item.entries, field.type.itemFields, of: record)
            xml.end()
        }
    }
}
