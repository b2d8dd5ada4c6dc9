import DossierModel

/// One dated thing in a case.
struct TimelineEvent: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case born, earlierIncident, disappeared, lastSeen, sighting, complaint, step, testimony, exhibit
    }

    var kind: Kind
    var record: RecordID
    /// The name of the field's box in the form of the record.
    var box: String
    var statement: DateStatement
    /// Who says so, where the sources differ.
    var source: LocalizedText?

    /// What lies in a case, in order of time; what nobody can place last.
    static func all(in folder: CaseFolder) -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        let add = { (kind: Kind, record: Record?, field: Field<DateStatement>) in
            guard let record else { return }
            for account in record[field].accounts {
                events.append(
                    TimelineEvent(
                        kind: kind, record: record.id, box: field.definition.name, statement: account.value,
                        source: account.source))
            }
        }
        add(.born, folder.person, PersonFields.birthDate)
        for incident in folder.earlierIncidents { add(.earlierIncident, incident, IncidentFields.date) }
        add(.disappeared, folder.incident, IncidentFields.date)
        add(.lastSeen, folder.caseRecord, CaseFields.lastSeenDate)
        for testimony in folder.evidence.testimonies.values { add(.testimony, testimony, TestimonyFields.date) }
        for exhibit in folder.evidence.exhibits.values { add(.exhibit, exhibit, ExhibitFields.date) }
        let record = folder.caseRecord
        let lists: [(Kind, Field<[Item]>, Field<DateStatement>)] = [
            (.sighting, CaseFields.sightings, SightingFields.date),
            (.complaint, CaseFields.complaints, StepFields.date),
            (.step, CaseFields.otherSteps, StepFields.date),
        ]
        for (kind, list, date) in lists {
            for item in record[list].value ?? [] {
                for account in item[date].accounts {
                    events.append(
                        TimelineEvent(
                            kind: kind, record: record.id, box: list.definition.name, statement: account.value,
                            source: account.source))
                }
            }
        }
        return events.sorted { $0.order < $1.order }
    }

    private var order: (Int, Int, String, String) {
        let first = statement.date.earliest ?? statement.date.latest
        return (
            first?.ordinal ?? Int.max, statement.date.latest?.ordinal ?? Int.max, kind.rawValue, record.text
        )
    }
}
