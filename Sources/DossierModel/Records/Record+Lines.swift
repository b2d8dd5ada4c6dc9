extension Record {
    /// The same record, every entry of which was told on one line: a row of a table, which has no lines of its own.
    public func onLine(_ line: Int) -> Record {
        var record = self
        record.origin?.line = line
        record.entries = entries.onLine(line)
        return record
    }
}

extension Entries {
    fileprivate func onLine(_ line: Int) -> Entries {
        var entries = self
        for index in entries.list.indices {
            entries.list[index].entry.line = line
            guard case .given(let accounts) = entries.list[index].entry.answer,
                accounts.all.contains(where: { if case .items = $0.value { true } else { false } })
            else { continue }
            let moved = accounts.all.map { account -> Account<FieldValue> in
                guard case .items(let items) = account.value else { return account }
                let lined = items.map { item in
                    Item(entries: item.entries.onLine(line), confidentiality: item.confidentiality, line: line)
                }
                return Account(value: .items(lined), source: account.source, isPreferred: account.isPreferred)
            }
            entries.list[index].entry.answer = Accounts(moved).map { .given($0) } ?? entries.list[index].entry.answer
        }
        return entries
    }
}
