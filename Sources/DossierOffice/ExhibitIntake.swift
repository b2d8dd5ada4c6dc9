import DossierFiles
import DossierIntake
package import DossierLibrary
import DossierMedia
package import DossierModel
import Foundation

/// Keeps files as exhibits and makes or completes their records.
package struct ExhibitIntake {
    /// The exhibit on record whose original has a SHA-256.
    package let known: (String) throws -> Record?
    package let store: ExhibitStore
    /// What this intake has taken in so far.
    private var seen: [String: RecordID] = [:]

    package init(known: @escaping (String) throws -> Record?, store: ExhibitStore) {
        self.known = known
        self.store = store
    }

    /// What became of the files.
    package struct Outcome {
        package var records: [(node: PlainNode, origin: Record.Origin?)] = []
        package var lines: [(key: String, arguments: [String: String])] = []
        package var refusals = 0
        /// The exit status of the gravest refusal.
        package var refused: Refusal.Status?
    }

    /// A file as it is named; of a folder all files below it, in order, but the hidden ones.
    package static func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        let below = FileManager.default.enumerator(atPath: path)
        var found: [String] = []
        while let name = below?.nextObject() as? String {
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            let kind = below?.fileAttributes?[.type] as? FileAttributeType
            if !isHidden, kind != .typeDirectory { found.append("\(path)/\(name)") }
        }
        return found.sorted()
    }

    /// All that are on record, read once: for many files.
    package static func known(in library: Library) throws -> (String) throws -> Record? {
        let exhibits = try library.records(of: .exhibit)
        let bySum = Dictionary(
            exhibits.compactMap { exhibit in exhibit[ExhibitFields.sha256].value.map { ($0, exhibit) } }
        ) { first, _ in first }
        return { bySum[$0] }
    }

    /// Looked up one by one: for a few files.
    package static func lookedUp(in library: Library) -> (String) throws -> Record? {
        { sum in
            try library.ids(of: .exhibit, holding: sum, limit: 8).lazy.compactMap { try library.record($0) }
                .first { $0[ExhibitFields.sha256].value == sum }
        }
    }

    /// Takes files in; `entry` goes into the custody record of each that was not kept before. `names` are the names that the
    /// files had where they came from, where that is not where they are now.
    package mutating func take(
        _ files: [String], names: [String]? = nil, entry: [(String, String)], fresh: (RecordKind) -> RecordID,
        describing describe: (RecordID) -> PlainRecord
    ) throws -> Outcome {
        var outcome = Outcome()
        for (file, result) in zip(names ?? files, try store.add(filesAt: files)) {
            switch result {
            case .failure(let error):
                let refusal = Refusal(error)
                outcome.refusals += 1
                outcome.refused = outcome.refused ?? refusal.status
                outcome.lines.append((key: "refusals.\(refusal.key)", arguments: refusal.arguments))
            case .success(let kept):
                if let id = seen[kept.sha256] {
                    outcome.lines.append(
                        (key: "evidence.twice", arguments: ["file": VisibleText.of(file), "id": id.text]))
                    continue
                }
                if let record = try known(kept.sha256) {
                    seen[kept.sha256] = record.id
                    let key = kept.isNew ? "evidence.joined" : "evidence.kept"
                    outcome.lines.append(
                        (key: "\(key)Before", arguments: ["file": VisibleText.of(file), "id": record.id.text]))
                    if kept.isNew { outcome.records.append((completed(record, kept, file, entry), record.origin)) }
                    continue
                }
                let id = fresh(.exhibit)
                seen[kept.sha256] = id
                outcome.records.append((made(describe(id), kept, file, entry), nil))
                outcome.lines.append(
                    (key: "evidence.addedFile", arguments: ["file": VisibleText.of(file), "id": id.text]))
            }
        }
        return outcome
    }

    private func made(
        _ record: PlainRecord, _ kept: ExhibitStore.KeptFile, _ file: String, _ entry: [(String, String)]
    ) -> PlainNode {
        var record = record
        record.set("form", "file")
        record.set("originalName", Self.keepable(URL(fileURLWithPath: file).lastPathComponent))
        describe(kept, in: &record)
        record.append(to: "custody", [entry])
        return record.node
    }

    private func completed(
        _ known: Record, _ kept: ExhibitStore.KeptFile, _ file: String, _ entry: [(String, String)]
    ) -> PlainNode {
        var record = PlainRecord(known)
        describe(kept, in: &record)
        record.append(to: "custody", [entry])
        return record.node
    }

    private func describe(_ kept: ExhibitStore.KeptFile, in record: inout PlainRecord) {
        record.set("sha256", kept.sha256)
        record.set("sha512", kept.sha512)
        record.set("bytes", String(kept.bytes))
        let type = MediaType.recognise(head(of: kept))
        record.set("mediaType", type.mimeType)
        guard kept.bytes <= Self.largestRead, PictureMetadata.readable.contains(type) || type == .docx,
            let bytes = bytes(of: kept)
        else { return }
        let found =
            type == .docx
            ? WordMetadata.items(of: bytes).map { MetadataItem(group: $0.group, name: $0.name, value: $0.value) }
            : PictureMetadata.read(bytes)
        let items = found.prefix(200).map { item in
            [
                ("group", Self.keepable(item.group)), ("name", Self.keepable(item.name)),
                ("value", Self.keepable(item.value)),
            ]
        }
        record.set("metadata", nil as PlainNode?)
        record.append(to: "metadata", Array(items))
    }

    /// Pictures beyond this are kept, and not looked into.
    private static let largestRead = 256 << 20

    private func head(of kept: ExhibitStore.KeptFile) -> [UInt8] {
        guard let path = try? store.path(of: kept.sha256), let handle = FileHandle(forReadingAtPath: path) else {
            return []
        }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: MediaType.headSize)).map { Array($0) } ?? []
    }

    private func bytes(of kept: ExhibitStore.KeptFile) -> [UInt8]? {
        (try? store.path(of: kept.sha256)).flatMap { FileManager.default.contents(atPath: $0) }.map { Array($0) }
    }

    /// Foreign text as a record may hold it: a picture's comment can hold anything.
    private static func keepable(_ text: String) -> String {
        let clean = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && TextInspection.rule(for: String(scalar)) != .controlCharacter
        }
        let short = TextInspection.normalised(String(String(String.UnicodeScalarView(clean)).prefix(500)))
        return short.utf8.contains { $0 > 0x20 } ? short : "—"
    }
}
