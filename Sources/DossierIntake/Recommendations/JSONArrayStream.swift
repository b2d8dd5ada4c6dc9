import Foundation

/// Cuts a list of JSON objects into its members while it is read, without ever holding more than one of them and a
/// block of the file. What a member says is for a JSON decoder; here only strings, escapes and brackets are followed.
struct JSONArrayStream {
    /// The most bytes of one member.
    static let memberLimit = 4 << 20
    private static let blockSize = 1 << 20

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var hasBegun = false
    /// Members handed out so far.
    private(set) var count = 0
    /// Whether the last member may hold a string that ends with "UPR": six records of ten are of other bodies, and are not
    /// worth decoding. Where letters are written as escapes it may, so that nothing is lost to a shortcut.
    private(set) var mayConcernReview = false

    init(_ file: FileHandle) { self.file = file }

    /// The bytes of the next object; nil after the last.
    /// - Throws: ``RecommendationError``.
    mutating func next() throws(RecommendationError) -> ArraySlice<UInt8>? {
        if !hasBegun { try begin() }
        guard let byte = try nonSpace() else { throw cutOff }
        if byte == UInt8(ascii: "]") {
            position += 1
            guard try nonSpace() == nil else { throw RecommendationError(.badRecord, place: count, value: "]…") }
            return nil
        }
        if count > 0 {
            guard byte == UInt8(ascii: ",") else { throw RecommendationError(.badRecord, place: count + 1) }
            position += 1
            guard try nonSpace() != nil else { throw cutOff }
        }
        guard try nonSpace() == UInt8(ascii: "{") else { throw RecommendationError(.badRecord, place: count + 1) }
        return try object()
    }

    private var cutOff: RecommendationError { RecommendationError(.cutOff, place: count) }

    private mutating func begin() throws(RecommendationError) {
        hasBegun = true
        try fill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        guard try nonSpace() == UInt8(ascii: "[") else { throw RecommendationError(.notAList) }
        position += 1
    }

    private mutating func nonSpace() throws(RecommendationError) -> UInt8? {
        while true {
            while position < buffer.count {
                let byte = buffer[position]
                switch byte {
                case 0x20, 0x0A, 0x0D, 0x09: position += 1
                default: return byte
                }
            }
            if isAtEnd { return nil }
            try fill()
        }
    }

    /// Drops what was handed out and reads a block more.
    private mutating func fill() throws(RecommendationError) {
        if position > 0 {
            buffer.removeFirst(position)
            position = 0
        }
        let block: Data?
        do {
            block = try file.read(upToCount: Self.blockSize)
        } catch {
            throw RecommendationError(.unreadable, place: count)
        }
        guard let block, !block.isEmpty else {
            isAtEnd = true
            return
        }
        buffer.append(contentsOf: block)
    }

    private mutating func object() throws(RecommendationError) -> ArraySlice<UInt8> {
        var scan = ObjectScan()
        var offset = 0
        while true {
            let end = buffer[position...].withUnsafeBufferPointer { bytes in scan.end(in: bytes, from: offset) }
            if let end {
                let member = buffer[position..<(position + end)]
                position += end
                count += 1
                mayConcernReview = scan.endsWithUPR || scan.hasEscapedLetters
                return member
            }
            offset = buffer.count - position
            guard offset <= Self.memberLimit else {
                throw RecommendationError(.recordTooLarge, place: count + 1, expected: "\(Self.memberLimit >> 20) MiB")
            }
            try fill()
            if isAtEnd { throw cutOff }
        }
    }
}

/// Follows one object to its closing bracket, over as many blocks as it takes.
private struct ObjectScan {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private(set) var endsWithUPR = false
    private(set) var hasEscapedLetters = false
    /// The last three bytes of the string that is open.
    private var tail: UInt32 = 0

    /// The offset after the last byte of the object; nil when it goes on behind these bytes.
    mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isInString {
                if isEscaped {
                    isEscaped = false
                    if byte == UInt8(ascii: "u") { hasEscapedLetters = true }
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    // "UPR" in ASCII.
                    if tail & 0xFF_FFFF == 0x55_5052 { endsWithUPR = true }
                }
                tail = tail << 8 | UInt32(byte)
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}
