public import DossierModel
import Foundation

/// Reads case files: files as they are named, folders with all the `.yaml` files below them.
public struct CaseFileReader: Sendable {
    /// Bring text into form NFC instead of refusing what is not in it.
    public var normalises: Bool

    public init(normalises: Bool = false) { self.normalises = normalises }

    /// What was read, and everything that could not be.
    public struct Reading: Sendable {
        public var records: [Record] = []
        public var findings: [RecordFinding] = []
        public var files = 0
    }

    public func read(paths: [String]) -> Reading {
        var reading = Reading()
        for path in paths.flatMap(files(at:)) {
            switch Self.bytes(of: path) {
            case .success(let bytes): merge(read(bytes, file: path), into: &reading)
            case .failure(let finding): reading.findings.append(finding)
            }
            reading.files += 1
        }
        return reading
    }

    /// The records of one file's bytes.
    public func read(_ bytes: [UInt8], file: String) -> Reading {
        let yaml = YAMLDocuments(bytes, file: file)
        var reader = RecordReader(file: file, inspectText: TextInspection.rule)
        let records = yaml.documents.compactMap { reader.record(from: normalises ? $0.normalised() : $0) }
        var reading = Reading(records: records, findings: yaml.findings + reader.findings, files: 1)
        if yaml.documents.isEmpty, reading.findings.isEmpty {
            reading.findings.append(RecordFinding(rule: .noRecords, file: file, line: 0))
        }
        return reading
    }

    private func merge(_ part: Reading, into whole: inout Reading) {
        whole.records += part.records
        whole.findings += part.findings
    }

    private func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return below.filter { name in
            (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
                && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    /// A file's bytes, one more than the limit at most: what is too large is refused without being read.
    public static func bytes(of path: String) -> Result<[UInt8], RecordFinding> {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return .failure(RecordFinding(rule: .unreadableFile, file: path, line: 0))
        }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: YAMLDocuments.sizeLimit + 1) ?? Data()
            return .success(Array(data))
        } catch {
            return .failure(RecordFinding(rule: .unreadableFile, file: path, line: 0))
        }
    }
}
