public import DossierModel

/// Finding by case by claim, with what each rests on: for staff, who see everything.
public struct FindingMatrix: Sendable, Hashable {
    /// One claim under one finding.
    public struct Line: Sendable, Hashable {
        public var finding: String
        public var caseID: RecordID
        public var claim: Record
        public var standing: ClaimStanding
        /// The grades of what it points to, in its order.
        public var grades: [EvidenceGrades]
        /// The accounts and exhibits that it points to.
        public var evidence: [RecordID]
    }

    /// In the order of the catalogue, then of the cases.
    public private(set) var lines: [Line] = []
    /// Codes that claims name and the catalogue does not have, with the claims.
    public private(set) var unknown: [String: [RecordID]] = [:]
    private let catalogue: FindingCatalogue

    public init(catalogue: FindingCatalogue) { self.catalogue = catalogue }

    /// Takes in the claims of a case.
    public mutating func add(_ folder: CaseFolder) {
        for claim in folder.evidence.claims {
            let codes = claim[ClaimFields.findings].value ?? []
            guard !codes.isEmpty else { continue }
            let supports = claim.supports(in: folder.evidence)
            let standing = ClaimStanding(of: claim, in: folder.evidence)
            for code in codes {
                guard catalogue[code] != nil else {
                    unknown[code, default: []].append(claim.id)
                    continue
                }
                lines.append(
                    Line(
                        finding: code, caseID: folder.caseRecord.id, claim: claim, standing: standing,
                        grades: supports.compactMap(\.grades), evidence: supports.compactMap { $0.record?.id }))
            }
        }
    }

    /// Takes in what was found in other cases.
    public mutating func add(_ other: FindingMatrix) {
        lines += other.lines
        unknown.merge(other.unknown, uniquingKeysWith: +)
    }

    /// The lines under one finding.
    public func lines(under finding: String) -> [Line] { lines.filter { $0.finding == finding } }
}
