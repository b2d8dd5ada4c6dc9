import DossierNames

/// Under which words a name is kept: the whole, its given name, its family name.
enum SearchKeys {
    static func keys(_ keys: [NameKey]) -> [String] {
        var found: [String] = []
        for key in keys {
            if !key.family.isEmpty, !key.given.isEmpty { found.append("n\(key.family) \(key.given)") }
            if !key.given.isEmpty { found.append("g\(key.given)") }
            if !key.family.isEmpty { found.append("f\(key.family)") }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// The keys that a name of one mistyped sound has: one sound left out, added, or another.
    static func near(_ key: NameKey) -> [String] {
        guard key.given.count > 2, !key.family.isEmpty else { return [] }
        let letters = Array(key.given)
        let classes = Array("ktpcsnmlaeoi")
        var found: Set<String> = []
        for index in letters.indices {
            found.insert(String(letters[..<index] + letters[(index + 1)...]))
            for other in classes { found.insert(String(letters[..<index] + [other] + letters[(index + 1)...])) }
        }
        for index in 0...letters.count {
            for other in classes { found.insert(String(letters[..<index] + [other] + letters[index...])) }
        }
        found.remove(key.given)
        return found.sorted().map { "n\(key.family) \($0)" }
    }
}
