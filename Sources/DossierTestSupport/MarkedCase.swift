public import DossierModel

/// A case in which every field of every record holds words that stand nowhere else, so that each can be looked for in
/// whatever leaves the house.
public struct MarkedCase {
    /// One planted word, and where it was planted.
    public struct Marker {
        public var word: String
        public var record: RecordID
        /// The fields around it, the innermost last: a list and the item's field, or the field alone.
        public var fields: [FieldDefinition]
        public var part: Part
    }

    public enum Part: Equatable {
        case value
        case translator
        /// Who gave an account.
        case source
    }

    public private(set) var markers: [Marker] = []
    public private(set) var folder: CaseFolder
    private var count = 0

    public static let subject = id("person-zqsubject")
    public static let consenting = id("person-zqconsenting")
    public static let silent = id("person-zqsilent")
    public static let caseID = id("case-zqcase")
    public static let account = id("testimony-zqtold")
    public static let thing = id("exhibit-zqthing")
    public static let claim = id("claim-zqsaid")

    private static func id(_ text: String) -> RecordID {
        guard let id = RecordID(text) else { preconditionFailure("the ids of this file are well formed") }
        return id
    }

    public init(consentingTo purposes: [ConsentFields.Purpose]) {
        folder = CaseFolder(caseRecord: Record(id: Self.caseID, kind: .case), person: nil, incident: nil)
        let kinds: [(RecordID, RecordKind)] = [
            (Self.subject, .person), (Self.consenting, .person), (Self.silent, .person),
            (Self.id("incident-zqfirst"), .incident), (Self.id("incident-zqlast"), .incident), (Self.caseID, .case),
            (Self.account, .testimony), (Self.thing, .exhibit), (Self.claim, .claim),
        ]
        var records: [RecordID: Record] = [:]
        for (id, kind) in kinds {
            var record = Record(id: id, kind: kind)
            record.origin = Record.Origin(file: mark(id, [], .translator), line: 1)
            record.entries = entries(FieldCatalogue.fields(of: kind), id, [])
            records[id] = record
        }
        folder.caseRecord = records[Self.caseID] ?? folder.caseRecord
        folder.person = records[Self.subject]
        folder.earlierIncidents = [records[Self.id("incident-zqfirst")]].compactMap(\.self)
        folder.incident = records[Self.id("incident-zqlast")]
        for id in [Self.consenting, Self.silent] { folder.others[id] = records[id] }
        folder.evidence.testimonies = [Self.account: records[Self.account]].compactMapValues(\.self)
        folder.evidence.exhibits = [Self.thing: records[Self.thing]].compactMapValues(\.self)
        folder.evidence.claims = [records[Self.claim]].compactMap(\.self)
        folder.consents = [Self.subject, Self.consenting].map { consent(about: $0, purposes) }
    }

    private mutating func consent(about person: RecordID, _ purposes: [ConsentFields.Purpose]) -> Record {
        var record = Record(id: Self.id("consent-zq\(person.text.suffix(8))"), kind: .consent)
        func given(_ value: FieldValue) -> Entry { Entry(answer: .given(Accounts(value))) }
        record.entries["about"] = given(.references([person]))
        record.entries["by"] = given(.references([Self.consenting]))
        record.entries["purposes"] = given(.choices(purposes.map(\.rawValue)))
        record.entries["recipients"] = given(.choices(["any"]))
        record.entries["nameForm"] = given(.choices(["full"]))
        record.entries["despiteRisk"] = given(.choices(["yes"]))
        record.entries["givenOn"] = given(.date(DateStatement(date: .point(DatePart(year: 2020)))))
        record.entries["notes"] = given(.text(text(record.id, [], "consent")))
        return record
    }

    // MARK: Planting

    private mutating func mark(_ record: RecordID, _ fields: [FieldDefinition], _ part: Part) -> String {
        count += 1
        let word = "zqm\(count)x"
        markers.append(Marker(word: word, record: record, fields: fields, part: part))
        return word
    }

    private mutating func text(_ record: RecordID, _ fields: [FieldDefinition], _ lead: String) -> LocalizedText {
        LocalizedText(
            original: .init(text: "원문 \(mark(record, fields, .value))", language: .korean),
            translations: [
                .init(
                    wording: .init(text: "\(lead) \(mark(record, fields, .value))", language: .english),
                    translator: mark(record, fields, .translator))
            ])
    }

    private mutating func entries(
        _ definitions: [FieldDefinition], _ record: RecordID, _ outer: [FieldDefinition]
    ) -> Entries {
        var entries = Entries()
        for field in definitions {
            guard let value = value(field, record, outer + [field]) else { continue }
            let source = outer.isEmpty && field.type == .date ? text(record, [field], "source") : nil
            let sources = source.map { LocalizedText($0.original.text, .english) }
            // The source is marked as such: the words of a source are the body's alone to read.
            if source != nil {
                for index in markers.indices.suffix(3) { markers[index].part = .source }
                markers.removeLast(2)
            }
            let accounts =
                sources.map { [Account(value: value, source: $0, isPreferred: true), Account(value: value)] }
                ?? [Account(value: value)]
            entries[field.name] = Accounts(accounts).map { Entry(answer: .given($0), line: 7) }
        }
        return entries
    }

    private mutating func value(
        _ field: FieldDefinition, _ record: RecordID, _ path: [FieldDefinition]
    ) -> FieldValue? {
        switch field.type {
        case .line: .line(mark(record, path, .value))
        case .text: .text(text(record, path, "text"))
        case .names:
            // Other spellings are printed of the person whom the document is about, and of nobody else.
            .names(
                ([.primary] + (record == Self.subject && field.id == "person.names" ? [.alias] : [])).map { kind in
                    PersonName(
                        kind: kind, script: .latin, family: mark(record, path, .value),
                        given: mark(record, path, .value))
                })
        case .date:
            .date(
                DateStatement(
                    date: .point(DatePart(year: 1950, precision: .month, month: 9)),
                    words: LocalizedText(mark(record, path, .value), .korean), calendar: .lunar))
        case .age: .age(AgeStatement(years: 20, counting: .korean, at: .point(DatePart(year: 1950))))
        case .place:
            .place(
                Place(names: [
                    .init(wording: .init(text: mark(record, path, .value), language: .english))
                ]))
        case .choice(let codes): codes.first.map { .choices([$0]) }
        // One claim, stated at every field and bearing on one finding.
        case .choices(let codes) where field.id == "claim.fields": .choices(codes)
        case .codes where field.id == "claim.findings": .choices(["element-state"])
        case .choices, .codes, .lines, .state, .states: nil
        case .reference(.testimony) where field.id == "claim.support.testimony": .references([Self.account])
        case .reference(.person) where field.id == "case.person": .references([Self.subject])
        case .reference(.person), .references(.person): .references([Self.consenting, Self.silent])
        case .reference, .references: nil
        case .number: .number(3)
        case .items(let fields) where field.id == "claim.support":
            // Pointing to the paragraph, and to the exhibit; without a fingerprint, which no marker could match.
            .items(
                [
                    ["claim.support.exhibit", "claim.support.pages"],
                    ["claim.support.testimony", "claim.support.paragraph"],
                ]
                .map { others in
                    let fields = fields.filter { !(others + ["claim.support.print"]).contains($0.id) }
                    var item = Item(entries: entries(fields, record, path), line: 9)
                    if others.contains("claim.support.testimony") {
                        item.entries["exhibit"] = Entry(answer: .given(Accounts(.references([Self.thing]))))
                    }
                    return item
                })
        case .items(let fields):
            .items([Item(entries: entries(fields, record, path), line: 9)])
        }
    }
}
