import DossierIntake
package import DossierLibrary
package import DossierModel

/// Takes in records that a face puts together, through the same reader as a case file, so that the same rules hold.
package struct RecordTaking {
    /// Why records were not taken in.
    package struct Unfit: Error {
        package var findings: [RecordFinding]
    }

    private let library: Library

    package init(library: Library) { self.library = library }

    /// The records as they may be saved.
    /// - Throws: ``Unfit`` with everything that cannot be taken in.
    package func records(_ nodes: [(node: PlainNode, origin: Record.Origin?)]) throws -> [Record] {
        var reader = RecordReader(file: "", inspectText: TextInspection.rule)
        let records = nodes.compactMap { node, origin -> Record? in
            var record = reader.record(from: node)
            record?.origin = origin
            return record
        }
        let findings =
            reader.findings
            + (try ReferenceCheck.findings(in: records) { try library.standing(of: $0)?.kind })
        guard findings.isEmpty else { throw Unfit(findings: findings) }
        return try ClaimPrints.filled(records, from: library)
    }
}
