import DossierHTML
import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@testable import DossierDesk

@Suite("A record goes into its form and comes back")
struct FormRoundTripTests {
    @Test("Whatever a record says, its form says it", arguments: 0..<120)
    func law(_ seed: UInt64) throws {
        var random = RandomRecords(seed: seed, isPadded: false)
        for _ in 0..<8 {
            guard let record = random.record() else { throw TestDataError("no record") }
            let reading = FormReading(FormFilling.values(of: record), id: record.id, kind: record.kind)
            #expect(reading.findings == [])
            #expect(reading.record == record)
        }
    }

    @Test("What a browser sends back of an untouched form is the record", arguments: 0..<60)
    func painted(_ seed: UInt64) throws {
        var random = RandomRecords(seed: seed, isPadded: false)
        for _ in 0..<6 {
            guard let record = random.record() else { throw TestDataError("no record") }
            let values = FormFilling.values(of: record)
            let sent = try PaintedForm(record: record, values: values).sent
            let reading = FormReading(sent, id: record.id, kind: record.kind)
            #expect(reading.findings == [])
            #expect(reading.record == record)
            // Nothing that stood there is missing: what a form does not send counts as emptied.
            #expect(values.changes(from: sent).filter { !$0.value.isEmpty } == [:])
        }
    }

    @Test("Every sample case goes into its forms and comes back")
    func samples() throws {
        let records = try SampleCases.records()
        #expect(records.count > 50)
        for record in records {
            let sent = try PaintedForm(record: record, values: FormFilling.values(of: record)).sent
            let reading = FormReading(sent, id: record.id, kind: record.kind)
            #expect(reading.findings == [], "\(record.id)")
            #expect(reading.record == record, "\(record.id)")
        }
    }

    @Test("Every field of the catalogue has a place in the form of its kind", arguments: RecordKind.allCases)
    func everyField(_ kind: RecordKind) throws {
        let id = try #require(RecordID("\(kind.rawValue)-x"))
        let form = try PaintedForm(record: Record(id: id, kind: kind), values: FormValues())
        for field in FieldCatalogue.fields(of: kind) {
            #expect(form.fields.contains(field.id), "\(field.id)")
            #expect(form.labels.contains { $0.contains(form.words.label(field)) }, "\(field.id)")
        }
        #expect(form.labels.allSatisfy { !$0.contains("‹") })
    }

    @Test("No field of an item bears a name that the form needs for itself")
    func names() {
        for field in FieldCatalogue.all where field.id.split(separator: ".").count == 3 {
            #expect(!["level", "here"].contains(field.name), "\(field.id)")
            #expect(Int(field.name) == nil)
        }
    }

    @Test("An empty form says nothing")
    func empty() throws {
        let id = try #require(RecordID("person-x"))
        let sent = try PaintedForm(record: Record(id: id, kind: .person), values: FormValues()).sent
        let reading = FormReading(sent, id: id, kind: .person)
        #expect(reading.findings == [])
        #expect(reading.record?.entries.isEmpty == true)
    }
}
