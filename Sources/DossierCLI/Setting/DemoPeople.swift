import DossierIntake
import DossierLibrary
import DossierOffice
import DossierProfiles

/// Fills the library of the demonstration with invented persons, as many as a wartime list has.
struct DemoPeople {
    let office: Office
    let count: Int
    let paragraphs: Int

    private static let step = 5_000
    private static let seed: UInt64 = 1950

    func fill(_ library: Library) throws {
        guard let people = InventedPeople(try office.templates.document("demo/people.yaml")) else {
            throw Refusal(.inputOutput, "badTemplate", ["problems": "\(office.templates.folder)/demo/people.yaml"])
        }
        let change = office.surroundings.change("demo --people")
        let bar = ProgressBar(office.messages["demo.filling"])
        for start in stride(from: 0, to: count, by: Self.step) {
            let numbers = start..<min(start + Self.step, count)
            _ = try library.save(people.records(numbers, paragraphs: paragraphs, seed: Self.seed), change: change)
            bar.update(numbers.upperBound, of: count)
        }
        bar.finish()
        let indexing = ProgressBar(office.messages["search.indexing"])
        try CaseSearching(try office.nameTables()).index(library) { indexing.update($0, of: $1) }
        indexing.finish()
    }
}
