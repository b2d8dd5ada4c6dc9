public import DossierModel

/// The names of States as the UN writes them, per language.
public struct States: Sendable {
    private let names: [StateCode: [String: String]]

    /// From the tree of `states.yaml`.
    public init(_ node: PlainNode) {
        var names: [StateCode: [String: String]] = [:]
        for pair in node["states"]?.pairs ?? [] {
            guard let code = StateCode(pair.key) else { continue }
            names[code] = Dictionary(
                (pair.value.pairs ?? []).compactMap { name in name.value.scalar.map { (name.key, $0) } }
            ) { first, _ in first }
        }
        self.names = names
    }

    public func contains(_ code: StateCode) -> Bool { names[code] != nil }

    /// The name in a language; the code itself where the table has none.
    public func name(of code: StateCode, in language: LanguageTag) -> String {
        names[code]?[language.language] ?? code.text
    }

    /// Every name of the State with a code, or the name itself where `text` is none.
    public func names(of text: String) -> [String] {
        guard let code = StateCode(text), let known = names[code] else { return [text] }
        return known.values.sorted()
    }

    public var codes: [StateCode] { names.keys.sorted() }
}
