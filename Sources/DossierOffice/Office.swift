package import DossierIntake
package import DossierLibrary
package import DossierModel
package import DossierNames
package import DossierProfiles
import Foundation

/// Where the parts are put together: templates, wording, profile and library of one run.
package struct Office: Sendable {
    package let surroundings: Surroundings
    package let templates: TemplateFiles
    /// The words of messages.
    package let messages: Wording

    package init(_ surroundings: Surroundings, language: LanguageTag? = nil) throws {
        self.surroundings = surroundings
        templates = TemplateFiles(folder: try surroundings.templatesFolder())
        let language = language ?? surroundings.language
        messages = Wording(
            language: language,
            nodes: [
                try templates.document("messages/cli.\(language).yaml"),
                try templates.document("messages/findings.\(language).yaml"),
            ])
    }

    package func profile(_ channel: String) throws -> Profile {
        // Reports are no cases, and have commands of their own.
        guard channel != "upr" else { throw Refusal(.usage, "reportChannel") }
        let name = "\(channel)/profile.yaml"
        guard channel.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
            FileManager.default.fileExists(atPath: "\(templates.folder)/\(name)")
        else { throw Refusal(.usage, "noProfile", ["channel": channel]) }
        return try ProfileReader.profile(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }

    /// The words of documents and checks of a channel in a language.
    package func wording(_ channel: String, _ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: [
                try templates.document("catalogue/choices.\(language).yaml"),
                try templates.document("catalogue/answers.\(language).yaml"),
                try templates.document("catalogue/evidence.\(language).yaml"),
                try templates.document("\(channel)/wording.\(language).yaml"),
            ])
    }

    /// Labels and explanations of all fields, in the language of messages.
    package func fieldWording() throws -> Wording {
        Wording(
            language: messages.language,
            nodes: [try templates.document("catalogue/fields.\(messages.language).yaml")])
    }

    /// The findings of the Commission of Inquiry to which claims are linked.
    package func findings() throws -> FindingCatalogue {
        try FindingCatalogue(
            from: try templates.document("coi/catalogue.yaml"), file: "\(templates.folder)/coi/catalogue.yaml")
    }

    /// The words of evidence files and of the findings.
    package func evidenceWording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "coi/findings", "coi/wording"]
                .map {
                    try templates.document("\($0).\(language).yaml")
                })
    }

    /// How Hangul is spelt in Latin letters.
    package func romanisation() throws -> RomanisationTables {
        let name = "names/romanisation.yaml"
        return try RomanisationTables(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }

    /// How names are read and compared.
    package func nameTables() throws -> NameTables {
        let sounds = "names/sounds.yaml"
        return NameTables(
            romanisation: try romanisation(),
            sounds: try SoundTable(from: try templates.document(sounds), file: "\(templates.folder)/\(sounds)"),
            han: HanReadings(
                characters: try templates.text("names/han-readings.tsv"),
                names: try templates.text("names/japanese-names.tsv")))
    }

    /// The words of packages, and those that their cover sheets share with documents.
    package func packageWording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "package/wording"].map {
                try templates.document("\($0).\(language).yaml")
            })
    }

    package func states() throws -> States { States(try templates.document("states.yaml")) }

    package func institutions() throws -> Institutions { Institutions(try templates.document("institutions.yaml")) }

    /// Where the library is: as the option says, else the environment, else the default.
    package func libraryPath(_ option: String?) -> String {
        option ?? surroundings.environment["DOSSIER_LIBRARY"] ?? "Cases/library"
    }

    package func library(_ option: String?, readOnly: Bool = false) throws -> Library {
        try Library.open(at: libraryPath(option), readOnly: readOnly)
    }
}
