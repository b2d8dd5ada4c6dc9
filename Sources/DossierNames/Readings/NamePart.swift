/// A family name or a given name as sounds.
///
/// A class only so that the many places that pass a part on copy one pointer; it never changes.
final class NamePart: Sendable, Hashable {
    /// As it was written.
    let text: String
    let row: SoundRow
    /// Which surnames of the table it may be; empty for none that is known.
    let surnames: [UInt16]
    /// The first sound of each syllable, where the spelling tells syllables apart.
    let starts: [UInt8]
    /// The letters a to z of a Latin spelling, for slips of the typewriter; empty for other scripts.
    let letters: [UInt8]

    init(text: String, row: SoundRow, surnames: [UInt16] = [], starts: [UInt8] = [], letters: [UInt8] = []) {
        self.text = text
        self.row = row
        self.surnames = surnames
        self.starts = starts
        self.letters = letters
    }

    func sounding(_ row: SoundRow) -> NamePart {
        NamePart(text: text, row: row, surnames: surnames, starts: starts, letters: letters)
    }

    func written(_ text: String) -> NamePart {
        NamePart(text: text, row: row, surnames: surnames, starts: starts, letters: letters)
    }

    static func == (left: NamePart, right: NamePart) -> Bool {
        left === right || left.text == right.text && left.row == right.row && left.surnames == right.surnames
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(row)
    }
}
