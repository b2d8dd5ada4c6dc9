import DossierIntake
public import DossierNames

/// The tables of names that the project ships, read once.
public enum ShippedNameTables {
    public static let tables = Result {
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
