import Crypto
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
            if case .given(let accounts) = entry.answer, case .items(var items) = accounts.leading.value,
                accounts.all.count == 1
            {
                for index in items.indices {
                    visit(&items[index].line)
                    visitLines(of: &items[index].entries, fields: field.type.itemFields, visit)
                }
                let account = Account(
                    value: FieldValue.items(items), source: accounts.leading.source,
                    isPreferred: accounts.leading.isPreferred)
                entry.answer = Accounts([account]).map { .given($0) } ?? entry.answer
            }
            entries[field.name] = entry
        }
    }
}

extension Sequence where Element == UInt8 {
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
