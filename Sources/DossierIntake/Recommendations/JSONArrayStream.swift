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
    /// Bytes of the file before those in the buffer.
    private var dropped = 0
    /// Whether the last member may name the review: six records of ten are of other bodies, and are not worth decoding.
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

    private var cutOff: RecommendationError {
        RecommendationError(.cutOff, place: count, value: "\(dropped + buffer.count)")
    }

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
            dropped += position
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
            let found = buffer[position...].withUnsafeBufferPointer { bytes in
                scan.end(in: bytes, from: offset).map { end in
                    (end, ObjectScan.mayConcernReview(UnsafeBufferPointer(rebasing: bytes[..<end])))
                }
            }
            let length = found?.0 ?? buffer.count - position
            guard length <= Self.memberLimit else {
                throw RecommendationError(.recordTooLarge, place: count + 1, expected: "\(Self.memberLimit >> 20) MiB")
            }
            if let found {
                let member = buffer[position..<(position + length)]
                position += length
                count += 1
                mayConcernReview = found.1
                return member
            }
            offset = length
            try fill()
            if isAtEnd { throw cutOff }
        }
    }
}

/// Follows one object to its closing bracket, over as many blocks as it takes. The bytes always begin with the object.
private struct ObjectScan {
    private var depth = 0
    private var isInString = false

    /// The offset after the last byte of the object; nil when it goes on behind these bytes.
    mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var index = start
        while index < bytes.count {
            if isInString {
                // Nearly all bytes are within strings, where only the closing quotation mark matters.
                guard let quote = memchr(base + index, 0x22, bytes.count - index) else { return nil }
                let place = UnsafeRawPointer(quote) - UnsafeRawPointer(base)
                isInString = Self.isEscaped(place, in: bytes)
                index = place + 1
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether an odd number of backslashes stands before a quotation mark.
    private static func isEscaped(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = place
        while index > 0, bytes[index - 1] == UInt8(ascii: "\\") { index -= 1 }
        return (place - index) % 2 == 1
    }

    /// Whether the letters UPR stand anywhere, or one of them may be written as an escape (`\u0055`): whatever stands
    /// around them, nothing is lost to this shortcut.
    static func mayConcernReview(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        holds("UPR", in: bytes, by: 1) || holds(#"\u005"#, in: bytes, by: 0)
    }

    /// Searches a word by the one of its letters that is rarest.
    private static func holds(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, by rarest: Int) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        var index = rarest
        while index < bytes.count, let found = memchr(base + index, Int32(letters[rarest]), bytes.count - index) {
            let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            let start = place - rarest
            if start + letters.count <= bytes.count, letters.indices.allSatisfy({ bytes[start + $0] == letters[$0] }) {
                return true
            }
            index = place + 1
        }
        return false
    }
}
