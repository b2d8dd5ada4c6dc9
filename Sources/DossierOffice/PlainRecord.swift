package import DossierModel

/// Puts the plain tree of one record together, leaving out what was not given.
package struct PlainRecord {
    private var pairs: [PlainNode.Pair]

    package init(_ kind: RecordKind, id: RecordID, language: String? = nil) {
        pairs = []
        set("record", kind.rawValue)
        set("id", id.text)
        set("language", language)
    }

    /// What a record says already, to be changed in part.
    package init(_ record: Record) { pairs = RecordPrinter.plain(record).pairs ?? [] }

    package var node: PlainNode { PlainNode(.map(pairs)) }

    package mutating func set(_ key: String, _ text: String?) { set(key, text.map { PlainNode(.scalar($0)) }) }

    package mutating func set(_ key: String, list: [String]) {
        set(key, list.isEmpty ? nil : PlainNode(.list(list.map { PlainNode(.scalar($0)) })))
    }

    package mutating func set(_ key: String, _ node: PlainNode?) {
        guard let node else { return }
        if let index = pairs.firstIndex(where: { $0.key == key }) {
            pairs[index].value = node
        } else {
            pairs.append(.init(key, node))
        }
    }

    /// Adds a member, given by keys and texts, to the end of a list.
    package mutating func append(to key: String, _ members: [[(String, String)]]) {
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
