/// What is claimed about a case, and the accounts and exhibits that it rests on.
public struct Evidence: Sendable, Hashable {
    public var testimonies: [RecordID: Record]
    public var exhibits: [RecordID: Record]
    /// In the order of their ids.
    public var claims: [Record]

    public init(
        testimonies: [RecordID: Record] = [:], exhibits: [RecordID: Record] = [:], claims: [Record] = []
    ) {
        self.testimonies = testimonies
        self.exhibits = exhibits
        self.claims = claims
    }

    /// Every record, testimonies first, each kind in the order of its ids.
    public var records: [Record] {
        testimonies.values.sorted { $0.id < $1.id } + exhibits.values.sorted { $0.id < $1.id } + claims
    }
}

extension Record {
    /// The paragraph of a testimony with a number; nil when there is none.
    public func paragraph(_ number: Int) -> Item? {
        self[TestimonyFields.paragraphs].value?.first { $0[ParagraphFields.number].value == number }
    }
}
