import DossierHTML
import DossierModel
import DossierProfiles

/// The States of a list in one language, written once: a form has several such lists of two hundred names.
struct StateOptions: Sendable {
    /// All of them, those near the Korean cases first.
    let all: HTMLNode
    private let names: [String: String]

    init(_ states: States, _ language: LanguageTag) {
        let near = ["PRK", "KOR", "CHN", "JPN", "RUS", "USA"].compactMap { StateCode($0) }.filter(states.contains)
        let named = { (code: StateCode) in (code: code.text, name: states.name(of: code, in: language)) }
        // Codes that begin with X are nobody's (ISO 3166-1, 8.1.3): States of invented samples.
        let rest = states.codes.filter { !near.contains($0) && !$0.text.hasPrefix("X") }.map(named).sorted {
            $0.name < $1.name
        }
        let listed = near.map(named) + rest
        names = Dictionary(listed.map { ($0.code, $0.name) }) { first, _ in first }
        all = HTMLNode.group(listed.map { .element("option", [("value", $0.code)], [.text($0.name)]) }).frozen
    }

    /// The name of a State; the code itself where there is none.
    func name(of code: String) -> String { names[code] ?? code }
}
