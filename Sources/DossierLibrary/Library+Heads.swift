public import DossierModel
import Foundation
import GRDB

extension Library {
    /// Hands out every case with the disappeared person and the incident alone, in the order of the cases' ids, some at a time.
    public func forEachHead(_ body: (CaseFolder) throws -> Void) throws {
        let ids = try ids(of: .case)
        for start in stride(from: 0, to: ids.count, by: 500) {
            for head in try heads(ofCases: Array(ids[start..<min(start + 500, ids.count)])) { try body(head) }
        }
    }
}
