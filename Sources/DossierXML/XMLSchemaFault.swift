import CLibXML2

/// One place where a document breaks its schema, or a schema the rules of schemas.
public struct XMLSchemaFault: Sendable, Hashable, CustomStringConvertible {
    /// 1 for the first line, 65,535 for all lines from there on; 0 for the document as a whole.
    public let line: Int
    /// What libxml2 says, on one line. It names elements, and may quote the value that was refused: not for logs.
    public let message: String

    public var description: String { line == 0 ? "document: \(message)" : "line \(line): \(message)" }
}

/// What a schema says of one document.
public struct XMLSchemaVerdict: Sendable, Hashable, CustomStringConvertible {
    /// In the order found; empty for a document that keeps to the schema.
    public let faults: [XMLSchemaFault]
    /// How many more there were than are listed.
    public let omitted: Int

    public var isValid: Bool { faults.isEmpty }

    /// One fault a line.
    public var description: String {
        let rest = omitted > 0 ? ["and \(omitted) more"] : []
        return (faults.map(\.description) + rest).joined(separator: "\n")
    }
}

/// Why a schema cannot be used.
public enum XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Its bytes are no XML that we read.
    case unreadable(XMLReadingError)
    /// It is no schema, or asks for another file.
    case unusable(XMLSchemaVerdict)

    public var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .unusable(let verdict): verdict.description
        }
    }
}

/// Collects what libxml2 reports while it compiles or applies a schema, on the thread that does so.
final class SchemaFaultSink {
    // As FaultSink: a hostile document can hold a million faults, each quoting up to 64 kB.
    private static let most = 100
    private static let longestMessage = 2_000
    private var faults: [XMLSchemaFault] = []
    private var omitted = 0

    var isEmpty: Bool { faults.isEmpty }
    var verdict: XMLSchemaVerdict { XMLSchemaVerdict(faults: faults, omitted: omitted) }

    func add(line: Int, _ message: String) {
        if faults.count < Self.most {
            faults.append(XMLSchemaFault(line: line, message: message))
        } else {
            omitted += 1
        }
    }

    func collect(_ error: xmlError?) {
        guard let error, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        guard faults.count < Self.most else {
            omitted += 1
            return
        }
        add(line: Int(error.line), Self.oneLine(error.message.map { String(cString: $0) } ?? "not valid"))
    }

    // The message quotes the document: its line ends would pass for ours, its control characters reach a terminal.
    private static func oneLine(_ message: String) -> String {
        let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let cut = words.count > longestMessage ? words.prefix(longestMessage) + "…" : words[...]
        var line = String.UnicodeScalarView()
        for scalar in cut.unicodeScalars {
            let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
            line.append(isHidden ? "\u{FFFD}" : scalar)
        }
        return String(line)
    }

    /// The sink that a callback was given.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> SchemaFaultSink? {
        pointer.map { Unmanaged<SchemaFaultSink>.fromOpaque($0).takeUnretainedValue() }
    }
}
