import DossierDocuments
import DossierLibrary
import DossierModel

/// The counts that a report places, as figures.
struct ReportFigures {
    let phrases: Phrasebook
    let day: Day

    func figures(of report: Record, placed: [String], _ library: Library) throws -> [String: Figure] { [:] }
}
