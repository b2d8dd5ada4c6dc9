import DossierDocuments
import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

/// The words of the pages in one language, with those of fields, choices, findings and of the body's form.
struct DeskWords: Sendable {
    let language: LanguageTag
    private let desk: Wording
    private let labels: [String: String]
    private let helps: [String: String]
    private let fields: Wording
    private let choices: Wording
    /// The words of the profile's documents and rules.
    let profile: Wording
    private let phrases: Phrasebook
    private let states: States
    /// With the words of figures in reports.
    let figures: Phrasebook

    init(_ office: Office, channel: String) throws {
        language = office.messages.language
        desk = Wording(
            language: language,
            nodes: [
                try office.templates.document("messages/desk.\(language).yaml"),
                try office.templates.document("messages/cli.\(language).yaml"),
                try office.templates.document("messages/findings.\(language).yaml"),
            ])
        let fields = try office.fieldWording()
        self.fields = fields
        labels = Dictionary(FieldCatalogue.all.map { ($0.id, fields["fields.\($0.id).label"]) }) { first, _ in first }
        helps = Dictionary(
            FieldCatalogue.all.map { field in
                // Words of the form itself stand before those of case files.
                let own = "fields.\(field.id).form"
                return (field.id, fields.contains(own) ? fields[own] : fields["fields.\(field.id).help"])
            }
        ) { first, _ in first }
        profile = try office.wording(channel, language)
        let (states, institutions) = (try office.states(), try office.institutions())
        self.states = states
        phrases = Phrasebook(wording: profile, states: states, institutions: institutions)
        figures = Phrasebook(
            wording: try office.wording("upr", language), states: states, institutions: institutions)
        choices = Wording(
            language: language,
            nodes: [
                try office.templates.document("catalogue/choices.\(language).yaml"),
                try office.templates.document("catalogue/answers.\(language).yaml"),
            ])
    }

    subscript(key: String) -> String { desk["desk.\(key)"] }

    func filled(_ key: String, _ arguments: [String: String]) -> String { desk.filled("desk.\(key)", arguments) }

    /// The words of another file of messages, such as a refusal's.
    func message(_ key: String, _ arguments: [String: String] = [:]) -> String { desk.filled(key, arguments) }

    func holds(_ key: String) -> Bool { desk.contains("desk.\(key)") }

    func label(_ field: FieldDefinition) -> String { labels[field.id] ?? "‹\(field.id)›" }

    /// What to write into a field.
    func help(_ field: FieldDefinition) -> String { helps[field.id] ?? "" }

    func label(_ kind: RecordKind) -> String { fields["kinds.\(kind.rawValue).label"] }

    func label(_ level: Confidentiality) -> String { fields["confidentiality.\(level.word).label"] }

    func help(_ level: Confidentiality) -> String { fields["confidentiality.\(level.word).help"] }

    /// The word for a code of a field's list; the code itself where no document has a word for it.
    func choice(_ code: String, of field: FieldDefinition) -> String {
        let own = "choices.\(field.id).\(code)"
        if desk.contains("desk.\(own)") { return desk["desk.\(own)"] }
        return choices.contains(own) ? choices[own] : code
    }

    /// The name of a State as the UN writes it.
    func state(_ code: StateCode) -> String { states.name(of: code, in: language) }

    /// A date in words, no more exact than it is known.
    func date(_ date: PartialDate) -> String { phrases.date(date) }

    func languageName(_ tag: String) -> String {
        choices.contains("languages.\(tag)") ? choices["languages.\(tag)"] : tag
    }

    func finding(_ finding: FormFinding, _ part: String) -> String {
        let own = "formFindings.\(finding.isUntaken ? "untaken" : finding.rule.rawValue).\(part)"
        let arguments = [
            "value": VisibleText.of(finding.value), "expected": VisibleText.of(finding.expected), "near": "",
        ]
        return holds(own)
            ? filled(own, arguments) : message("findings.\(finding.rule.rawValue).\(part)", arguments)
    }
}
