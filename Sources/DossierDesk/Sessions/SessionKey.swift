import DossierFiles

/// A secret word of 256 random bits, in hexadecimal.
struct SessionKey: Sendable, Hashable {
    let text: String

    init(bytes: [UInt8]) { text = bytes.hexadecimal }

    /// What somebody claims to be one.
    init(claimed text: String) { self.text = text }

    /// Compares all letters whatever they are, so that the time taken does not tell how many were right.
    func isSame(as other: SessionKey) -> Bool {
        let (left, right) = (Array(text.utf8), Array(other.text.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
