import DossierModel

/// How an answer reads in one cell of a table: several accounts, values and wordings side by side, nothing chosen between them.
struct CellText {
    /// What a record is called outside the house.
    let numberOf: (RecordID) -> String

    /// Between the accounts of several sources.
    static let accounts = " | "
    /// Between the members of one value.
    static let members = "; "

    /// What was answered in place of a value; empty where nobody has asked, or nothing may be told.
    func text<Value>(_ answer: Answer<Value>, _ value: (Value) -> String) -> String {
        switch answer {
        case .given(let accounts):
            accounts.all.compactMap { account -> String? in
                let told = value(account.value)
                guard !told.isEmpty else { return nil }
                return account.source.map { "\(told) [\(text($0))]" } ?? told
            }.joined(separator: Self.accounts)
        case .unknown(let why): state("unknown", why)
        case .none(let why): state("none", why)
        case .refused(let why): state("refused", why)
        case .withheld(let why): state("withheld", why)
        case .notAsked: ""
        }
    }

    private func state(_ word: String, _ why: LocalizedText?) -> String {
        why.map { "(\(word): \(text($0)))" } ?? "(\(word))"
    }

    func text(_ value: FieldValue) -> String {
        switch value {
        case .line(let line): line
        case .text(let localized): text(localized)
        case .names(let names): names.map(text).joined(separator: Self.members)
        case .date(let statement): statement.date.edtf
        case .age(let age): "\(age.years) (\(age.counting.rawValue), \(age.at.edtf))"
        case .place(let place): text(place)
        case .choices(let codes): codes.joined(separator: Self.members)
        case .states(let states): states.map(\.text).joined(separator: Self.members)
        case .references(let ids): ids.map(numberOf).joined(separator: Self.members)
        case .number(let number): String(number)
        // Tables of their own.
        case .items: ""
        }
    }

    /// The original, then each translation on a line of its own with its language.
    func text(_ text: LocalizedText) -> String {
        let translations = text.translations.map { "[\($0.wording.language)] \($0.wording.text)" }
        return ([text.original.text] + translations).joined(separator: "\n")
    }

    func text(_ name: PersonName) -> String {
        name.kind == .primary ? name.joined : "\(name.joined) (\(name.kind.rawValue))"
    }

    private func text(_ place: Place) -> String {
        place.names.map { name in
            guard name.from != nil || name.until != nil else { return name.wording.text }
            return "\(name.wording.text) (\(name.from?.edtf ?? "")–\(name.until?.edtf ?? ""))"
        }.joined(separator: Self.members)
    }
}
