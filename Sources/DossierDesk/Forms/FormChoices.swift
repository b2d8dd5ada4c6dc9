import DossierModel

/// What the boxes of a form offer beyond the catalogue: States, and records to point at.
struct FormChoices: Sendable {
    /// One record that can be pointed at.
    struct Choice: Sendable, Hashable {
        var id: RecordID
        var label: String
    }

    /// States by their names in the language of the page, those near the Korean cases first.
    var states: StateOptions
    /// Records near at hand, by kind.
    var records: [RecordKind: [Choice]]
    /// Where a link to a record leads.
    var path: @Sendable (RecordID) -> String
    /// Spellings in Latin letters that somebody may choose for a name in Hangul.
    var romanised: @Sendable (PersonName) -> [String]
}
