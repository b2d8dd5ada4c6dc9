import ArgumentParser
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

extension Office {
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
