import DossierFiles
import DossierLibrary
import DossierMedia
import DossierModel
import DossierOffice
import DossierPackages
import Foundation

/// Copies of exhibits that tell nothing of themselves. Originals are proved unchanged first, and are never touched.
struct ExhibitCopies: Sendable {
    let store: ExhibitStore

    enum Copy: Sendable {
        /// `isSame` when the copy is byte for byte the original: then its digests prove the original as well.
        case enclosed(BagContents.Source, ending: String, mediaType: String, isSame: Bool)
        /// It is no file.
        case object
        /// Nobody can free a file of this kind of what it tells of itself.
        case heldBack
    }

    /// Pictures beyond this are held back: they are held in memory while they are cleaned.
    private static let largestPicture = 256 << 20

    /// Proves the originals of these exhibits unchanged, all of them in one reading.
    /// - Throws: ``Refusal`` that names the first which is not there or is not as it was.
    func prove(_ exhibits: [Record]) throws {
        let files = exhibits.compactMap { exhibit -> (RecordID, Digests)? in
            exhibit.digests.map { (exhibit.id, $0) }
        }
        for ((id, _), verdict) in zip(files, store.verify(files.map(\.1))) {
            switch verdict {
            case .sound: continue
            case .missing: throw Refusal(.noInput, "noOriginal", ["id": id.text])
            case .changed, .unreadable: throw Refusal(.inputOutput, "changedOriginal", ["id": id.text])
            }
        }
    }

    /// `original` is the exhibit as it is on record, whatever its edition tells.
    func copy(of original: Record) throws -> Copy {
        guard original[ExhibitFields.form].value != "object", let sha256 = original[ExhibitFields.sha256].value else {
            return .object
        }
        let path = try store.path(of: sha256)
        guard let head = head(of: path) else { throw Refusal(.noInput, "noOriginal", ["id": original.id.text]) }
        let type = MediaType.recognise(head)
        switch type {
        case .text:
            guard try isText(path) else { return .heldBack }
            return .enclosed(.pieces([.file(path: path)]), ending: "txt", mediaType: type.mimeType, isSame: true)
        case .wav:
            guard let pieces = recording(path) else { return .heldBack }
            return .enclosed(.pieces(pieces), ending: "wav", mediaType: type.mimeType, isSame: false)
        case .jpeg, .png:
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            guard size <= Self.largestPicture, (try? Self.cleaned(path)) != nil else { return .heldBack }
            // Cleaned again when it is written: a thousand pictures are not held until then.
            return .enclosed(
                .made(size: size) { try Self.cleaned(path) }, ending: type == .jpeg ? "jpg" : "png",
                mediaType: type.mimeType, isSame: false)
        default: return .heldBack
        }
    }

    private static func cleaned(_ path: String) throws -> [UInt8] {
        try MetadataStripper.strip(Array(try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)))
    }

    private func head(of path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: MediaType.headSize)).map { Array($0) } ?? []
    }

    /// A file that begins as text may hold anything later.
    private func isText(_ path: String) throws -> Bool {
        var inspection = PlainText.Inspection()
        _ = try FileReading().scan(path: path) { inspection.take($0) }
        return inspection.isText
    }

    private func recording(_ path: String) -> [FileReading.Piece]? {
        guard let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd() else { return nil }
        defer { try? handle.close() }
        let parts = try? MetadataStripper.partsOfRecording(count: Int(size)) { range in
            guard (try? handle.seek(toOffset: UInt64(range.lowerBound))) != nil,
                let data = try? handle.read(upToCount: range.count), data.count == range.count
            else { return nil }
            return Array(data)
        }
        return parts?.map { part in
            switch part {
            case .bytes(let bytes): .bytes(bytes)
            case .range(let range): .range(path: path, offset: range.lowerBound, count: range.count)
            }
        }
    }
}
