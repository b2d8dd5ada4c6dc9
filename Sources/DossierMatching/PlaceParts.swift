import DossierNames

/// The parts of the name of a place, by their sounds.
enum PlaceParts {
    static func parts(_ text: String, _ weights: MatchWeights, _ reader: NameReader) -> [String] {
        var words = text.lowercased().split { $0.isWhitespace || ",()（）".contains($0) }.map(String.init)
        // Latin addresses begin with the narrowest.
        if words.first?.utf8.allSatisfy({ $0 < 0x80 }) ?? false { words.reverse() }
        return words.map { word in
            let full = weights.provinces[word] ?? word
            let ending = weights.placeEndings.first { full.hasSuffix($0) && full.count > $0.count }
            let name = ending.map { String(full.dropLast($0.count)) } ?? full
            let key = reader.soundKey(of: name)
            // Digits and what has no sounds are compared as they stand.
            return key.isEmpty ? name : key
        }
    }

    static func letters(_ text: String) -> [UInt8] {
        let bytes = text.lowercased().utf8
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return [] }
        return bytes.filter { (0x61...0x7A).contains($0) }
    }

    static func isProvince(_ text: String, _ weights: MatchWeights) -> Bool {
        weights.provinces.values.contains(text) || weights.provinces[text] != nil
    }
}
