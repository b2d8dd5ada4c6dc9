public import DossierModel

/// Checks that the records of one import fit together, and with what the library holds.
public enum ReferenceCheck {
    /// Everything that does not fit. `known` gives the kind of a record that the library holds, nil when it holds none.
    public static func findings(
        in records: [Record], known: (RecordID) throws -> RecordKind?
    ) rethrows -> [RecordFinding] {
        var findings: [RecordFinding] = []
        var first: [RecordID: Record] = [:]
        for record in records {
            if let earlier = first[record.id] {
                findings.append(
                    finding(
                        .duplicateID, at: record, line: record.origin?.line, value: record.id.text,
                        expected: place(of: earlier)))
            } else {
                first[record.id] = record
            }
        }
        for record in records {
            for link in record.links {
                guard let kind = try first[link.target]?.kind ?? known(link.target) else {
                    findings.append(
                        finding(
                            .unknownReference, at: record, field: link.field, line: link.line,
                            value: link.target.text, expected: link.kind.rawValue))
                    continue
                }
                if kind != link.kind {
                    findings.append(
                        finding(
                            .wrongReferenceKind, at: record, field: link.field, line: link.line,
                            value: "\(link.target.text) (\(kind.rawValue))", expected: link.kind.rawValue))
                }
            }
        }
        return findings
    }

    private static func finding(
        _ rule: RecordFinding.Rule, at record: Record, field: FieldDefinition? = nil, line: Int?, value: String,
        expected: String
    ) -> RecordFinding {
        RecordFinding(
            rule: rule, file: record.origin?.file ?? "", line: line ?? 0, path: field?.id ?? record.kind.rawValue,
            value: value, expected: expected)
    }

    private static func place(of record: Record) -> String {
        record.origin.map { "\($0.file):\($0.line)" } ?? record.id.text
    }
}
