public import DossierModel

/// The records that came out of files of other programs, with everything that cannot be taken in and everything that was passed over.
public struct ExchangeReading: Sendable {
    /// Each record once.
    public var records: [Record] = []
    public var findings: [RecordFinding] = []
    public var notices: [Notice: Int] = [:]

    /// What a reader did by a rule, for people to know, and how often.
    public enum Notice: Sendable, Hashable {
        /// A reference to a record that is in none of the files.
        case leadsElsewhere(field: String)
        /// An entity of a kind that no record is made of.
        case otherSchema(String)
        /// A property that stands in the notes, because no field is like it.
        case noted(property: String)
        /// A record of several files that say different things: each field stays as the first of them tells it.
        case toldTwice
    }

    public init() {}

    mutating func note(_ notice: Notice) { notices[notice, default: 0] += 1 }

    /// Takes in what was read of another file.
    public mutating func add(_ other: ExchangeReading, _ places: inout [RecordID: Int]) {
        for record in other.records { add(record, &places) }
        findings += other.findings
        notices.merge(other.notices, uniquingKeysWith: +)
    }

    /// Takes a record in, which another file may have told of already.
    mutating func add(_ record: Record, _ places: inout [RecordID: Int]) {
        guard let place = places[record.id] else {
            places[record.id] = records.count
            records.append(record)
            return
        }
        guard records[place] != record else { return }
        // Editions of two cases may tell more or less of somebody who is in both.
        let known = records[place].entries
        for field in FieldCatalogue.fields(of: record.kind) {
            guard let told = record.entries[field.name] else { continue }
            if known[field.name] == nil {
                records[place].entries[field.name] = told
            } else if known[field.name] != told {
                note(.toldTwice)
            }
        }
    }
}
