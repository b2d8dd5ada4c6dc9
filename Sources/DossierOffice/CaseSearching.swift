package import DossierDisclosure
package import DossierLibrary
import DossierMatching
package import DossierModel
package import DossierNames
package import DossierSearch

/// Looks for records by names, words, dates and places, and tells why each was found.
package struct CaseSearching: Sendable {
    private let reader: NameReader
    private let matching: SearchMatching

    package init(_ tables: NameTables) {
        reader = NameReader(tables)
        matching = SearchMatching(tables)
    }

    /// How many records are looked up for one term among several. A term that more records hold is held against those that the others
    /// give.
    private static let lookedUp = 1_000

    package struct Order: Sendable {
        /// Nil: of all kinds.
        package var kinds: Set<RecordKind>?
        /// Nil: staff of the house, who may see everything; else what the edition for this audience still tells.
        package var audience: Audience?
        package var day: Day
        package var limit: Int
        /// Whether records that people have judged to be one person are one hit.
        package var joinsSame: Bool

        package init(
            kinds: Set<RecordKind>? = nil, audience: Audience? = nil, day: Day, limit: Int, joinsSame: Bool = true
        ) {
            self.joinsSame = joinsSame
            self.kinds = kinds
            self.audience = audience
            self.day = day
            self.limit = limit
        }
    }

    /// A case, or a record that belongs to none, about which all terms were found.
    package struct Hit: Sendable {
        package var caseID: RecordID?
        /// The record in which the first term was found.
        package var record: Record
        package var person: Record?
        package var reasons: [Found]
        package var score: Double
        /// Others whom people have judged to be the same person.
        package var alsoTold: [RecordID] = []
    }

    /// One term with the record in which it was found, and why.
    package struct Found: Sendable {
        package var record: RecordID
        package var reason: SearchMatching.Reason
    }

    package struct Result: Sendable {
        package var hits: [Hit]
        /// Whether there are more than were looked at.
        package var hasMore: Bool
    }

    /// Brings the index up to date, where the library may be written.
    package func index(_ library: Library, anew: Bool = false, progress: ((Int, Int) -> Void)? = nil) throws {
        try library.index(with: reader, anew: anew, progress: progress)
    }

    package func search(_ text: String, in library: Library, _ order: Order) throws -> Result {
        let query = SearchQuery(text, reader)
        var result = Result(hits: [], hasMore: false)
        var seen: [RecordID: Int] = [:]
        var isAnswered = false
        for terms in query.readings {
            // What was found as one name or date is not looked for word by word.
            if isAnswered { break }
            let found = try search(terms, in: library, order)
            result.hasMore = result.hasMore || found.hasMore
            isAnswered = terms.count == 1 && !found.hits.isEmpty
            for hit in found.hits {
                let key = hit.caseID ?? hit.record.id
                if let place = seen[key] {
                    if hit.score > result.hits[place].score { result.hits[place] = hit }
                } else {
                    seen[key] = result.hits.count
                    result.hits.append(hit)
                }
            }
        }
        result.hits.sort { ($1.score, $0.record.id) < ($0.score, $1.record.id) }
        if order.joinsSame { result.hits = try together(result.hits, in: library) }
        if result.hits.count > order.limit {
            result.hasMore = true
            result.hits = Array(result.hits.prefix(order.limit))
        }
        return result
    }

    /// Those of one person, by what people have judged, as one hit.
    private func together(_ hits: [Hit], in library: Library) throws -> [Hit] {
        let judgements = Judgements(try library.judgements())
        guard !judgements.groups.isEmpty else { return hits }
        var kept: [Hit] = []
        var places: [RecordID: Int] = [:]
        for hit in hits {
            let group = hit.person.map { judgements.same(as: $0.id) } ?? []
            if let first = group.first, group.count > 1 {
                if places[first] != nil { continue }
                places[first] = kept.count
                var one = hit
                one.alsoTold = group.filter { $0 != hit.person?.id }
                kept.append(one)
            } else {
                kept.append(hit)
            }
        }
        return kept
    }

    // MARK: One way to understand the query

    private func search(_ terms: [SearchTerm], in library: Library, _ order: Order) throws -> Result {
        // Some more than are shown: what the index gives is held against the records, and not all of it stands.
        let looked = order.limit * 3
        let most = terms.count == 1 ? looked + 1 : Self.lookedUp
        var lookups = try terms.map { ($0, try library.candidates(for: $0, matching, limit: most)) }
        // The term that the fewest hold leads; every other has to hold of the same case.
        lookups.sort { ($0.1.hasMore ? 1 : 0, $0.1.ids.count) < ($1.1.hasMore ? 1 : 0, $1.1.ids.count) }
        guard let (_, leading) = lookups.first else { return Result(hits: [], hasMore: false) }
        if terms.count == 1 { return try search(terms, leading, in: library, order) }
        var units = try self.units(of: leading.ids, in: library)
        for (term, other) in lookups.dropFirst() where !units.isEmpty {
            if other.hasMore {
                guard let holding = try library.cases(units.compactMap(\.caseID), holdingDateOf: term) else { continue }
                units = units.filter { unit in unit.caseID.map { holding.contains($0) } ?? true }
            } else {
                let others = Set(try self.units(of: other.ids, in: library).map(\.key))
                units = units.filter { others.contains($0.key) }
            }
        }
        var result = Result(hits: [], hasMore: leading.hasMore || units.count > looked)
        for start in stride(from: 0, to: min(units.count, looked), by: order.limit) {
            let part = Array(units[start..<min(start + order.limit, units.count)])
            result.hits += try hits(part, terms, in: library, order)
            if result.hits.count >= order.limit {
                result.hasMore = result.hasMore || start + order.limit < units.count
                break
            }
        }
        return result
    }

    /// One term alone: what the index gives is looked at from the likeliest on, until there are hits enough.
    private func search(
        _ terms: [SearchTerm], _ found: Library.Candidates, in library: Library, _ order: Order
    ) throws -> Result {
        var result = Result(hits: [], hasMore: found.hasMore)
        var seen: Set<RecordID> = []
        let step = min(max(order.limit + order.limit / 2, 8), 400)
        for start in stride(from: 0, to: found.ids.count, by: step) {
            let end = min(start + step, found.ids.count)
            let units = try self.units(of: Array(found.ids[start..<end]), in: library).filter {
                seen.insert($0.key).inserted
            }
            result.hits += try hits(units, terms, in: library, order)
            if result.hits.count >= order.limit {
                result.hasMore = result.hasMore || end < found.ids.count
                break
            }
        }
        return result
    }

    /// Those of some units about which all terms hold.
    private func hits(_ units: [Unit], _ terms: [SearchTerm], in library: Library, _ order: Order) throws -> [Hit] {
        guard order.audience == nil else {
            return try zip(units, folders(units, in: library, order)).compactMap { unit, told in
                told.flatMap { hit(unit, $0, terms, order) }
            }
        }
        // Person, case and incident tell most; the rest of a case is read only where they do not suffice.
        let heads = try heads(units, in: library)
        var found: [RecordID: Hit] = [:]
        for (unit, told) in zip(units, heads) {
            if let told, let hit = hit(unit, told, terms, order) { found[unit.key] = hit }
        }
        let left = terms.count == 1 ? [] : units.filter { found[$0.key] == nil }
        for (unit, told) in zip(left, try folders(left, in: library, order)) {
            if let told, let hit = hit(unit, told, terms, order) { found[unit.key] = hit }
        }
        return units.compactMap { found[$0.key] }
    }

    /// What is found as one: a case with everything in it, or a record that belongs to none.
    private struct Unit {
        var key: RecordID
        var caseID: RecordID?
        /// The record that the index gave.
        var record: RecordID
    }

    private func units(of ids: [RecordID], in library: Library) throws -> [Unit] {
        var units: [Unit] = []
        var seen: Set<RecordID> = []
        for start in stride(from: 0, to: ids.count, by: 400) {
            let part = Array(ids[start..<min(start + 400, ids.count)])
            let cases = try library.cases(aboutEach: part)
            for id in part {
                // A case is found as itself, and not as one that another is linked to.
                let own = cases[id]?.contains(id) == true ? [id] : cases[id] ?? []
                for caseID in own where seen.insert(caseID).inserted {
                    units.append(Unit(key: caseID, caseID: caseID, record: id))
                }
                if cases[id] == nil, seen.insert(id).inserted { units.append(Unit(key: id, caseID: nil, record: id)) }
            }
        }
        return units
    }

    private struct Told {
        var records: [Record]
        var person: Record?
    }

    /// The record that was found, with person, case and incident.
    private func heads(_ units: [Unit], in library: Library) throws -> [Told?] {
        let heads = Dictionary(
            try library.heads(ofCases: units.compactMap(\.caseID)).map { ($0.caseRecord.id, $0) }
        ) { first, _ in first }
        return try units.map { unit in
            let head = unit.caseID.flatMap { heads[$0] }
            let own = [head?.person, head?.caseRecord, head?.incident].compactMap(\.self)
            if own.contains(where: { $0.id == unit.record }) { return Told(records: own, person: head?.person) }
            guard let record = try library.record(unit.record) else { return nil }
            return Told(records: own + [record], person: head?.person ?? (record.kind == .person ? record : nil))
        }
    }

    /// Everything that a case tells, or that its edition for the audience does.
    private func folders(_ units: [Unit], in library: Library, _ order: Order) throws -> [Told?] {
        let folders = Dictionary(
            try library.folders(ofCases: units.compactMap(\.caseID)).map { ($0.caseRecord.id, $0) }
        ) { first, _ in first }
        return try units.map { unit in
            guard let caseID = unit.caseID else {
                // What belongs to no case has no edition, and is nobody's to see but the house's.
                guard order.audience == nil, let record = try library.record(unit.record) else { return nil }
                return Told(records: [record], person: record.kind == .person ? record : nil)
            }
            guard var folder = folders[caseID] else { return nil }
            if let audience = order.audience {
                let edition = Discloser(audience: audience, on: order.day).edition(of: folder)
                guard !edition.isEmpty else { return nil }
                folder = edition.folder
            }
            return Told(records: folder.told, person: folder.person)
        }
    }

    private func hit(_ unit: Unit, _ told: Told, _ terms: [SearchTerm], _ order: Order) -> Hit? {
        let pieces = told.records.map { record in
            let all = SearchPiece.pieces(of: record)
            // An edition has no more than its level, but says so once more.
            return (record, order.audience.map { audience in all.filter { $0.level <= audience.ceiling } } ?? all)
        }
        var found: [Found] = []
        var first: Record?
        for term in terms {
            var best: (Record, SearchMatching.Reason)?
            for (record, own) in pieces where order.kinds?.contains(record.kind) ?? true {
                var reason = matching.reason(term, in: own)
                if term.id == record.id, let piece = own.first {
                    reason = .init(field: piece.field, level: piece.level, kind: .itself, score: 1)
                }
                guard let reason else { continue }
                if reason.score > best?.1.score ?? 0 { best = (record, reason) }
            }
            guard let best else { return nil }
            first = first ?? best.0
            found.append(Found(record: best.0.id, reason: best.1))
        }
        guard let first else { return nil }
        let score = found.map(\.reason.score).reduce(0, +) / Double(found.count)
        return Hit(caseID: unit.caseID, record: first, person: told.person, reasons: found, score: score)
    }
}

extension CaseFolder {
    /// Every record of the case, that of the person first.
    fileprivate var told: [Record] {
        let own = [person, caseRecord, incident].compactMap(\.self)
        return own + earlierIncidents + others.values.sorted { $0.id < $1.id } + evidence.records + consents
    }
}
