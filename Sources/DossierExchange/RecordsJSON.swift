public import DossierModel

/// Cases as JSON: the fields of each record as case files write them, under the numbers of the recipient. All values are texts.
public struct RecordsJSON: Sendable {
    /// What stands before the first case, and after the last. Cases are parted by ``separator``.
    public let head: [UInt8]
    public static let separator = Array(",\n".utf8)
    public static let tail = Array("\n]}\n".utf8)

    public static let version = "1.0"

    public init(channel: String, edition: String, date: Day) {
        let pairs = [("dossier", Self.version), ("channel", channel), ("edition", edition), ("date", date.description)]
        let about = JSONText.bytes(PlainNode(.map(pairs.map { .init($0, PlainNode(.scalar($1))) })))
        head = about.dropLast() + Array(",\"cases\":[\n".utf8)
    }

    /// One case, as a member of the list.
    public func bytes(_ edition: OutsideEdition) -> [UInt8] {
        let records = edition.records.map { record in
            var node = RecordPrinter.plain(record) { edition.number(of: $0) }
            if case .map(var pairs) = node.content {
                if let standing = edition.standings[record.id] {
                    pairs.append(.init("strength", PlainNode(.scalar(standing.strength.rawValue))))
                }
                let marked = edition.confidentialFields(of: record)
                if !marked.isEmpty {
                    pairs.append(
                        .init("confidentialFields", PlainNode(.list(marked.map { PlainNode(.scalar($0.id)) }))))
                }
                node.content = .map(pairs)
            }
            return node
        }
        return JSONText.bytes(
            PlainNode(
                .map([
                    .init("case", PlainNode(.scalar(edition.number))), .init("records", PlainNode(.list(records))),
                ])))
    }
}
