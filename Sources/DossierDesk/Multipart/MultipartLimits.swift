/// How much of everything but bodies a form may hold. How long bodies may be is for whoever takes them.
struct MultipartLimits: Sendable, Hashable {
    var parts: Int
    /// Of the header lines of one part together, in bytes, line endings included.
    var headers: Int
    /// Of a name or file name, in bytes of UTF-8 with its escapes undone.
    var name: Int
    /// Of what is passed over, in bytes: of the preamble, of the epilogue, and of the white space behind one delimiter.
    var ignored: Int

    /// What a browser stays well below. A file name has up to 255 characters, which are 765 bytes when it is Korean.
    static let upload = MultipartLimits(parts: 1_000, headers: 16 << 10, name: 1 << 10, ignored: 4 << 10)
}
