/// One thing that a claim points to, found among the evidence.
public struct Support: Sendable, Hashable {
    public enum Stance: String, Sendable {
        case supports, contradicts
    }

    /// What is pointed to.
    public enum Source: Sendable, Hashable {
        case paragraph(testimony: Record, item: Item, number: Int)
        case exhibit(Record, pages: String?)
        /// Something that may not be disclosed to the audience of an edition.
        case undisclosed
        /// The reference leads nowhere: the paragraph is gone, or says something else by now.
        case lost(Loss)
    }

    public struct Loss: Sendable, Hashable {
        public var testimony: RecordID
        public var number: Int
        /// The paragraph that says now what this one said when it was pointed at.
        public var movedTo: Int?
    }

    public var stance: Stance
    public var source: Source
    public var note: LocalizedText?
    /// Who stands behind it, so that one person's two accounts are not taken for two sources; nil when nobody is known
    /// to. Accounts whose speaker is not recorded may be of one person, and count as one; what a speaker has signed, and
    /// the recording of an account, is no second source.
    let origin: String?

    /// What is pointed at and not at hand is taken for undisclosed: an edition has taken it out.
    public init(_ item: Item, in evidence: Evidence) {
        stance = item[SupportFields.stance].value.flatMap(Stance.init) ?? .supports
        note = item[SupportFields.note].value
        if let id = item[SupportFields.testimony].value, let testimony = evidence.testimonies[id] {
            source = Self.paragraph(item, of: testimony)
            origin = Self.origin(of: testimony)
        } else if let id = item[SupportFields.exhibit].value, let exhibit = evidence.exhibits[id] {
            source = .exhibit(exhibit, pages: item[SupportFields.pages].value)
            origin = Self.origin(of: exhibit, in: evidence)
        } else {
            source = .undisclosed
            origin = nil
        }
    }

    private static func origin(of testimony: Record) -> String {
        testimony[TestimonyFields.speaker].value?.text ?? "speaker"
    }

    private static func origin(of exhibit: Record, in evidence: Evidence) -> String {
        let recorded = evidence.testimonies.values.first { $0[TestimonyFields.recording].value == exhibit.id }
        if let recorded { return origin(of: recorded) }
        let isAccount = ["audio", "video", "statement"].contains(exhibit[ExhibitFields.material].value)
        return (isAccount ? exhibit[ExhibitFields.obtainedFrom].value?.text : nil) ?? exhibit.id.text
    }

    private static func paragraph(_ item: Item, of testimony: Record) -> Source {
        let number = item[SupportFields.paragraph].value ?? 0
        let found = testimony.paragraph(number)
        let print = item[SupportFields.print].value
        if let found, print == nil || ParagraphPrint(found)?.text == print {
            return .paragraph(testimony: testimony, item: found, number: number)
        }
        // An edition that may not show what was said may still say that it was, and where.
        if testimony[TestimonyFields.paragraphs].isNotAsked, print == nil {
            return .paragraph(testimony: testimony, item: Item(entries: Entries()), number: number)
        }
        let moved = testimony[TestimonyFields.paragraphs].value?.first { ParagraphPrint($0)?.text == print }
        return .lost(
            Loss(testimony: testimony.id, number: number, movedTo: moved?[ParagraphFields.number].value))
    }
}

extension Record {
    /// What a claim points to, in the order in which it was written.
    public func supports(in evidence: Evidence) -> [Support] {
        (self[ClaimFields.support].value ?? []).map { Support($0, in: evidence) }
    }
}
