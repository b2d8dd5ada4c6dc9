/// Reads and writes the JSON in which records are kept and exchanged: objects, arrays and strings alone, in UTF-8.
///
/// It is our own because a check of a whole library reads a hundred thousand records, and Foundation's decoder takes
/// some ten times as long for a tree whose shape is not known beforehand.
public enum JSONText {
    /// Bytes that are not such JSON.
    public struct Malformed: Error {
        public var offset: Int
    }

    public static func bytes(_ node: PlainNode) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        write(node, to: &bytes)
        return bytes
    }

    /// - Throws: ``Malformed`` with the offset of the first byte that is not such JSON.
    public static func node(_ bytes: UnsafeBufferPointer<UInt8>) throws(Malformed) -> PlainNode {
        // Bytes that are not UTF-8 are refused: repaired, they would say something else than what was kept. Once over
        // the whole takes half the time of once a string.
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed(offset: 0) }
        var scanner = Scanner(bytes: bytes)
        let node = try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.index == bytes.count else { throw Malformed(offset: scanner.index) }
        return node
    }

    private static func write(_ node: PlainNode, to bytes: inout [UInt8]) {
        switch node.content {
        case .scalar(let text): write(text, to: &bytes)
        case .list(let members):
            bytes.append(UInt8(ascii: "["))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(member, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .map(let pairs):
            bytes.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(pair.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(pair.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 })
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0

        mutating func skipSpace() {
            while index < bytes.count {
                switch bytes[index] {
                case 0x20, 0x9, 0xA, 0xD: index += 1
                default: return
                }
            }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func expect(_ byte: UInt8) throws(Malformed) {
            guard take(byte) else { throw Malformed(offset: index) }
        }

        mutating func value(depth: Int) throws(Malformed) -> PlainNode {
            guard depth < 64 else { throw Malformed(offset: index) }
            skipSpace()
            guard index < bytes.count else { throw Malformed(offset: index) }
            switch bytes[index] {
            case UInt8(ascii: "\""): return PlainNode(.scalar(try string()))
            case UInt8(ascii: "["): return try list(depth: depth)
            case UInt8(ascii: "{"): return try map(depth: depth)
            default: throw Malformed(offset: index)
            }
        }

        private mutating func list(depth: Int) throws(Malformed) -> PlainNode {
            index += 1
            var members: [PlainNode] = []
            skipSpace()
            if take(UInt8(ascii: "]")) { return PlainNode(.list([])) }
            repeat {
                members.append(try value(depth: depth + 1))
                skipSpace()
            } while take(UInt8(ascii: ","))
            try expect(UInt8(ascii: "]"))
            return PlainNode(.list(members))
        }

        private mutating func map(depth: Int) throws(Malformed) -> PlainNode {
            index += 1
            var pairs: [PlainNode.Pair] = []
            skipSpace()
            if take(UInt8(ascii: "}")) { return PlainNode(.map([])) }
            repeat {
                skipSpace()
                let key = try string()
                guard !pairs.contains(where: { $0.key == key }) else { throw Malformed(offset: index) }
                skipSpace()
                try expect(UInt8(ascii: ":"))
                pairs.append(PlainNode.Pair(key, try value(depth: depth + 1)))
                skipSpace()
            } while take(UInt8(ascii: ","))
            try expect(UInt8(ascii: "}"))
            return PlainNode(.map(pairs))
        }

        private mutating func string() throws(Malformed) -> String {
            try expect(UInt8(ascii: "\""))
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
                bytes[index] >= 0x20
            { index += 1 }
            guard index < bytes.count else { throw Malformed(offset: index) }
            let head = UnsafeBufferPointer(rebasing: bytes[start..<index])
            if take(UInt8(ascii: "\"")) { return String(decoding: head, as: UTF8.self) }
            return try escaped(after: Array(head))
        }

        private mutating func escaped(after head: [UInt8]) throws(Malformed) -> String {
            var text = head
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
                case 0..<0x20: throw Malformed(offset: index)
                default: text.append(byte)
                }
            }
            throw Malformed(offset: index)
        }

        private mutating func escape() throws(Malformed) -> [UInt8] {
            guard index < bytes.count else { throw Malformed(offset: index) }
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
            case UInt8(ascii: "n"): return [0xA]
            case UInt8(ascii: "t"): return [0x9]
            case UInt8(ascii: "r"): return [0xD]
            case UInt8(ascii: "u"):
                // We write \u for control characters alone; surrogates never.
                guard index + 4 <= bytes.count else { throw Malformed(offset: index) }
                var value: UInt32 = 0
                for byte in bytes[index..<index + 4] {
                    guard let digit = Self.value(ofDigit: byte) else { throw Malformed(offset: index) }
                    value = value << 4 | digit
                }
                guard let scalar = Unicode.Scalar(value) else { throw Malformed(offset: index) }
                index += 4
                return Array(String(scalar).utf8)
            default: throw Malformed(offset: index)
            }
        }

        private static func value(ofDigit byte: UInt8) -> UInt32? {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
            default: nil
            }
        }
    }
}
