import Crypto
import DossierFiles
package import DossierIntake
package import DossierLibrary
import DossierModel
import DossierNames
import DossierXML
import Foundation

/// The import of files that other programs wrote: editions in XML, or entities of FollowTheMoney.
package struct ExchangeImport: Sendable {
    package let reading: ExchangeReading
    /// For the library: where the records come from.
    package let list: ImportedList

    package enum Form: String, Sendable, CaseIterable {
        case editions, followTheMoney

        /// By the file's name; nil for other files.
        package init?(path: String) {
            let name = path.lowercased()
            if name.hasSuffix(".xml") {
                self = .editions
            } else if [".ftm.json", ".ijson", ".jsonl"].contains(where: name.hasSuffix) {
                self = .followTheMoney
            } else {
                return nil
            }
        }
    }

    /// Reads files of one form; `source` names their records, of a-z, 0-9 and -.
    package init(_ paths: [String], form: Form, source: String, office: Office) throws {
        switch form {
        case .editions:
            let schema = try XMLSchema(Array(try office.templates.text("record/edition-1.0.xsd").utf8))
            reading = EditionXMLReader.read(paths, source: source, schema: schema)
        case .followTheMoney:
            let division = NameDivision(try office.nameTables())
            let states = try office.countryCodes().compactMap { long, short in StateCode(long).map { (short, $0) } }
            let reader = FollowTheMoneyReader(
                source: source, states: Dictionary(states) { first, _ in first }, divide: { division.divided($0) })
            var all = ExchangeReading()
            var places: [RecordID: Int] = [:]
            for path in paths { all.add(reader.read(path), &places) }
            reading = all
        }
        var hash = SHA256()
        for path in paths { hash.update(data: FileManager.default.contents(atPath: path) ?? Data()) }
        list = ImportedList(source: source, file: hash.finalize().hexadecimal, mapping: "")
    }
}
