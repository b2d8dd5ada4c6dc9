import Crypto
import DossierFiles
package import DossierIntake
package import DossierLibrary
import DossierModel
import DossierNames
import Foundation

/// The import of one list by its mapping: what it holds, and everything that keeps it from being taken in.
package struct ListImport: Sendable {
    package let path: String
    package let table: Table
    package let mapping: TableMapping
    package let reading: TableReading
    /// For the library: where the records come from and how they were read.
    package let list: ImportedList

    /// Reads a list.
    ///
    /// `progress` is told how many rows have been read, and of how many, from any thread.
    /// - Throws: ``TableError``, ``TableMapping/Unusable``, and what reading templates throws.
    package init(
        _ path: String, _ mapping: TableMapping, mappingPath: String, office: Office,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws {
        self.path = path
        self.mapping = mapping
        let table = try mapping.table(at: path)
        self.table = table
        let problems = mapping.problems(with: table)
        guard problems.isEmpty else { throw TableMapping.Unusable(path: mappingPath, problems: problems) }
        let division = NameDivision(try office.nameTables())
        let all = table.rows.count
        let reader = RowReader(mapping, columns: table.columns, divide: { division.divided($0) })
        reading = TableReading(table, reader, progress: { done in progress?(done, all) })
        list = ImportedList(
            source: mapping.source, file: try Self.digest(of: path),
            mapping: CaseFileWriter.yaml(mapping.plain) ?? "")
    }

    private static func digest(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw TableError(.unreadable, path: path) }
        return SHA256.hash(data: data).hexadecimal
    }

    /// The mapping in a file.
    /// - Throws: ``TableMapping/Unusable``
    package static func mapping(at path: String) throws -> TableMapping {
        switch CaseFileReader.bytes(of: path) {
        case .failure: throw Refusal(.noInput, "mapping.unreadable", ["path": VisibleText.of(path)])
        case .success(let bytes): return try mapping(from: bytes, path: path)
        }
    }

    /// The mapping that a library has kept of the last import from a source.
    package static func mapping(from bytes: [UInt8], path: String) throws -> TableMapping {
        let yaml = YAMLDocuments(bytes, file: path)
        let faults = yaml.findings.map {
            TableMapping.Problem(rule: .syntax, line: $0.line, value: $0.value, expected: $0.rule.rawValue)
        }
        guard faults.isEmpty, yaml.documents.count == 1 else {
            throw TableMapping.Unusable(
                path: path,
                problems: faults.isEmpty ? [.init(rule: .syntax, line: 0, value: "", expected: "columns:")] : faults)
        }
        return try TableMapping(from: yaml.documents[0], path: path)
    }

    /// The one kept mapping, the columns of which are all in the table; nil when there is none or more than one.
    package static func keptMapping(for path: String, in library: Library) throws -> TableMapping? {
        let kept = try library.importMappings().compactMap {
            try? mapping(from: Array($0.mapping.utf8), path: $0.source)
        }
        let fitting = kept.filter { mapping in
            guard let table = try? mapping.table(at: path) else { return false }
            return mapping.problems(with: table).isEmpty
                && Set(table.columns.filter { !$0.isEmpty }) == Set(mapping.columns.map(\.name))
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

extension Office {
    /// What headings and cells of lists mean.
    package func columnWords() throws -> ColumnWords {
        let name = "intake/columns.yaml"
        return try ColumnWords(from: try templates.document(name), file: "\(templates.folder)/\(name)")
    }
}
