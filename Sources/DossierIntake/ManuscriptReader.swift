public import DossierManuscripts
public import DossierMarkdown
public import DossierModel
import Foundation

/// Reads the folder of a manuscript: `report.yaml`, its tables beside it, the text in `*.md` and annexes in `annexes/*.md`,
/// each in the order of their names.
public enum ManuscriptReader {
    /// What was read, and everything that could not be.
    public struct Reading: Sendable {
        /// Nil when not even the report could be made out.
        public var manuscript: Manuscript?
        public var findings: [RecordFinding] = []
    }

    /// The most files of text, so that a folder named by mistake is not read to its end.
    static let fileLimit = 200

    public static func read(folder: String) -> Reading {
        var reading = Reading()
        guard let report = report(in: folder, &reading) else { return reading }
        var manuscript = Manuscript(report: report)
        manuscript.sections = files(in: folder, &reading)
        manuscript.annexes = files(in: "\(folder)/annexes", &reading)
        reading.manuscript = manuscript
        return reading
    }

    // MARK: The report

    private static func report(in folder: String, _ reading: inout Reading) -> Record? {
        let path = "\(folder)/report.yaml"
        guard let node = document(path, &reading) else { return nil }
        var reader = RecordReader(file: path, inspectText: TextInspection.rule)
        let record = reader.record(from: node)
        reading.findings += reader.findings
        guard var record else { return nil }
        guard record.kind == .report else {
            reading.findings.append(
                RecordFinding(
                    rule: .unknownKind, file: path, line: node.line, path: "record", value: record.kind.rawValue,
                    expected: RecordKind.report.rawValue))
            return nil
        }
        for (file, field) in [
            ("follow-up.yaml", ReportFields.followUp.definition), ("counts.yaml", ReportFields.counts.definition),
        ] {
            addTable("\(folder)/\(file)", field, to: &record, &reading)
        }
        return record
    }

    /// A list in a file of its own stands for the field of that name.
    private static func addTable(
        _ path: String, _ field: FieldDefinition, to record: inout Record, _ reading: inout Reading
    ) {
        guard FileManager.default.fileExists(atPath: path), let list = document(path, &reading) else { return }
        guard record.entries[field.name] == nil else {
            reading.findings.append(
                RecordFinding(rule: .repeatedKey, file: path, line: list.line, path: field.id, value: field.name))
            return
        }
        let whole = PlainNode(
            .map([
                .init("record", PlainNode(.scalar(RecordKind.report.rawValue))),
                .init("id", PlainNode(.scalar(record.id.text))),
                .init("language", PlainNode(.scalar(record.language.text))),
                .init(field.name, list, line: list.line),
            ]), line: list.line)
        var reader = RecordReader(file: path, inspectText: TextInspection.rule)
        let read = reader.record(from: whole)
        reading.findings += reader.findings
        if let entry = read?.entries[field.name] { record.entries[field.name] = entry }
    }

    private static func document(_ path: String, _ reading: inout Reading) -> PlainNode? {
        switch CaseFileReader.bytes(of: path) {
        case .failure(let finding):
            reading.findings.append(finding)
            return nil
        case .success(let bytes):
            let yaml = YAMLDocuments(bytes, file: path)
            reading.findings += yaml.findings
            if yaml.documents.isEmpty, yaml.findings.isEmpty {
                reading.findings.append(RecordFinding(rule: .noRecords, file: path, line: 0))
            }
            return yaml.documents.first
        }
    }

    // MARK: The text

    private static func files(in folder: String, _ reading: inout Reading) -> [Manuscript.File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let texts = names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") && !$0.hasPrefix("README") }.sorted()
        if texts.count > fileLimit {
            reading.findings.append(
                RecordFinding(rule: .fileTooLarge, file: folder, line: 0, expected: "\(fileLimit)"))
        }
        return texts.prefix(fileLimit).compactMap { file("\(folder)/\($0)", &reading) }
    }

    private static func file(_ path: String, _ reading: inout Reading) -> Manuscript.File? {
        switch CaseFileReader.bytes(of: path) {
        case .failure(let finding):
            reading.findings.append(finding)
            return nil
        case .success(let bytes):
            let read = text(of: bytes, file: path)
            reading.findings += read.findings
            return read.document.map { Manuscript.File(path: path, text: $0) }
        }
    }

    /// The text of one file's bytes, for whoever has them already.
    public static func text(
        of bytes: [UInt8], file: String
    ) -> (document: MarkdownDocument?, findings: [RecordFinding]) {
        guard bytes.count <= MarkdownLimits.fileSize else {
            return (
                nil, [RecordFinding(rule: .fileTooLarge, file: file, line: 0, expected: "\(MarkdownLimits.fileSize)")]
            )
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (nil, [RecordFinding(rule: .notUTF8, file: file, line: 0)])
        }
        // A carriage return is a line end of Windows and no control character here.
        let isFromWindows = bytes.contains(0x0D) || bytes.first == 0xEF
        let plain = isFromWindows ? text.replacing("\r\n", with: "\n").trimmingPrefix("\u{FEFF}") : text[...]
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
        let findings = lines.enumerated().compactMap { index, line in
            TextInspection.rule(for: String(line)).map {
                RecordFinding(rule: $0, file: file, line: index + 1, value: String(line))
            }
        }
        guard let document = try? MarkdownParser.document(String(plain)) else {
            return (nil, findings + [RecordFinding(rule: .fileTooLarge, file: file, line: 0)])
        }
        return (document, findings)
    }
}
