/// One import of the past.
public struct ImportBatch: Sendable, Hashable {
    public var number: Int
    public var source: String
    public var at: String
    public var actor: String
    public var file: String
    public var added: Int
    public var revised: Int
    public var isUndone: Bool
}
