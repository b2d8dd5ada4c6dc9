import DossierIntake
import DossierNames
import DossierTestSupport

/// The tables that the project ships, read once.
enum SampleTables {
    static let names = Result {
        NameTables(
            romanisation: try RomanisationTables(
                from: try ProjectFolder.templates.document("names/romanisation.yaml"), file: "romanisation.yaml"),
            sounds: try SoundTable(
                from: try ProjectFolder.templates.document("names/sounds.yaml"), file: "sounds.yaml"),
            han: HanReadings(
                characters: try ProjectFolder.templates.text("names/han-readings.tsv"),
                names: try ProjectFolder.templates.text("names/japanese-names.tsv")))
    }
}

/// Compares names as a reader would type them.
struct NameComparing {
    let reader: NameReader
    let likeness: NameLikeness

    init() throws {
        let tables = try SampleTables.names.get()
        reader = NameReader(tables)
        likeness = NameLikeness(tables)
    }

    func compare(_ first: String, _ second: String) -> NameComparison {
        likeness.compare(reader.readings(of: first), reader.readings(of: second))
    }
}
