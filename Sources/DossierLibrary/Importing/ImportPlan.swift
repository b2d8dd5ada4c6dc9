public import DossierModel

/// What the import of a list would do, or has done, record by record.
public struct ImportPlan: Sendable, Hashable {
    public var entries: [Entry]

    /// One record of the list.
    public struct Entry: Sendable, Hashable {
        /// What the list says.
        public var told: DossierModel.Record
        public var standing: Standing
        /// What the record will say; nil when it stays as it is.
        public var merged: DossierModel.Record?
        /// What the record says now; nil when there is none.
        public var current: DossierModel.Record?
        /// The fields in which people and the list say different things.
        public var doubtful: [FieldDefinition]
    }

    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case new, changed, same
        /// The list has changed a field that people have changed, too.
        case doubtful
    }

    public init(entries: [Entry]) { self.entries = entries }

    public func count(_ standing: Standing) -> Int { entries.count { $0.standing == standing } }
}
