public import DossierModel

/// Consents to whatever can be consented to, for tests that look at editions of every audience.
public enum WideConsent {
    public static func toEverything(about person: RecordID) throws -> Record {
        var record = try consent("consent-wide-\(person.text)")
        record.entries["about"] = given(.references([person]))
        record.entries["by"] = given(.references([person]))
        return record
    }

    public static func toSources(testimonies: [RecordID], exhibits: [RecordID]) throws -> Record {
        var record = try consent("consent-wide-sources")
        if !testimonies.isEmpty { record.entries["testimonies"] = given(.references(testimonies)) }
        if !exhibits.isEmpty { record.entries["exhibits"] = given(.references(exhibits)) }
        return record
    }

    private static func consent(_ id: String) throws -> Record {
        guard let id = RecordID(id) else { throw TestDataError(id) }
        var record = Record(id: id, kind: .consent)
        record.entries["purposes"] = given(.choices(ConsentFields.Purpose.allCases.map(\.rawValue)))
        record.entries["recipients"] = given(.choices(["any"]))
        record.entries["nameForm"] = given(.choices(["full"]))
        record.entries["despiteRisk"] = given(.choices(["yes"]))
        record.entries["givenOn"] = given(.date(DateStatement(date: .point(DatePart(year: 2020)))))
        return record
    }

    private static func given(_ value: FieldValue) -> Entry { Entry(answer: .given(Accounts(value))) }
}
