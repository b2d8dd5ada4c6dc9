public import DossierModel

/// Finding by case by claim, with what each rests on: for staff, who see everything.
public struct FindingMatrix: Sendable, Hashable {
    /// One claim under one finding.
    public struct Line: Sendable, Hashable {
        public var finding: String
        public var caseID: RecordID
        public var claim: Record
        public var standing: ClaimStanding
        /// What it points to, in its order.
        public var points: [Point]
    }

    /// A paragraph of an account, or pages of an exhibit, with its two grades.
    public struct Point: Sendable, Hashable {
        public var record: RecordID
        /// “¶ 3”, or the pages; empty for an exhibit as a whole.
        public var place: String
        public var stance: Support.Stance
        public var grades: EvidenceGrades
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
                        points: supports.compactMap(Point.init)))
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

extension FindingMatrix.Point {
    /// Nil when the support points to nothing that is at hand.
    init?(_ support: Support) {
        guard let record = support.record, let grades = support.grades else { return nil }
        let place =
            switch support.source {
            case .paragraph(_, _, let number): "¶ \(number)"
            case .exhibit(_, let pages): pages ?? ""
            case .undisclosed, .lost: ""
            }
        self.init(record: record.id, place: place, stance: support.stance, grades: grades)
    }

    /// The record with the place in it.
    public var label: String { place.isEmpty ? record.text : "\(record) \(place)" }
}
