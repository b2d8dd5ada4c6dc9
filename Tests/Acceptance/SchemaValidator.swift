import Foundation

/// The schema of Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018), applied by xmllint.
enum SchemaValidator {
    /// - Parameter files: XML files.
    /// - Returns: What the schema holds against them; nothing when all are valid.
    /// - Throws: ``Failure``
    static func complaints(about files: [URL]) async throws -> [Complaint] {
        let xmllint = try Validators.tool("xmllint")
        let schema = try Validators.file("akomantoso30.xsd")
        _ = try Validators.file("xml.xsd")
        let ending = try await ChildProcess.run(
            xmllint, ["--nonet", "--noout", "--schema", schema.filePath] + files.map { $0.filePath })
        let verdict = " validates"
        let lines = ending.errors.split(separator: "\n").map(String.init)
        let faults = lines.filter { !$0.hasSuffix(verdict) }
        // 0: all valid; 1: not well-formed; 3 and 4: not valid. Anything else tells nothing about the files.
        switch ending.status {
        case 0 where lines.count - faults.count == files.count: return []
        case 1, 3, 4: return faults.map { Complaint(file: "xmllint", message: $0) }
        default: throw Failure.noJudgement("xmllint", ending.errors)
        }
    }
}
