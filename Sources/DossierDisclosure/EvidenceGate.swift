import DossierModel

/// Says which accounts and exhibits of a case one audience may be told of.
///
/// Whoever told an account, or gave an exhibit, has allowed it: by a consent about that account or exhibit, and where
/// none has been asked for, by a consent about the person as a whole. What anybody can read needs none.
struct EvidenceGate {
    let folder: CaseFolder
    let audience: Audience
    let day: Day

    /// What opens an account or exhibit, with the fields that it leaves out; nil when it stays closed.
    func opening(of record: Record) -> Set<String>? {
        if record.kind == .exhibit, record[ExhibitFields.isPublic].value == "yes" { return [] }
        let scope = record.kind == .testimony ? ConsentFields.testimonies : ConsentFields.exhibits
        let own = folder.consents.filter { ($0[scope].value ?? []).contains(record.id) }
        let giver =
            record.kind == .testimony ? record[TestimonyFields.speaker].value : record[ExhibitFields.obtainedFrom].value
        let general = folder.consents.filter {
            !$0.isConsentToSourcesAlone && giver != nil && $0[ConsentFields.about].value == giver
        }
        // A consent about this very account speaks louder than one about the person, also when it has been withdrawn.
        let asked = own.isEmpty ? general : own
        let standing = asked.filter {
            $0.consentStands(on: day) && $0.consentCovers(audience.purpose, recipients: audience.recipients)
        }
        guard !standing.isEmpty else { return nil }
        return Set(standing.flatMap { $0[ConsentFields.exceptFields].value ?? [] })
    }

    /// A claim without what it may not point to, or points to no longer; of what is closed the stance alone remains, so
    /// that nobody takes the claim for unsupported.
    func claim(_ claim: Record, open: Set<RecordID>) -> (claim: Record, closed: Int) {
        guard let items = claim[ClaimFields.support].value else { return (claim, 0) }
        var closed = 0
        let kept = items.compactMap { item -> Item? in
            if case .lost = Support(item, in: folder.evidence).source { return nil }
            guard let source = item[SupportFields.testimony].value ?? item[SupportFields.exhibit].value,
                !open.contains(source)
            else { return item }
            closed += 1
            var shell = Item(entries: Entries())
            let stance = item[SupportFields.stance].value ?? Support.Stance.supports.rawValue
            shell.entries[SupportFields.stance.definition.name] = Entry(answer: .given(Accounts(.choices([stance]))))
            return shell
        }
        var result = claim
        let name = ClaimFields.support.definition.name
        result.entries[name]?.answer = kept.isEmpty ? .notAsked : .given(Accounts(.items(kept)))
        if kept.isEmpty { result.entries[name] = nil }
        // The reasons speak of all the sources; where one is closed, they could tell what it said.
        if closed > 0 { result.entries[ClaimFields.statusReasons.definition.name] = nil }
        return (result, closed)
    }
}
