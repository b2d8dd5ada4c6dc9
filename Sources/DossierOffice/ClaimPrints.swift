package import DossierLibrary
package import DossierModel

/// Writes into claims what the paragraphs said that they point to, so that a reference notices later when its paragraph
/// has moved or been corrected.
package enum ClaimPrints {
    /// The records, their claims with prints. A print that the library holds for the same reference stays: a case file
    /// taken in again must not hide that a paragraph has changed since.
    package static func filled(_ records: [Record], from library: Library) throws -> [Record] {
        let accounts = Dictionary(records.filter { $0.kind == .testimony }.map { ($0.id, $0) }) { first, _ in first }
        return try records.map { record in
            guard record.kind == .claim, let items = record[ClaimFields.support].value else { return record }
            let before = try library.record(record.id)?[ClaimFields.support].value ?? []
            let filled = try items.map { item in
                guard item[SupportFields.print].value == nil, let id = item[SupportFields.testimony].value,
                    let number = item[SupportFields.paragraph].value
                else { return item }
                let kept = before.first {
                    $0[SupportFields.testimony].value == id && $0[SupportFields.paragraph].value == number
                }?[SupportFields.print].value
                let account = try accounts[id] ?? library.record(id)
                let print = kept ?? account?.paragraph(number).flatMap(ParagraphPrint.init)?.text
                var item = item
                item.entries[SupportFields.print.definition.name] = print.map {
                    Entry(answer: .given(Accounts(.line($0))))
                }
                return item
            }
            var record = record
            let name = ClaimFields.support.definition.name
            record.entries[name]?.answer = .given(Accounts(.items(filled)))
            return record
        }
    }
}
