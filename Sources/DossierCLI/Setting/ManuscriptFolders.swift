import DossierIntake
import DossierManuscripts
import DossierModel
import DossierOffice
import Foundation

/// Where manuscripts are: a folder by its path, or by its name under `Cases/upr`.
enum ManuscriptFolders {
    static let home = "Cases/upr"

    /// - Throws: ``Refusal`` when there is none of that name.
    static func path(_ name: String) throws -> String {
        for candidate in [name, "\(home)/\(name)"]
        where FileManager.default.fileExists(atPath: "\(candidate)/report.yaml") {
            return candidate.hasSuffix("/") ? String(candidate.dropLast()) : candidate
        }
        throw Refusal(.noInput, "noManuscript", ["name": name])
    }

    /// All manuscripts in the folder that holds `path`, but itself: those that cannot be read are passed over here.
    static func beside(_ path: String) -> [Manuscript] {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted()
        let own = URL(fileURLWithPath: path).lastPathComponent
        return names.filter { $0 != own && FileManager.default.fileExists(atPath: "\(parent)/\($0)/report.yaml") }
            .prefix(200).compactMap { ManuscriptReader.read(folder: "\(parent)/\($0)").manuscript }
    }

    /// - Throws: ``Refusal`` after everything has been told that cannot be taken in.
    static func read(_ path: String, _ office: Office, isJSON: Bool) throws -> Manuscript {
        let reading = ManuscriptReader.read(folder: path)
        guard let manuscript = reading.manuscript, reading.findings.isEmpty else {
            let face = FindingsFace(
                messages: office.messages, terminal: Terminal(usesColour: office.surroundings.usesColour && !isJSON))
            if isJSON {
                try JSONFace.print(["findings": reading.findings.map(face.plain)])
            } else {
                face.show(reading.findings)
            }
            throw Refusal(.badInput, "badManuscript", ["path": path, "count": "\(reading.findings.count)"])
        }
        return manuscript
    }
}
