public import DossierModel

extension TableMapping {
    /// The mapping as the tree that ``init(from:path:)`` reads back to an equal one.
    public var plain: PlainNode {
        var pairs: [(String, PlainNode?)] = [("source", scalar(source))]
        if let title { pairs.append(("title", map(title.wordings.map { ($0.language.text, scalar($0.text)) }))) }
        pairs += [
            ("language", scalar(language.text)), ("encoding", encoding.map { scalar($0.rawValue) }),
            ("sheet", sheet.map(scalar)), ("headRow", headRow == 1 ? nil : scalar(String(headRow))),
            ("key", list(key)), ("unknown", list(unknown)), ("people", list(people)),
            ("unnamed", unnamed == .refuse ? nil : scalar(unnamed.rawValue)), ("incident", plainIncident),
        ]
        pairs += [("files", list(files)), ("parent", plainParent)]
        if !constants.isEmpty {
            pairs.append(("constants", map(constants.map { ($0.target.field.id, scalar($0.value)) })))
        }
        pairs.append(("columns", map(columns.map { ($0.name, plain($0)) })))
        return map(pairs)
    }

    private var plainIncident: PlainNode? {
        switch incident {
        case .perRow: nil
        case .shared(let columns): map([("shared", list(columns))])
        case .existing(let id): map([("existing", scalar(id.text))])
        }
    }

    private var plainParent: PlainNode? {
        parent.map { parent in
            let place: (String, PlainNode?) =
                switch parent.place {
                case .sheet(let name): ("sheet", scalar(name))
                case .file(let name): ("file", scalar(name))
                }
            return map([place, ("key", scalar(parent.key)), ("by", scalar(parent.by))])
        }
    }

    private func plain(_ column: Column) -> PlainNode {
        switch column.targets.count {
        case 0: scalar("ignore")
        case 1: plain(column.targets[0])
        default: PlainNode(.list(column.targets.map(plain)))
        }
    }

    private func plain(_ target: Target) -> PlainNode {
        let usual = Target(target.field, list: target.list)
        var pairs: [(String, PlainNode?)] = [("to", scalar(target.field.id))]
        if target.item != usual.item { pairs.append(("item", scalar(String(target.item)))) }
        if target.part != usual.part { pairs.append(("part", scalar(target.part.rawValue))) }
        if !target.name.isEmpty { pairs.append(("name", scalar(target.name))) }
        pairs.append(("script", target.script.map { scalar($0.rawValue) }))
        if target.kind != usual.kind { pairs.append(("kind", scalar(target.kind.rawValue))) }
        pairs.append(("system", target.system.map { scalar($0.rawValue) }))
        if target.format != usual.format { pairs.append(("format", scalar(target.format.rawValue))) }
        pairs.append(("calendar", target.calendar.map { scalar($0.rawValue) }))
        pairs.append(("century", target.century.map { scalar(String($0)) }))
        if target.counting != usual.counting { pairs.append(("counting", scalar(target.counting.rawValue))) }
        if !target.at.isEmpty { pairs.append(("at", scalar(target.at))) }
        pairs.append(("language", target.language.map { scalar($0.text) }))
        pairs.append(("state", target.state.map { scalar($0.text) }))
        if !target.values.isEmpty {
            pairs.append(("values", map(target.values.sorted { $0.key < $1.key }.map { ($0.key, scalar($0.value)) })))
        }
        if target.unread != usual.unread { pairs.append(("unread", scalar(target.unread.rawValue))) }
        return pairs.count { $0.1 != nil } == 1 ? scalar(target.field.id) : map(pairs)
    }

    private func scalar(_ text: String) -> PlainNode { PlainNode(.scalar(text)) }

    private func list(_ texts: [String]) -> PlainNode? {
        texts.isEmpty ? nil : PlainNode(.list(texts.map(scalar)))
    }

    private func map(_ pairs: [(String, PlainNode?)]) -> PlainNode {
        PlainNode(.map(pairs.compactMap { key, value in value.map { PlainNode.Pair(key, $0) } }))
    }
}
