import DossierDocuments
import DossierLibrary
import DossierModel
import DossierProfiles

/// The counts that a report places, taken by one walk through the library.
struct ReportFigures {
    let phrases: Phrasebook
    let day: Day

    func figures(of report: Record, placed: [String], _ library: Library) throws -> [String: Figure] {
        var tallies: [(name: String, item: Item, tally: CountTally)] = []
        for item in report[ReportFields.counts].value ?? [] {
            guard let name = item[ReportCountFields.id].value?.first, placed.contains(name),
                let unit = item[ReportCountFields.unit].value.flatMap(CountDefinition.Unit.init),
                let by = item[ReportCountFields.by].value.flatMap(CountDefinition.Dimension.init)
            else { continue }
            let definition = CountDefinition(
                unit: unit, dimension: by, period: item[ReportCountFields.period].value?.date,
                state: report[ReportFields.state].value)
            tallies.append((name, item, CountTally(definition)))
        }
        guard !tallies.isEmpty else { return [:] }
        try library.forEachBatch { folders in
            for index in tallies.indices {
                for folder in folders { tallies[index].tally.take(folder) }
            }
        }
        let composer = CountFigure(phrases: phrases)
        return Dictionary(
            tallies.map { ($0.name, composer.figure(of: $0.tally.count(on: day), entry: $0.item)) }
        ) { first, _ in first }
    }
}
