import DossierModel

/// The ids that records of another house get here: by the source, and by what the source calls them, so that they are known again.
struct ExchangeIDs {
    let source: String

    func text(_ kind: RecordKind, _ outside: String) -> String {
        // Ids here are in small letters: `P-1` and `p-1` are two records outside, and stay two.
        let key = RowKey.text([outside.isEmpty ? "-" : outside], isAlwaysHashed: outside != outside.lowercased())
        return "\(kind.rawValue)-\(source)-\(key)"
    }
}
