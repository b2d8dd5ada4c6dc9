public import DossierModel

/// Makes editions: consent by confidentiality by audience. There is no other way to one.
public struct Discloser: Sendable {
    public let audience: Audience
    /// The day on which consents must stand.
    public let day: Day

    public init(audience: Audience, on day: Day) {
        self.audience = audience
        self.day = day
    }

    /// The edition of a case. Without a standing consent about the disappeared person it is empty but for the ids.
    public func edition(of folder: CaseFolder) -> Edition {
        var redaction = Redaction(audience: audience)
        let subject = folder.caseRecord[CaseFields.person].value
        let grant = subject.map { self.grant(for: $0, in: folder) }
        guard let grant, grant.allows else { return redaction.empty(folder) }
        redaction.except = grant.exceptFields
        let named = namedOthers(in: folder)
        redaction.named = Set(named.keys)
        let unnamed = folder.others.values.filter { named[$0.id] == nil }.sorted { $0.id < $1.id }

        var result = folder
        result.consents = []
        result.caseRecord = redaction.redact(folder.caseRecord, nameForm: grant.nameForm)
        result.person = folder.person.map { redaction.redact($0, nameForm: grant.nameForm) }
        result.incident = folder.incident.map { redaction.redact($0, nameForm: grant.nameForm) }
        result.earlierIncidents = folder.earlierIncidents.map { redaction.redact($0, nameForm: grant.nameForm) }
        result.others = [:]
        let gate = EvidenceGate(folder: folder, audience: audience, day: day)
        let openings = Self.openings(gate)
        redaction.open = Set(openings.keys)
        result.evidence = Self.evidence(gate, openings, except: grant.exceptFields, &redaction)
        // Persons of connected cases are in the folder so that no text names them; the document speaks of none of them.
        let speakers = result.evidence.testimonies.values.compactMap { $0[TestimonyFields.speaker].value }
        let spokenOf = Set(folder.caseRecord.links.filter { $0.kind == .person }.map(\.target)).union(speakers)
        for person in folder.others.values.sorted(by: { $0.id < $1.id }) where spokenOf.contains(person.id) {
            guard let own = named[person.id] else {
                redaction.withholdAll(of: person, because: person.isPresumedInDanger ? .danger : .notNamed)
                continue
            }
            redaction.except = own.exceptFields
            result.others[person.id] = redaction.redact(person, nameForm: own.nameForm)
        }
        let hidden = unnamed + (grant.nameForm == .full ? [] : [folder.person].compactMap(\.self))
        let sweep = NameSweep(hiding: hidden)
        if !sweep.isEmpty { redaction.sweep(&result, with: sweep) }
        return redaction.edition(result, unnamed: hidden.map(\.id))
    }

    /// Whether an account or exhibit by itself may be told of, under `consents` about it and about whoever gave it.
    public func opens(_ source: Record, consents: [Record]) -> Bool {
        let level = source.confidentiality ?? .public
        let folder = CaseFolder(caseRecord: source, person: nil, incident: nil, consents: consents)
        return level <= audience.ceiling
            && EvidenceGate(folder: folder, audience: audience, day: day).opening(of: source) != nil
    }

    private static func openings(_ gate: EvidenceGate) -> [RecordID: Set<String>] {
        let evidence = gate.folder.evidence
        return evidence.testimonies.merging(evidence.exhibits) { first, _ in first }.compactMapValues(gate.opening)
    }

    private static func evidence(
        _ gate: EvidenceGate, _ openings: [RecordID: Set<String>], except: Set<String>, _ redaction: inout Redaction
    ) -> Evidence {
        var result = Evidence()
        for record in gate.folder.evidence.records where record.kind != .claim {
            guard let left = openings[record.id] else {
                redaction.withholdAll(of: record, because: .noConsent)
                continue
            }
            redaction.except = left
            let redacted = redaction.redact(record, nameForm: .full)
            if record.kind == .testimony {
                result.testimonies[record.id] = redacted
            } else {
                result.exhibits[record.id] = redacted
            }
        }
        redaction.except = except
        for claim in gate.folder.evidence.claims {
            let (opened, closed) = gate.claim(claim, open: Set(openings.keys))
            for _ in 0..<closed {
                redaction.withhold(ClaimFields.support.definition, of: claim.id, because: .noConsent)
            }
            if closed > 0, !claim[ClaimFields.statusReasons].isNotAsked {
                redaction.withhold(ClaimFields.statusReasons.definition, of: claim.id, because: .noConsent)
            }
            redaction.standings[claim.id] = ClaimStanding(of: opened, in: gate.folder.evidence)
            result.claims.append(redaction.redact(opened, nameForm: .full))
        }
        return result
    }

    private func grant(for person: RecordID, in folder: CaseFolder) -> Grant {
        Grant(consents: folder.consents, about: person, audience: audience, on: day)
    }

    /// The persons besides the disappeared one who may be named, each with what they allow.
    private func namedOthers(in folder: CaseFolder) -> [RecordID: Grant] {
        folder.others.compactMapValues { person in
            let own = grant(for: person.id, in: folder)
            guard own.allows, own.nameForm != .withheld else { return nil }
            if person.isPresumedInDanger, !own.despiteRisk { return nil }
            return own
        }
    }
}
