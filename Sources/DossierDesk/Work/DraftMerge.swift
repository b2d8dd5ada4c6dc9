import DossierModel

/// What two people have made of one record since they both had it in hand, field by field: boxes of members bear other
/// numbers after a save, so that boxes cannot be compared.
struct DraftMerge {
    /// What is to stand in a field.
    enum Outcome: Sendable, Equatable {
        /// I have changed nothing there, or the same.
        case theirs
        /// They have changed nothing there.
        case mine
        /// Both have changed it, each otherwise.
        case quarrel
    }

    let fields: [(field: FieldDefinition, outcome: Outcome)]

    /// - Parameters:
    ///   - mine: What stands in my boxes.
    ///   - base: What both began with.
    ///   - theirs: What stands in theirs, or what they have saved.
    init(mine: FormValues, base: Record, theirs: FormValues) {
        let read = { (values: FormValues) in FormReading(values, id: base.id, kind: base.kind) }
        let (own, other) = (read(mine), read(theirs))
        // What cannot be read is no record's field, and yet somebody has written it.
        let isFaulty = { (reading: FormReading, field: FieldDefinition) in
            reading.findings.contains { $0.box == field.name || $0.box.hasPrefix("\(field.name).") }
        }
        fields = FieldCatalogue.fields(of: base.kind).map { field in
            let then = base.entries[field.name]
            let (here, there) = (own.record?.entries[field.name], other.record?.entries[field.name])
            let (faultyHere, faultyThere) = (isFaulty(own, field), isFaulty(other, field))
            if here == then, !faultyHere { return (field, .theirs) }
            if there == then, !faultyThere { return (field, .mine) }
            if here == there, !faultyHere, !faultyThere { return (field, .theirs) }
            return (field, .quarrel)
        }
    }

    var quarrels: [FieldDefinition] { fields.filter { $0.outcome == .quarrel }.map(\.field) }

    /// The boxes of one with the fields of the other where `takes` says so.
    static func boxes(
        of values: FormValues, with others: FormValues, where takes: [FieldDefinition]
    ) -> FormValues {
        var merged = values
        for field in takes {
            for name in merged.names(below: field.name) { merged[name] = "" }
            for name in others.names(below: field.name) { merged[name] = others[name] }
        }
        return merged
    }
}
