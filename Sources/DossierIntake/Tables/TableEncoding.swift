import Glibc

/// The encodings in which Korean tables come.
public enum TableEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    /// What Korean Excel writes as "CSV": EUC-KR with Microsoft's additions.
    case cp949
    case shiftJIS = "shift_jis"
    case gb18030

    /// What bytes look like; nil when they look like none.
    ///
    /// A byte order mark decides; then whether they are UTF-8; then whether every second byte is zero, as in UTF-16; then which of
    /// the others can read them with the most Hangul.
    static func guess(_ bytes: some Collection<UInt8>) -> TableEncoding? {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
        if String(validating: bytes, as: UTF8.self) != nil, !bytes.prefix(4_096).contains(0) { return .utf8 }
        let sample = Array(bytes.prefix(4_096))
        let zeros = sample.enumerated().count { $0.element == 0 }
        if zeros > sample.count / 8 { return .utf16 }
        // None of the others has a zero in a text.
        if zeros > 0 { return hasWideLineEnds(sample) ? .utf16 : nil }
        let whole = Array(bytes)
        let candidates = [TableEncoding.cp949, .shiftJIS, .gb18030].filter { $0.text(of: whole)?.isEmpty == false }
        // Kana are syllables of CP949 that hardly any Korean word has.
        if candidates.contains(.shiftJIS), isKana(sample) { return .shiftJIS }
        return candidates.first
    }

    /// Whether lines end, or cells are parted, as in UTF-16: a text of Hangul has zeros nowhere else.
    private static func hasWideLineEnds(_ sample: [UInt8]) -> Bool {
        let pairs = stride(from: 0, to: sample.count - 1, by: 2).map { (sample[$0], sample[$0 + 1]) }
        let isSign = { (byte: UInt8) in byte > 0 && byte < 0x80 }
        let zeros = sample.count { $0 == 0 }
        return pairs.count { $0 == 0 && isSign($1) } == zeros || pairs.count { isSign($0) && $1 == 0 } == zeros
    }

    /// Whether more of the signs of a text without a mark have their zero behind them than before them.
    private static func isLittleEndian(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(4_096).enumerated()
        return sample.count { $0.offset % 2 == 1 && $0.element == 0 }
            > sample.count { $0.offset % 2 == 0 && $0.element == 0 }
    }

    /// Whether at least a third of the letters are kana in Shift-JIS.
    private static func isKana(_ sample: [UInt8]) -> Bool {
        let kana = zip(sample, sample.dropFirst()).count { lead, trail in
            lead == 0x82 && (0x9F...0xF1).contains(trail) || lead == 0x83 && (0x40...0x96).contains(trail)
        }
        return kana > 0 && kana * 6 >= sample.count { $0 >= 0x80 }
    }

    /// The bytes as UTF-8; nil when they are not of this encoding.
    func text(of bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
        case .utf16:
            // Letters of UTF-8 are letters of UTF-16, too, but other ones.
            if String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) { return nil }
            let isLittle =
                bytes.starts(with: [0xFF, 0xFE]) || !bytes.starts(with: [0xFE, 0xFF]) && Self.isLittleEndian(bytes)
            return converted(bytes, from: isLittle ? "UTF-16LE" : "UTF-16BE")
        case .cp949: return converted(bytes, from: "CP949")
        case .shiftJIS: return converted(bytes, from: "CP932")
        case .gb18030: return converted(bytes, from: "GB18030")
        }
    }

    /// By the C library's iconv, which refuses what is not of the encoding.
    private func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var block = [CChar](repeating: 0, count: 1 << 16)
        var input = bytes
        let isWhole = input.withUnsafeMutableBytes { raw -> Bool in
            var source: UnsafeMutablePointer<CChar>? = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = raw.count
            while left > 0 {
                var room = block.count
                var isFull = false
                let status = block.withUnsafeMutableBufferPointer { buffer -> Int in
                    var target: UnsafeMutablePointer<CChar>? = buffer.baseAddress
                    let status = iconv(converter, &source, &left, &target, &room)
                    isFull = errno == E2BIG
                    return status
                }
                output.append(contentsOf: block[..<(block.count - room)].map { UInt8(bitPattern: $0) })
                if status == -1, !isFull { return false }
            }
            return true
        }
        guard isWhole else { return nil }
        return output.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(output.dropFirst(3)) : output
    }
}
