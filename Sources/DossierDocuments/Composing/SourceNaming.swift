import DossierDisclosure
import DossierModel
import DossierProfiles

/// How documents speak of accounts and exhibits: by name where the edition has left one, else by category and code.
struct SourceNaming {
    let edition: Edition
    let answers: AnswerComposer
    let codes: SourceCodes

    private var phrases: Phrasebook { answers.phrases }

    /// "Account of Toh Yeo-ul, 12 March 2026", or with a code where the speaker is not named.
    func account(_ testimony: Record) -> [Run] {
        let date = testimony[TestimonyFields.date].value.map { phrases.date($0.date) }
        let key = date == nil ? "evidence.account" : "evidence.accountDated"
        return answers.pattern(key, ["who": who(gave: testimony), "date": date.map { [Run($0)] } ?? []])
    }

    /// The name, where the edition has left it, else the category and the code.
    func who(gave testimony: Record) -> [Run] {
        if let speaker = testimony[TestimonyFields.speaker].value, let person = edition.folder.others[speaker],
            let names = person[PersonFields.names].value
        {
            return phrases.runs(names, channel: answers.channel)
        }
        let category = testimony[TestimonyFields.category].value.map {
            phrases.choice($0, of: TestimonyFields.category.definition)
        }
        let source = category ?? phrases.wording["evidence.source"]
        return [Run(codes.code(of: testimony).map { "\(source) \($0)" } ?? source)]
    }

    func title(of exhibit: Record) -> [Run] {
        if let title = exhibit[ExhibitFields.title].value { return [phrases.run(title.best(for: phrases.language))] }
        let material = exhibit[ExhibitFields.material].value ?? "other"
        return [Run(phrases.choice(material, of: ExhibitFields.material.definition))]
    }
}
