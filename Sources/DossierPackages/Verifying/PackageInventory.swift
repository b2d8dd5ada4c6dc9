public import DossierFiles
import Foundation

/// Everything that is in a package, each file with its digests: what is judged, wherever it was read from.
public struct PackageInventory: Sendable {
    /// By their paths from the bag's own folder.
    public internal(set) var files: [String: File] = [:]
    /// What is no file, has a name that must not be, or could not be read.
    public internal(set) var faults: [PackageFault] = []

    public struct File: Sendable, Hashable {
        public var digests: Digests
        /// In bytes.
        public var size: Int
        /// Of files that are judged by what they say, as ``KeptContent`` chooses them; nil for all others.
        public var content: [UInt8]?
    }

    static let fileLimit = 300_000

    /// Two names whose letters are put together in two ways are one to Swift, as they are to some disks.
    mutating func add(_ file: File, at path: String) {
        if files.updateValue(file, forKey: path) != nil { note(.nameTwiceFolded, path, value: path) }
    }

    mutating func note(_ rule: PackageFault.Rule, _ path: String = "", value: String = "") {
        if faults.count < 1_000 { faults.append(PackageFault(rule, path, value: value)) }
    }

    /// Names that are one on a disk without cases, or once they are put together from letters and marks in one way.
    mutating func noteCollisions() {
        var seen: [String: String] = [:]
        for path in files.keys.sorted() {
            let folded = path.precomposedStringWithCanonicalMapping.lowercased()
            if let other = seen.updateValue(path, forKey: folded) { note(.nameTwiceFolded, path, value: other) }
        }
    }
}
