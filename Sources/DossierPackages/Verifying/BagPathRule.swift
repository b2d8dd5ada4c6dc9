/// What a path in a package from anywhere must not be: nothing that could lead out of it, or that cannot be shown.
enum BagPathRule {
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...4_096).contains(path.utf8.count), parts.allSatisfy(isSafe(part:)) else { return false }
        // Shells and some tools take `~` for a home, and `C:` for a disk.
        return path.first != "~" && !parts[0].dropFirst().hasPrefix(":")
    }

    private static func isSafe(part: Substring) -> Bool {
        !part.isEmpty && part != "." && part != ".." && part.utf8.count <= 255
            && !part.unicodeScalars.contains { scalar in
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\\" || scalar == "\u{FFFD}"
                    || scalar.properties.isBidiControl
            }
    }
}
