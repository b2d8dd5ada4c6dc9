public import DossierModel

/// One thing that a record lacks for a profile. A value, not an error: a draft can still be made.
public struct Shortfall: Sendable, Hashable {
    public var rule: RuleDefinition
    public var place: Place
    /// Which of the rule's messages applies, where it has several.
    public var variant: String?
    /// What the messages' `{names}` stand for.
    public var arguments: [String: String]

    public init(
        rule: RuleDefinition, place: Place, variant: String? = nil, arguments: [String: String] = [:]
    ) {
        self.rule = rule
        self.place = place
        self.variant = variant
        self.arguments = arguments
    }

    /// Where the shortfall lies: the record, the field, and the line of the case file that gave it.
    public struct Place: Sendable, Hashable {
        public var record: RecordID
        public var field: String
        public var file: String?
        /// The field's line, or the record's where the field is not there; nil when not known.
        public var line: Int?

        public init(record: RecordID, field: String, file: String?, line: Int?) {
            self.record = record
            self.field = field
            self.file = file
            self.line = line
        }
    }

    /// The wording key of a part of the message: `headline`, `why` or `mend`.
    public func key(_ part: String) -> String {
        ["rules", rule.id, variant, part].compactMap(\.self).joined(separator: ".")
    }
}
