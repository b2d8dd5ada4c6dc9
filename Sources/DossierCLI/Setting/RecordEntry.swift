import DossierIntake
import DossierLibrary
import DossierModel
import DossierProfiles

/// Takes in records that commands put together, through the same reader as a case file, so that the same rules hold.
struct RecordEntry {
    let office: Office
    /// As the option names it.
    let library: String?

    func save(_ node: PlainNode, origin: Record.Origin? = nil, reason: String) throws {
        try save([(node, origin)], reason: reason)
    }

    /// All of them or none.
    /// - Throws: ``Refusal`` when something cannot be taken in; what that is has been told by then.
    func save(_ nodes: [(node: PlainNode, origin: Record.Origin?)], reason: String) throws {
        var reader = RecordReader(file: "", inspectText: TextInspection.rule)
        let records = nodes.compactMap { node, origin -> Record? in
            var record = reader.record(from: node)
            record?.origin = origin
            return record
        }
        let library = try office.library(library)
        let findings =
            reader.findings
            + (try ReferenceCheck.findings(in: records) { try library.standing(of: $0)?.kind })
        guard findings.isEmpty else {
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            FindingsFace(messages: office.messages, terminal: terminal).show(findings)
            throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
        }
        _ = try library.save(
            try ClaimPrints.filled(records, from: library), change: office.surroundings.change(reason))
        try library.close()
    }
}

/// Puts the plain tree of one record together, leaving out what was not given.
struct PlainRecord {
    private var pairs: [PlainNode.Pair]

    init(_ kind: RecordKind, id: RecordID, language: String? = nil) {
        pairs = []
        set("record", kind.rawValue)
        set("id", id.text)
        set("language", language)
    }

    /// What a record says already, to be changed in part.
    init(_ record: Record) { pairs = RecordPrinter.plain(record).pairs ?? [] }

    var node: PlainNode { PlainNode(.map(pairs)) }

    mutating func set(_ key: String, _ text: String?) { set(key, text.map { PlainNode(.scalar($0)) }) }

    mutating func set(_ key: String, list: [String]) {
        set(key, list.isEmpty ? nil : PlainNode(.list(list.map { PlainNode(.scalar($0)) })))
    }

    mutating func set(_ key: String, _ node: PlainNode?) {
        guard let node else { return }
        if let index = pairs.firstIndex(where: { $0.key == key }) {
            pairs[index].value = node
        } else {
            pairs.append(.init(key, node))
        }
    }

    /// Adds a member, given by keys and texts, to the end of a list.
    mutating func append(to key: String, _ members: [[(String, String)]]) {
        guard !members.isEmpty else { return }
        let new = members.map { member in
            PlainNode(.map(member.map { PlainNode.Pair($0.0, PlainNode(.scalar($0.1))) }))
        }
        guard case .list(let old)? = pairs.first(where: { $0.key == key })?.value.content else {
            return set(key, PlainNode(.list(new)))
        }
        set(key, PlainNode(.list(old + new)))
    }
}
