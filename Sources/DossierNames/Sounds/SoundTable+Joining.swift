extension SoundTable {
    /// Two rows after each other. A stop and a stop of the same class are spoken as one tense sound: 석규.
    func joined(_ head: [UInt8], _ tail: [UInt8]) -> [UInt8] {
        guard let last = head.last, let first = tail.first, let letter = classes[Int(last)],
            letter == classes[Int(first)], let tense = tense(letter)
        else { return head + tail }
        return head.dropLast() + [tense] + tail.dropFirst()
    }

    private func tense(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "k"): exact["ㄲ"]
        case UInt8(ascii: "t"): exact["ㄸ"]
        case UInt8(ascii: "p"): exact["ㅃ"]
        case UInt8(ascii: "s"): exact["ㅆ"]
        default: nil
        }
    }
}
