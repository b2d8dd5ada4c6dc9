public import DossierDisclosure
public import DossierModel
public import DossierXML

/// Writes one edition of a case as XML for exchange, field by field, after ``EditionSchema``. It takes an edition and
/// nothing else, so that what was withheld cannot be written.
public struct EditionXMLWriter: Sendable {
    private let channel: String
    private let number: String
    private let date: Day
    private let numberOf: @Sendable (RecordID) -> String

    /// - Parameters:
    ///   - channel: for which the edition was made, for example `wgeid`.
    ///   - number: the document's number.
    ///   - date: the document's date.
    ///   - id: what a record is called outside the house: an opaque number, other for each record. The house's own ids
    ///     are written nowhere.
    public init(channel: String, number: String, date: Day, id: @escaping @Sendable (RecordID) -> String) {
        self.channel = channel
        self.number = number
        self.date = date
        numberOf = id
    }

    /// - Throws: ``XMLWriterError`` when libxml2 refuses a step.
    public func bytes(_ edition: Edition) throws(XMLWriterError) -> [UInt8] {
        let xml = XMLWriter(indented: true)
        xml.startDocument()
        xml.start(
            "edition",
            [
                ("xmlns", EditionSchema.namespace), ("version", EditionSchema.version), ("channel", channel),
                ("edition", edition.audience.edition), ("number", number), ("date", date.description),
            ])
        let records = RecordElements(
            edition: edition, values: ValueElements(channel: channel, numberOf: numberOf, xml: xml))
        let folder = edition.folder
        records.write(folder.caseRecord)
        if let person = folder.person { records.write(person) }
        if let incident = folder.incident { records.write(incident) }
        for group in EditionSchema.Group.allCases {
            let members = group.records(of: folder)
            if members.isEmpty { continue }
            xml.start(group.rawValue)
            for record in members { records.write(record) }
            xml.end()
        }
        xml.end()
        return try xml.finish()
    }
}

extension EditionSchema.Group {
    fileprivate func records(of folder: CaseFolder) -> [Record] {
        switch self {
        case .earlierIncidents: folder.earlierIncidents
        case .otherPersons: folder.others.values.sorted { $0.id < $1.id }
        case .testimonies: folder.evidence.testimonies.values.sorted { $0.id < $1.id }
        case .exhibits: folder.evidence.exhibits.values.sorted { $0.id < $1.id }
        case .claims: folder.evidence.claims
        }
    }
}
