import DossierFiles

/// The digests that a bag is made and judged by.
public enum BagAlgorithm: String, Sendable, Hashable, CaseIterable, Comparable {
    case sha256, sha512

    var digits: Int {
        switch self {
        case .sha256: 64
        case .sha512: 128
        }
    }

    func digest(of digests: Digests) -> String {
        switch self {
        case .sha256: digests.sha256
        case .sha512: digests.sha512
        }
    }

    public static func < (left: BagAlgorithm, right: BagAlgorithm) -> Bool { left.rawValue < right.rawValue }
}

/// Which file has which digest (RFC 8493 section 2.1.3).
struct BagManifest: Sendable {
    let algorithm: BagAlgorithm
    /// Lower-case digests by name.
    private(set) var digests: [String: String] = [:]
    private(set) var faults: [Fault] = []

    struct Fault: Sendable {
        var rule: PackageFault.Rule
        /// From 1.
        var line: Int
        var value: String
    }

    /// Beyond this nobody could look through a package, and memory would be at the mercy of whoever sent it.
    static let lineLimit = 300_000

    init(_ algorithm: BagAlgorithm) { self.algorithm = algorithm }

    /// Reads a manifest. Bytes and not text: a name is compared as it is, and a hundred thousand lines are soon read.
    init(_ algorithm: BagAlgorithm, reading bytes: [UInt8]) {
        self.init(algorithm)
        var number = 0
        for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            // An empty line between carriage return and line feed is none.
            if line.isEmpty { continue }
            number += 1
            guard number <= Self.lineLimit else {
                faults.append(Fault(rule: .tooManyLines, line: number, value: "\(Self.lineLimit)"))
                return
            }
            read(line, number)
            if faults.count > 1_000 { return }
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let digest = line.prefix { !isSpace($0) }
        var rest = line.dropFirst(digest.count)
        let spaces = rest.prefix(while: isSpace).count
        rest = rest.dropFirst(spaces)
        // An asterisk before the name is what md5sum writes of binary files.
        if rest.first == UInt8(ascii: "*") { rest = rest.dropFirst() }
        guard spaces > 0, !rest.isEmpty, digest.count == algorithm.digits, digest.allSatisfy(Self.isDigit) else {
            return faults.append(Fault(rule: .badLine, line: number, value: Self.shown(line)))
        }
        guard let name = String(validating: rest, as: UTF8.self) else {
            return faults.append(Fault(rule: .notUTF8, line: number, value: Self.shown(line)))
        }
        let path = Self.decoded(name)
        let lower = String(decoding: digest.map { $0 | 0x20 }, as: UTF8.self)
        if let earlier = digests.updateValue(lower, forKey: path) {
            faults.append(Fault(rule: earlier == lower ? .listedTwice : .listedApart, line: number, value: path))
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    /// Line ends and percent signs in names are written as `%0A`, `%0D` and `%25`, and nothing else is.
    private static func decoded(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
        return name.replacing("%0A", with: "\n").replacing("%0a", with: "\n").replacing("%0D", with: "\r")
            .replacing("%0d", with: "\r").replacing("%25", with: "%")
    }

    private static func shown(_ line: ArraySlice<UInt8>) -> String { String(decoding: line.prefix(120), as: UTF8.self) }

    /// The file's text: names in order, two spaces between, as `sha256sum -c` reads it.
    static func text(_ lines: [(path: PackagePath, digests: Digests)], _ algorithm: BagAlgorithm) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.count * (algorithm.digits + 64))
        for line in lines.sorted(by: { $0.path < $1.path }) {
            bytes += Array(algorithm.digest(of: line.digests).utf8)
            bytes += [0x20, 0x20]
            bytes += Array(line.path.text.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }
}
