import DossierModel

/// The ids that records of another house get here: by the source, and by what the source calls them, so that they are known again.
struct ExchangeIDs {
    let source: String

    func text(_ kind: RecordKind, _ outside: String) -> String {
        "\(kind.rawValue)-\(source)-\(RowKey.text([outside.isEmpty ? "-" : outside]))"
    }
}
