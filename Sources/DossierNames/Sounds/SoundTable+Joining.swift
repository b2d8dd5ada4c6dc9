extension SoundTable {
    /// Two rows after each other. A stop and a stop of the same class are spoken as one tense sound: 석규.
    func joined(_ head: [UInt8], _ tail: [UInt8]) -> [UInt8] {
        guard let last = head.last, let first = tail.first, let letter = classes[Int(last)],
            letter == classes[Int(first)], let tense = tense(letter)
        else { return head + tail }
        return head.dropLast() + [tense] + tail.dropFirst()
    }

    /// The row with each sound as it is where it stands. `starts` are the places at which syllables begin, as far as the spelling shows.
    func placed(_ row: [UInt8], starts: Set<Int>, letters: Letters) -> [UInt8] {
        row.indices.map { index in
            let found = contexts.first { context in
                guard context.sound == row[index], context.letters ?? letters == letters else { return false }
                switch context.place {
                case .anywhere: break
                case .name: guard index == 0 else { return false }
                case .syllable: guard index > 0, starts.contains(index) else { return false }
                }
                if let after = context.after, index == 0 || !after.contains(row[index - 1]) { return false }
                if let before = context.before, index == row.count - 1 || !before.contains(row[index + 1]) {
                    return false
                }
                return true
            }
            return found?.becomes ?? row[index]
        }
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
