import DossierDocuments
import DossierFiles
import DossierIntake
import DossierModel
import DossierNames
import DossierOffice
import DossierProfiles
import Foundation

/// What every page needs and no request changes: words, the profile, style and script.
struct DeskHouse: Sendable {
    let office: Office
    /// Korean first.
    let languages: [LanguageTag] = [.korean, .english]
    private let words: [LanguageTag: DeskWords]
    let profile: Profile
    let states: States
    let institutions: Institutions
    private let stateLists: [LanguageTag: StateOptions]
    let spellings: HangulSpellings
    let searching: CaseSearching
    let layout: FormLayout
    let assets: Assets
    /// Makes pages of documents, for previews.
    let documents: DocumentFiles
    private let composers: [LanguageTag: PetitionComposer]
    let channel = "wgeid"

    init(_ office: Office) throws {
        self.office = office
        profile = try office.profile(channel)
        states = try office.states()
        institutions = try office.institutions()
        let all = states
        stateLists = Dictionary(languages.map { ($0, StateOptions(all, $0)) }) { first, _ in first }
        let names = try office.nameTables()
        spellings = HangulSpellings(names.romanisation)
        searching = CaseSearching(names)
        layout = FormLayout(try office.templates.document("desk/forms.yaml"), profile: profile)
        assets = try Assets(office.templates)
        documents = try DocumentFiles(formats: [.html], folder: "", office: office)
        var composers: [LanguageTag: PetitionComposer] = [:]
        for language in profile.languages + profile.workingLanguages {
            composers[language] = PetitionComposer(
                profile: profile,
                phrases: Phrasebook(
                    wording: try office.wording(channel, language), states: states, institutions: institutions))
        }
        self.composers = composers
        var words: [LanguageTag: DeskWords] = [:]
        for language in languages {
            words[language] = try DeskWords(
                try Office(office.surroundings, language: language), channel: channel)
        }
        self.words = words
    }

    /// The words of a language, and those that stand beside them.
    func words(_ language: LanguageTag) -> (DeskWords, beside: DeskWords)? {
        let other: LanguageTag = language == .korean ? .english : .korean
        guard let words = self.words[language], let beside = self.words[other] else { return nil }
        return (words, beside)
    }

    /// Composes petitions in a language; nil when the profile has none of it.
    func composer(_ language: LanguageTag) -> PetitionComposer? { composers[language] }

    /// The languages in which a petition can be composed, those of the body first.
    var documentLanguages: [LanguageTag] { profile.languages + profile.workingLanguages }

    /// The States of lists in a language.
    func stateOptions(_ language: LanguageTag) -> StateOptions {
        stateLists[language] ?? StateOptions(states, language)
    }
}
