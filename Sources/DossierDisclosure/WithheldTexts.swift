public import DossierModel

/// Every text that an edition of a case withholds, for the search of what is about to leave.
///
/// Whatever stands in the case and not in its edition is withheld: names of whoever is not named, in every recorded spelling and in
/// those that nobody recorded; numbers and addresses; and texts, but for those that say nothing or that the edition tells in
/// another place.
public struct WithheldTexts: Sendable {
    public let needles: LeakNeedles

    /// `edition` is one of `folder`. `spellings` gives the further spellings of a name, `Family Given` with one space, or one
    /// word.
    public init(of folder: CaseFolder, in edition: Edition, spellings: (PersonName) -> [String]) {
        let told = edition.folder.texts
        let toldNames = Set(told.filter(\.isName))
        let present = Set(edition.folder.others.keys).union([edition.folder.person?.id].compactMap(\.self))
        var found: [LeakNeedle] = []
        for text in folder.texts {
            switch text.content {
            case .name(let name):
                // Somebody of a connected case who may be named, and of whom this edition has nothing to say, is no secret.
                let isOwnName = text.field == PersonFields.names.definition
                let isHidden = edition.unnamed.contains(text.record)
                guard isHidden || !isOwnName || present.contains(text.record), !toldNames.contains(text) else {
                    continue
                }
                found += LeakNeedle.needles(
                    of: name, spelt: spellings(name), record: text.record, field: text.field.id)
            case .text(let words):
                found += LeakNeedle.needles(of: words, record: text.record, field: text.field)
            }
        }
        let names = told.compactMap(\.name)
        let reversed = names.map { [$0.given, $0.family].compactMap(\.self).joined(separator: " ") }
        needles = LeakNeedles(
            found, allowed: names.flatMap(LeakNeedle.allowed),
            told: told.compactMap(\.words) + names.map(\.joined) + reversed)
    }
}

extension FolderText {
    fileprivate var isName: Bool { name != nil }

    fileprivate var name: PersonName? {
        if case .name(let name) = content { name } else { nil }
    }

    fileprivate var words: String? {
        if case .text(let words) = content { words } else { nil }
    }
}
