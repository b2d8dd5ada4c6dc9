import Crypto
import DossierFiles
import DossierModel

/// A record as the library keeps it, and back. All reading and writing of record bytes is here.
struct RecordBytes: Sendable, Hashable {
    /// Canonical JSON of what the record says.
    var body: [UInt8]
    /// Where it came from: the file, then the lines of the record, its entries and its items.
    var origin: String

    /// Lower-case hexadecimal SHA-256 of the body.
    var hash: String { SHA256.hash(data: body).hexadecimal }

    init(body: [UInt8], origin: String) {
        self.body = body
        self.origin = origin
    }

    init(_ record: Record) {
        body = JSONText.bytes(RecordPrinter.plain(record))
        guard let place = record.origin else {
            origin = ""
            return
        }
        var lines = [place.line]
        var copy = record
        Self.visitLines(of: &copy) { lines.append($0) }
        origin = "\(lines.map(String.init).joined(separator: ",")) \(place.file)"
    }

    /// How the body of a record of that kind and id begins.
    static func opening(_ kind: RecordKind, _ id: String) -> [UInt8] {
        Array(#"{"record":"\#(kind.rawValue)","id":"\#(id)","#.utf8)
    }

    /// Nil when the bytes are not a record's.
    func record() -> Record? {
        let node = body.withUnsafeBufferPointer { try? JSONText.node($0) }
        var reader = RecordReader(file: "")
        guard let node, var record = reader.record(from: node), reader.findings.isEmpty else { return nil }
        record.origin = nil
        guard let space = origin.firstIndex(of: " ") else { return record }
        var lines = origin[..<space].split(separator: ",").compactMap { Int($0) }.makeIterator()
        record.origin = Record.Origin(file: String(origin[origin.index(after: space)...]), line: lines.next() ?? 0)
        Self.visitLines(of: &record) { $0 = lines.next() ?? 0 }
        return record
    }

    /// Visits the lines of entries and items in the order of the catalogue, which writing and reading share.
    private static func visitLines(of record: inout Record, _ visit: (inout Int) -> Void) {
        visitLines(of: &record.entries, fields: FieldCatalogue.fields(of: record.kind), visit)
    }

    private static func visitLines(
        of entries: inout Entries, fields: [FieldDefinition], _ visit: (inout Int) -> Void
    ) {
        for field in fields {
            guard var entry = entries[field.name] else { continue }
            visit(&entry.line)
            if case .items(let itemFields) = field.type, case .given(let accounts) = entry.answer {
                let visited = accounts.all.map { account -> Account<FieldValue> in
                    guard case .items(var items) = account.value else { return account }
                    for index in items.indices {
                        visit(&items[index].line)
                        visitLines(of: &items[index].entries, fields: itemFields, visit)
                    }
                    return Account(value: .items(items), source: account.source, isPreferred: account.isPreferred)
                }
                entry.answer = Accounts(visited).map { .given($0) } ?? entry.answer
            }
            entries[field.name] = entry
        }
    }
}
