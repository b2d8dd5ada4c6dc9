/// Folds UTF-8 by the rule of ``UnicodeFolding`` without making texts of it: plain letters, Hangul syllables, Han
/// characters, Latin letters with marks and the usual punctuation byte by byte, and only the stretches between them that hold
/// anything else by the rule.
///
/// That is possible because these stand for themselves: none of them joins with what stands before it, so that a text may be
/// cut before each of them. Bytes that are no UTF-8 become one that stands in no text, so that nothing is found across it.
struct ByteFolding: Sendable {
    /// Stands for what is no UTF-8.
    static let broken: UInt8 = 0xFF

    /// The first ``count`` of them are the folded text.
    private(set) var bytes: [UInt8] = []
    /// 1 for each byte with which a word begins.
    private(set) var borders: [UInt8] = []
    private(set) var count = 0
    private var isBetween: UInt8 = 1

    /// Appends what `input` becomes. Where a text is handed over in pieces, each must begin with a plain letter.
    mutating func fold(_ input: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < input.count {
            makeRoom(for: input.count - index)
            let start = index
            index = foldPlain(input, from: start)
            if index < input.count { index = foldHard(input, at: index, since: start) }
        }
    }

    /// Takes the first bytes away; the room that they had stays for the next.
    mutating func dropFirst(_ number: Int) {
        for place in number..<max(number, count) {
            bytes[place - number] = bytes[place]
            borders[place - number] = borders[place]
        }
        count -= number
    }

    /// Cuts what was made ready and not used.
    mutating func trim() {
        bytes.removeLast(bytes.count - count)
        borders.removeLast(borders.count - count)
    }

    private mutating func makeRoom(for more: Int) {
        let missing = count + more + 4 - bytes.count
        guard missing > 0 else { return }
        bytes.append(contentsOf: repeatElement(0, count: missing))
        borders.append(contentsOf: repeatElement(0, count: missing))
    }

    // MARK: What stands for itself

    /// Folds up to the first scalar for which the rule must be asked, and gives its place. What is folded here is never
    /// longer than it was.
    private mutating func foldPlain(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let table = FoldingTable.shared
        var index = start
        var end = count
        var between = isBetween
        bytes.withUnsafeMutableBufferPointer { bytes in
            borders.withUnsafeMutableBufferPointer { borders in
                table.asciiBytes.withUnsafeBufferPointer { ascii in
                    table.asciiTraits.withUnsafeBufferPointer { traits in
                        while index < input.count {
                            let byte = input[index]
                            if byte < 0x80 {
                                let trait = traits[Int(byte)]
                                bytes[end] = ascii[Int(byte)]
                                borders[end] = between | trait >> 1 & 1
                                end += Int(trait & 1)
                                between = trait >> 2
                                index += 1
                                continue
                            }
                            let kind = FoldedScalar(input, at: index, since: start)
                            switch kind {
                            case .whole:
                                bytes[end] = byte
                                bytes[end + 1] = input[index + 1]
                                bytes[end + 2] = input[index + 2]
                                borders[end] = between
                                borders[end + 1] = 0
                                borders[end + 2] = 0
                                between = 0
                                end += 3
                                index += 3
                            case .between(let length):
                                between = 1
                                index += length
                            case .mark: index += 2
                            case .pair(let pair):
                                let isSign: UInt8 = pair.kind == .sign ? 1 : 0
                                bytes[end] = pair.first
                                bytes[end + 1] = pair.second
                                borders[end] = between | isSign
                                borders[end + 1] = 0
                                between = isSign
                                end += Int(pair.count)
                                index += 2
                            case .broken:
                                bytes[end] = Self.broken
                                borders[end] = 1
                                between = 1
                                end += 1
                                index += 1
                            case .hard: return
                            }
                        }
                    }
                }
            }
        }
        count = end
        isBetween = between
        return index
    }

    // MARK: What the rule must be asked for

    /// Folds the stretch around `index` by the rule, from the letter that it may join with to the next scalar that stands
    /// for itself.
    private mutating func foldHard(_ input: UnsafeBufferPointer<UInt8>, at index: Int, since start: Int) -> Int {
        let base = FoldedScalar.base(of: input, before: index, since: start)
        if base < index {
            let kept = FoldedScalar.keptBytes(of: input, at: base)
            count -= kept
            isBetween = kept > 0 ? borders[count] : 1
        }
        var end = index + FoldedScalar.length(of: input, at: index)
        while end < input.count {
            let scalar = FoldedScalar(input, at: end, since: end)
            if case .hard = scalar {
                end += FoldedScalar.length(of: input, at: end)
            } else if case .mark = scalar {
                end += 2
            } else {
                break
            }
        }
        let stretch = String(decoding: UnsafeBufferPointer(rebasing: input[base..<end]), as: UTF8.self)
        let folded = UnicodeFolding.fold(stretch, isBetween: isBetween == 1)
        makeRoom(for: folded.bytes.count + input.count - end)
        // One by one: replacing a stretch of an array moves all that comes after it.
        for (byte, border) in zip(folded.bytes, folded.borders) {
            bytes[count] = byte
            borders[count] = border
            count += 1
        }
        isBetween = folded.isBetween ? 1 : 0
        return end
    }
}
