import DossierModel
public import DossierXML

/// Writes records as one PFIF 1.4 document (zesty.ca/pfif/1.4): per person the fields in the order of the specification.
public struct PersonFinderFeed: Sendable {
    static let namespace = "http://zesty.ca/pfif/1.4"

    /// The domain of the organisation, under which its records are known.
    private let domain: String
    /// Who answers for the records; PFIF wants it of every note.
    private let author: String
    /// UTC, as `2026-11-26T09:30:00Z`.
    private let moment: String

    public init(domain: String, author: String, moment: String) {
        self.domain = domain
        self.author = author
        self.moment = moment
    }

    /// - Throws: ``XMLWriterError`` when libxml2 refuses a step.
    public func bytes(_ records: [PersonFinderRecord]) throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: true)
        xml.startDocument()
        xml.start("pfif:pfif", [("xmlns:pfif", Self.namespace)])
        for record in records { write(record, xml) }
        xml.end()
        return try xml.finish()
    }

    private func write(_ record: PersonFinderRecord, _ xml: XMLWriter) {
        let id = "\(domain)/\(record.id)"
        xml.start("pfif:person")
        element("person_record_id", id, xml)
        element("entry_date", moment, xml)
        element("expiry_date", record.expires.map { "\($0)T00:00:00Z" }, xml)
        element("author_name", author, xml)
        element("source_name", domain, xml)
        element("source_date", moment, xml)
        let name = record.leading
        element("full_name", name?.joined, xml)
        element("given_name", name?.given, xml)
        element("family_name", name?.family, xml)
        element("alternate_names", record.others.joined(separator: "\n"), xml)
        element("sex", record.sex, xml)
        element("date_of_birth", record.birthDate, xml)
        if record.lastSeenPlace != nil || record.incident != nil {
            xml.start("pfif:note")
            element("note_record_id", "\(id)-1", xml)
            element("person_record_id", id, xml)
            element("entry_date", moment, xml)
            element("author_name", author, xml)
            element("source_date", moment, xml)
            element("status", "believed_missing", xml)
            element("last_known_location", record.lastSeenPlace, xml)
            element("text", record.incident, xml)
            xml.end()
        }
        xml.end()
    }

    private func element(_ name: String, _ text: String?, _ xml: XMLWriter) {
        if let text, !text.isEmpty { xml.element("pfif:\(name)", text: text) }
    }
}
