/// The two grades of one thing that a claim points to: how far its source can be relied upon, and how far this piece of
/// information can. They are kept apart, and apart from the status of the allegation.
public struct EvidenceGrades: Sendable, Hashable {
    public var source: Grading
    public var information: Grading

    /// Both reliable, or likely so.
    public var areReliable: Bool {
        [source, information].allSatisfy { [.highlyReliable, .likelyReliable].contains($0) }
    }
}

extension Support {
    /// Nil when it points to nothing that is at hand.
    public var grades: EvidenceGrades? {
        switch source {
        case .paragraph(let testimony, let item, _):
            EvidenceGrades(
                source: Self.grading(testimony[TestimonyFields.sourceReliability].value),
                information: Self.grading(
                    item[ParagraphFields.reliability].value ?? testimony[TestimonyFields.reliability].value))
        case .exhibit(let exhibit, _):
            EvidenceGrades(
                source: Self.grading(exhibit[ExhibitFields.sourceReliability].value),
                information: Self.grading(exhibit[ExhibitFields.reliability].value))
        case .undisclosed, .lost: nil
        }
    }

    /// The account or exhibit that is pointed to.
    public var record: Record? {
        switch source {
        case .paragraph(let testimony, _, _): testimony
        case .exhibit(let exhibit, _): exhibit
        case .undisclosed, .lost: nil
        }
    }

    private static func grading(_ code: String?) -> Grading { code.flatMap(Grading.init) ?? .unknown }
}
