/// Why metadata could not be taken out of a file. The file must not be handed out then.
public enum StrippingError: Error, Sendable, Hashable {
    /// No way is known to take out what a file of this kind tells.
    case cannotStrip(mimeType: String)
    /// It is not what it begins as; `place` is where that was noticed, in bytes from its beginning.
    case malformed(mimeType: String, place: Int)
}
