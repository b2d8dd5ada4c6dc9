/// An age recipient: an X25519 public key in Bech32 (age-encryption.org/v1, “The X25519 recipient type”).
public struct AgeRecipient: Sendable, Hashable {
    /// As it is handed out, `age1…`.
    public let text: String

    /// - Returns: nil when the text is no recipient: Bech32's checksum finds every slip of one to four letters.
    public init?(_ text: some StringProtocol) {
        // 32 bytes are 52 letters of five bits, with 6 of checksum.
        guard text.utf8.count == Self.prefix.utf8.count + 52 + 6, text.hasPrefix(Self.prefix) else { return nil }
        let letters = text.utf8.dropFirst(Self.prefix.utf8.count).map { Self.alphabet.firstIndex(of: $0) }
        var values: [UInt32] = []
        for letter in letters {
            guard let letter else { return nil }
            values.append(UInt32(letter))
        }
        // 256 bits in 260: the four left over are 0.
        guard values[51] & 0b1111 == 0, Self.checksum(values) == 1 else { return nil }
        self.text = String(text)
    }

    private static let prefix = "age1"
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

    /// BIP 173, “Checksum”, over the part before the last 1, spread out, and the letters after it.
    private static func checksum(_ values: [UInt32]) -> UInt32 {
        let name = prefix.utf8.dropLast().map(UInt32.init)
        let generators: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
        return (name.map { $0 >> 5 } + [0] + name.map { $0 & 31 } + values).reduce(1) { sum, value in
            generators.enumerated().reduce((sum & 0x1FF_FFFF) << 5 ^ value) { next, generator in
                sum >> (25 + UInt32(generator.offset)) & 1 == 1 ? next ^ generator.element : next
            }
        }
    }
}
