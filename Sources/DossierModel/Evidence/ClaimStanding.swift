/// How strongly a document may put a claim: its basis and the status that people have given it, together. The words of
/// documents follow from this and from nothing else, so that they cannot say more than the evidence bears.
public struct ClaimStanding: Sendable, Hashable {
    public let basis: ClaimBasis
    public let strength: Strength

    public enum Strength: String, Sendable, Hashable, CaseIterable {
        /// Reasonable grounds to believe: a reliable body of information, consistent with other material, on which a
        /// reasonable and ordinarily prudent person would believe it (A/HRC/25/63, paragraph 22).
        case reasonableGrounds
        /// Several independent sources, not yet graded and weighed to that standard.
        case corroborated
        case oneSource
        case hearsay
        /// Sources speak for and against, and nobody has settled it.
        case contested
        /// Staff hold it to be unlikely.
        case unlikely
        /// It rests on sources that may not be told of here.
        case undisclosed
        case unsupported
    }

    public init(of claim: Record, in evidence: Evidence) {
        basis = ClaimBasis(claim.supports(in: evidence))
        let status = claim[ClaimFields.status].value.flatMap(ClaimFields.Status.init) ?? .unknown
        let holds = status == .confirmed || status == .likely
        let isWeighed = !basis.isContradicted || claim[ClaimFields.statusReasons].value != nil
        strength =
            switch (status, basis.footing) {
            case (.unlikely, _): .unlikely
            case (_, .unsupported): basis.undisclosed > 0 ? .undisclosed : .unsupported
            case _ where basis.isContradicted && !(holds && isWeighed): .contested
            case (_, .hearsay): .hearsay
            case (_, .oneSource): .oneSource
            case (_, .corroborated): holds && basis.hasReliableSource ? .reasonableGrounds : .corroborated
            }
    }
}
