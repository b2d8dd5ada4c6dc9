import DossierModel
public import DossierXML
import Foundation

/// Reads editions in XML (docs/edition-xml.md), as another house that works with Dossier sends them.
public struct EditionXMLReader {
    private let schema: XMLSchema
    private let ids: ExchangeIDs
    private var reading = ExchangeReading()
    private var places: [RecordID: Int] = [:]

    private static let largest = 64 << 20

    /// `source` names the records, of a-z, 0-9 and -; `schema` is that of editions.
    public init(source: String, schema: XMLSchema) {
        self.schema = schema
        ids = ExchangeIDs(source: source)
    }

    /// The records of all files. What one of them has wrong is told beside what the others have.
    public static func read(_ paths: [String], source: String, schema: XMLSchema) -> ExchangeReading {
        var reader = EditionXMLReader(source: source, schema: schema)
        var documents: [(path: String, root: XMLElement)] = []
        for path in paths {
            if let root = reader.document(path) { documents.append((path, root)) }
        }
        // A reference may lead into another file: all numbers are known before the first record is made.
        let numbers = documents.map { EditionXMLNodes.kinds(in: $0.root) }
            .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
        for (path, root) in documents { reader.take(root, path, numbers) }
        return reader.reading
    }

    private mutating func document(_ path: String) -> XMLElement? {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
            size <= Self.largest, let data = FileManager.default.contents(atPath: path)
        else {
            let isLarge = FileManager.default.isReadableFile(atPath: path)
            reading.findings.append(
                RecordFinding(rule: isLarge ? .fileTooLarge : .unreadableFile, file: path, line: 0))
            return nil
        }
        let limits = XMLLimits(bytes: Self.largest)
        do {
            let verdict = try schema.verdict(on: Array(data), limits: limits)
            for fault in verdict.faults {
                reading.findings.append(
                    RecordFinding(rule: .notInSchema, file: path, line: fault.line, value: fault.message))
            }
            return verdict.isValid ? try SafeXMLParser.parse(Array(data), limits: limits) : nil
        } catch {
            for fault in error.faults {
                reading.findings.append(
                    RecordFinding(rule: .syntax, file: path, line: fault.line, value: fault.detail))
            }
            return nil
        }
    }

    private mutating func take(_ root: XMLElement, _ path: String, _ numbers: [String: RecordKind]) {
        var nodes = EditionXMLNodes(channel: root.attribute("channel") ?? "", numbers: numbers, ids: ids)
        for element in EditionXMLNodes.records(of: root) {
            var reader = RecordReader(file: path, inspectText: { TextInspection.rule(for: $0) })
            let record = reader.record(from: nodes.record(element).normalised())
            reading.findings += reader.findings
            if let record, reader.findings.isEmpty { reading.add(record, &places) }
        }
        for (field, count) in nodes.leadElsewhere {
            reading.notices[.leadsElsewhere(field: field), default: 0] += count
        }
    }
}
