import DossierLibrary
import DossierModel
import Foundation

/// Work on many cases: those named, or the whole library in parts, one connection and one core a part.
struct CaseWork: Sendable {
    let path: String
    let ids: [String]

    /// Runs `body` on batches of cases; the results stand in the order of the cases.
    /// - Throws: ``Refusal`` when a named case is not there.
    func inParts<Result: Sendable>(_ body: @escaping @Sendable ([CaseFolder]) throws -> Result) async throws -> [Result]
    {
        if !ids.isEmpty { return [try body(try named())] }
        let count = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let path = path
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for part in 0..<count {
                group.addTask {
                    let library = try Library.open(at: path, readOnly: true)
                    var results: [Result] = []
                    try library.forEachBatch(part: (part, count)) { results.append(try body($0)) }
                    try library.close()
                    return (part, results)
                }
            }
            var parts: [Int: [Result]] = [:]
            for try await (part, results) in group { parts[part] = results }
            return (0..<count).flatMap { parts[$0] ?? [] }
        }
    }

    private func named() throws -> [CaseFolder] {
        let library = try Library.open(at: path, readOnly: true)
        let folders = try ids.map { text -> CaseFolder in
            guard let id = RecordID(text), let folder = try library.folder(ofCase: id) else {
                throw Refusal(.noInput, "noCase", ["id": text])
            }
            return folder
        }
        try library.close()
        return folders
    }
}
