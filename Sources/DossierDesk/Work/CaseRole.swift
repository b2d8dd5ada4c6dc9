import DossierLibrary
import DossierModel

/// As what a new person comes into a case: written into the case when the person is saved, and not before somebody has
/// written a word.
enum CaseRole: String, Sendable, CaseIterable {
    case relative, witness

    /// The box of the person's draft in which it stands; no field of a record.
    static let box = "desk.role"

    private var list: Field<[Item]> { self == .relative ? CaseFields.relatives : CaseFields.witnesses }
    private var person: Field<RecordID> { self == .relative ? RelativeFields.person : WitnessFields.person }

    /// The case with the person on its list.
    func adding(_ id: RecordID, to record: Record) -> Record {
        var item = Item(entries: Entries())
        item.entries[person.definition.name] = Entry(answer: .given(Accounts(.references([id]))))
        var copy = record
        let name = list.definition.name
        let level = record.entries[name]?.confidentiality
        let items = record[list].value ?? []
        copy.entries[name] = Entry(answer: .given(Accounts(.items(items + [item]))), confidentiality: level)
        return copy
    }

    /// The boxes of the case's draft that say the same.
    func boxes(for id: RecordID, in values: FormValues) -> [String: String] {
        let name = "\(list.definition.name).1.value"
        let number = (values.numbers(below: name).last ?? 0) + 1
        return ["\(name).\(number).\(person.definition.name).1.value": id.text]
    }
}
