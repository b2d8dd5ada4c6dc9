import DossierLibrary
import DossierModel
import DossierProfiles

/// A case as it will be when what is being written on its records is saved.
struct OpenCase: Sendable {
    /// With drafts in the place of the records that they will become.
    let folder: CaseFolder
    /// The drafts among its records, by record, and those of records that are not in the library yet.
    let drafts: [RecordID: Draft]

    var id: RecordID { folder.caseRecord.id }

    /// Nil when there is no such case.
    static func read(_ id: RecordID, from library: Library) throws -> OpenCase? {
        try read([id], from: library).first
    }

    /// Those of the ids that are cases, in their order.
    static func read(_ ids: [RecordID], from library: Library) throws -> [OpenCase] {
        let heads = try library.drafts()
        return try library.folders(ofCases: ids).map { folder in
            // Most of the time nobody has left anything half written.
            guard !heads.isEmpty else { return OpenCase(folder: folder, drafts: [:]) }
            let known = Set(folder.records.map(\.id))
            var drafts: [RecordID: Draft] = [:]
            for head in heads where known.contains(head.record) || head.about == folder.caseRecord.id {
                drafts[head.record] = try library.draft(of: head.record)
            }
            return OpenCase(folder: folder.replacing(drafts.values.compactMap(\.written)), drafts: drafts)
        }
    }
}

extension Draft {
    /// The record as far as it can be read; nil when nothing can.
    var written: Record? {
        let reading = FormReading(FormValues(values), id: record, kind: kind)
        // A withdrawal that is half typed must not look like none.
        if kind == .consent, !reading.findings.isEmpty { return nil }
        return reading.record
    }
}

extension CaseFolder {
    /// The folder with other revisions of its records. A record that is not in it is left out.
    func replacing(_ records: [Record]) -> CaseFolder {
        var copy = self
        for record in records { copy.replace(record) }
        return copy
    }

    private mutating func replace(_ record: Record) {
        if caseRecord.id == record.id { caseRecord = record }
        if person?.id == record.id { person = record }
        if incident?.id == record.id { incident = record }
        if others[record.id] != nil { others[record.id] = record }
        for index in earlierIncidents.indices where earlierIncidents[index].id == record.id {
            earlierIncidents[index] = record
        }
        for index in consents.indices where consents[index].id == record.id { consents[index] = record }
        if evidence.testimonies[record.id] != nil { evidence.testimonies[record.id] = record }
        if evidence.exhibits[record.id] != nil { evidence.exhibits[record.id] = record }
        for index in evidence.claims.indices where evidence.claims[index].id == record.id {
            evidence.claims[index] = record
        }
    }
}
