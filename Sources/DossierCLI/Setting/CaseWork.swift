import DossierLibrary
import DossierModel
import DossierOffice
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
        let stretches = try reading { try $0.stretches(ProcessInfo.processInfo.activeProcessorCount) }
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for (part, stretch) in stretches.enumerated() {
                group.addTask {
                    let results = try reading { library in
                        var results: [Result] = []
                        try library.forEachBatch(in: stretch) { results.append(try body($0)) }
                        return results
                    }
                    return (part, results)
                }
            }
            var parts: [Int: [Result]] = [:]
            for try await (part, results) in group { parts[part] = results }
            return stretches.indices.flatMap { parts[$0] ?? [] }
        }
    }

    private func named() throws -> [CaseFolder] {
        try reading { library in
            try ids.map { text -> CaseFolder in
                guard let id = RecordID(text), let folder = try library.folder(ofCase: id) else {
                    throw Refusal(.noInput, "noCase", ["id": text])
                }
                return folder
            }
        }
    }

    private func reading<Result>(_ body: (Library) throws -> Result) throws -> Result {
        let library = try Library.open(at: path, readOnly: true)
        let result = try body(library)
        try library.close()
        return result
    }
}
