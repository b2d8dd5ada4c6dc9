import DossierModel

/// Each claim about the case points to something that is there, more than hearsay, and weighed where it is contradicted.
struct ClaimsSupportedJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        let evidence = hearing.folder.evidence
        return evidence.claims.flatMap { claim -> [Shortfall] in
            let basis = ClaimBasis(claim.supports(in: evidence))
            return lost(basis, claim, hearing) + footing(basis, claim, hearing) + weighing(basis, claim, hearing)
        }
    }

    private func lost(_ basis: ClaimBasis, _ claim: Record, _ hearing: Hearing) -> [Shortfall] {
        basis.losses.map { loss in
            var arguments = [
                "claim": claim.id.text, "number": String(loss.number), "testimony": loss.testimony.text,
            ]
            arguments["to"] = loss.movedTo.map(String.init)
            return hearing.shortfall(
                at: ClaimFields.support.definition, of: claim, variant: loss.movedTo == nil ? "lost" : "moved",
                arguments)
        }
    }

    private func footing(_ basis: ClaimBasis, _ claim: Record, _ hearing: Hearing) -> [Shortfall] {
        let variant: String? =
            switch basis.footing {
            case .unsupported: basis.losses.isEmpty ? "unsupported" : nil
            case .hearsay: "hearsay"
            case .oneSource, .corroborated: nil
            }
        return variant.map {
            [hearing.shortfall(at: ClaimFields.support.definition, of: claim, variant: $0, ["claim": claim.id.text])]
        } ?? []
    }

    private func weighing(_ basis: ClaimBasis, _ claim: Record, _ hearing: Hearing) -> [Shortfall] {
        guard basis.isContradicted,
            claim[ClaimFields.status].value == nil || claim[ClaimFields.statusReasons].value == nil
        else { return [] }
        return [
            hearing.shortfall(
                at: ClaimFields.status.definition, of: claim, variant: "contradicted", ["claim": claim.id.text])
        ]
    }
}
