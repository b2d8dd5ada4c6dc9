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
    /// The same for the boxes of the record as a whole; of two who disagree how far it is closed, the more closed stands.
    let whole: [String: String]

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
        whole = Self.whole(mine, FormFilling.values(of: base), theirs)
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

    private static func whole(_ mine: FormValues, _ base: FormValues, _ theirs: FormValues) -> [String: String] {
        var merged: [String: String] = [:]
        for name in ["record.language", "record.level"] {
            let (then, here, there) = (base[name], mine[name], theirs[name])
            merged[name] = here == then ? there : there == then ? here : there
        }
        let levels = [mine["record.level"], theirs["record.level"]].compactMap { Confidentiality(word: $0) }
        let isQuarrel = ![mine, theirs].contains { $0["record.level"] == base["record.level"] }
        if isQuarrel, let closed = levels.max() { merged["record.level"] = closed.word }
        return merged
    }

    /// The boxes of one with the fields of the other that an outcome names.
    func boxes(of values: FormValues, with others: FormValues, where outcome: Outcome) -> FormValues {
        var merged = Self.boxes(of: values, with: others, where: fields.filter { $0.outcome == outcome }.map(\.field))
        for (name, value) in whole { merged[name] = value }
        return merged
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
