import DossierModel
import DossierOffice
import DossierTestSupport
import Foundation

@testable import DossierDesk

/// The house of the project's own templates.
enum TestHouse {
    static func house() throws -> DeskHouse { try made.get() }

    private static let made = Result {
        let surroundings = Surroundings(
            environment: ["DOSSIER_TEMPLATES": "\(ProjectFolder.path)/Templates"],
            now: Date(timeIntervalSince1970: 1_795_510_800), timeZone: .gmt, isTerminal: false, canAsk: false)
        return try DeskHouse(try Office(surroundings, language: .korean))
    }
}
