extension MultipartParser {
    /// What a form is made of, in its order: for each part one beginning, any number of pieces of its body, one end.
    enum Event: Sendable, Hashable {
        case partBegan(PartHeaders)
        /// The next bytes of the body, never none. They are a view into the chunk that was fed, and keep it in memory.
        case body(ArraySlice<UInt8>)
        case partEnded
    }
}

/// What a part says of itself (RFC 7578 4.2, 4.4). None of it is to be believed.
struct PartHeaders: Sendable, Hashable {
    /// The field's name, never empty.
    var name: String
    /// As the sender wrote it, with escapes undone: it may be empty (no file was chosen), hold line breaks, or be a path
    /// that leads anywhere. Nil for a field that is no file.
    var filename: String?
    /// As the sender wrote it; nil when there is none.
    var contentType: String?
}
