public import DossierModel
import Foundation

/// Reads the YAML files of the Templates folder, which staff may edit.
public struct TemplateFiles: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Why a template file cannot be used.
    public struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
        public var path: String
        public var problems: [String]
        public var description: String { problems.map { "\(path): \($0)" }.joined(separator: "\n") }
    }

    /// The one document of a file.
    /// - Throws: ``Unusable``
    public func document(_ name: String) throws(Unusable) -> PlainNode {
        let path = "\(folder)/\(name)"
        switch CaseFileReader.bytes(of: path) {
        case .failure: throw Unusable(path: path, problems: ["cannot be read"])
        case .success(let bytes):
            let yaml = YAMLDocuments(bytes, file: path)
            guard yaml.findings.isEmpty else {
                throw Unusable(
                    path: path, problems: yaml.findings.map { "line \($0.line): \($0.rule.rawValue) \($0.value)" })
            }
            guard yaml.documents.count == 1 else { throw Unusable(path: path, problems: ["holds not one document"]) }
            return yaml.documents[0]
        }
    }

    /// A text file as it is.
    /// - Throws: ``Unusable``
    public func text(_ name: String) throws(Unusable) -> String {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw Unusable(path: path, problems: ["cannot be read as UTF-8"]) }
        return text
    }

    /// The names of the files in a folder of templates, in order.
    /// - Throws: ``Unusable``
    public func names(in name: String) throws(Unusable) -> [String] {
        let path = "\(folder)/\(name)"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Unusable(path: path, problems: ["cannot be read"])
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
