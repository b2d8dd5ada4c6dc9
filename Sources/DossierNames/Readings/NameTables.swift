/// The tables by which names are read and compared.
public struct NameTables: Sendable {
    public let romanisation: RomanisationTables
    public let sounds: SoundTable
    public let han: HanReadings

    public init(romanisation: RomanisationTables, sounds: SoundTable, han: HanReadings) {
        self.romanisation = romanisation
        self.sounds = sounds
        self.han = han
    }
}
