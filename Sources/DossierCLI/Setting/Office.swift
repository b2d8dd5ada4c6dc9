import ArgumentParser
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierModel
import DossierNames
import DossierProfiles
import Foundation

/// Where the parts are put together: templates, wording, profile and library of one run.
struct Office: Sendable {
    let surroundings: Surroundings
    let templates: TemplateFiles
    /// The words of messages.
    let messages: Wording

    init(_ surroundings: Surroundings, language: LanguageTag? = nil) throws {
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

    func profile(_ channel: String) throws -> Profile {
        // Reports are no cases, and have commands of their own.
        guard channel != "upr" else { throw Refusal(.usage, "reportChannel") }
        let name = "\(channel)/profile.yaml"
        guard channel.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
            FileManager.default.fileExists(atPath: "\(templates.folder)/\(name)")
        else { throw Refusal(.usage, "noProfile", ["channel": channel]) }
        return try ProfileReader.profile(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }

    /// The words of documents and checks of a channel in a language.
    func wording(_ channel: String, _ language: LanguageTag) throws -> Wording {
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
    func fieldWording() throws -> Wording {
        Wording(
            language: messages.language,
            nodes: [try templates.document("catalogue/fields.\(messages.language).yaml")])
    }

    /// The findings of the Commission of Inquiry to which claims are linked.
    func findings() throws -> FindingCatalogue {
        try FindingCatalogue(
            from: try templates.document("coi/catalogue.yaml"), file: "\(templates.folder)/coi/catalogue.yaml")
    }

    /// The words of evidence files and of the findings.
    func evidenceWording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "coi/findings", "coi/wording"]
                .map {
                    try templates.document("\($0).\(language).yaml")
                })
    }

    /// How Hangul is spelt in Latin letters.
    func romanisation() throws -> RomanisationTables {
        let name = "names/romanisation.yaml"
        return try RomanisationTables(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }

    /// The words of packages, and those that their cover sheets share with documents.
    func packageWording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "package/wording"].map {
                try templates.document("\($0).\(language).yaml")
            })
    }

    func states() throws -> States { States(try templates.document("states.yaml")) }

    func institutions() throws -> Institutions { Institutions(try templates.document("institutions.yaml")) }

    /// Where the library is: as the option says, else the environment, else the default.
    func libraryPath(_ option: String?) -> String {
        option ?? surroundings.environment["DOSSIER_LIBRARY"] ?? "Cases/library"
    }

    func library(_ option: String?, readOnly: Bool = false) throws -> Library {
        try Library.open(at: libraryPath(option), readOnly: readOnly)
    }

    /// Runs a command's work; a refusal is told on standard error and becomes the exit status.
    static func run(language: String? = nil, _ work: (Office) async throws -> Void) async throws {
        let surroundings = Surroundings.here()
        let tag = try language.map { text in
            guard let tag = LanguageTag(text), [.english, .korean].contains(tag) else {
                throw ValidationError("--lang takes en or ko here.")
            }
            return tag
        }
        do {
            try await work(try Office(surroundings, language: tag))
        } catch {
            guard let refusal = Refusal(any: error) else { throw error }
            // Without templates there are no words; the key still says what is wrong.
            let office = try? Office(surroundings, language: tag)
            let text =
                office?.messages.filled("refusals.\(refusal.key)", refusal.arguments)
                ?? "No templates were found. Run dossier in its folder, or set DOSSIER_TEMPLATES."
            FileHandle.standardError.write(Data("dossier: \(text)\n".utf8))
            throw ExitCode(refusal.status.rawValue)
        }
    }
}
