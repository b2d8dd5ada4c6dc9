import DossierFiles
import DossierOffice
import Foundation

/// A file that somebody has a command make, and that never takes the place of another.
struct NewFile {
    let path: String

    /// Asked for before the work begins: nothing is done whose result could not be kept.
    /// - Throws: ``Refusal`` when something is there already.
    init(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Refusal(.cannotCreate, "exists", ["path": VisibleText.of(path)])
        }
        self.path = path
    }

    func write(_ text: String) throws { try FileWriting.write(Array(text.utf8), to: path) }
}
