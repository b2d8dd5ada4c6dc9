import ArgumentParser
import DossierDisclosure
import DossierIntake
import DossierLibrary
import DossierMedia
import DossierModel
import DossierProfiles
import Foundation

struct EvidenceCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Write a copy of an exhibit that may leave: without what the file says of itself.",
        discussion: """
            Camera, author, place and comments are taken out; picture and sound stay as they are. Refused (exit status 77) \
            where no consent opens the exhibit to the recipient, and for types that cannot be cleaned with certainty. The \
            copy is noted in the custody record and in the ledger. The original stays untouched.
            """)

    @Argument(help: "The id of the exhibit.")
    var exhibit: String
    @Option(name: .customLong("for"), help: "The channel that receives it, such as wgeid or coi.")
    var channel: String
    @Option(help: "The file to write.", completion: .file())
    var to: String
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let reading = try office.library(place.library, readOnly: true)
            guard let id = RecordID(exhibit), let record = try reading.record(id), record.kind == .exhibit else {
                throw Refusal(.noInput, "noRecord", ["id": exhibit])
            }
            let consents = try reading.consents(opening: record)
            let store = ExhibitStore(libraryPath: reading.path)
            try reading.close()
            guard Discloser(audience: .body(channel), on: office.surroundings.today).opens(record, consents: consents)
            else { throw Refusal(.refused, "noConsent", ["ids": id.text]) }
            let stripped = try copy(of: record, in: store)
            guard !FileManager.default.fileExists(atPath: to) else {
                throw Refusal(.cannotCreate, "exists", ["path": to])
            }
            try FileWriting.write(stripped, to: to)
            try note(record, stripped, office)
            Terminal(usesColour: false).line(office.messages.filled("evidence.copied", ["id": id.text, "path": to]))
        }
    }

    private func copy(of record: Record, in store: ExhibitStore) throws -> [UInt8] {
        guard let sha256 = record[ExhibitFields.sha256].value, let sha512 = record[ExhibitFields.sha512].value,
            store.holds(sha256)
        else { throw Refusal(.noInput, "noOriginal", ["id": record.id.text]) }
        guard store.verify([Digests(sha256: sha256, sha512: sha512)]) == [.sound],
            let bytes = FileManager.default.contents(atPath: try store.path(of: sha256)).map({ Array($0) })
        else { throw Refusal(.inputOutput, "changedOriginal", ["id": record.id.text]) }
        // Plain text says nothing beside what it says.
        if MediaType.recognise(bytes) == .text { return bytes }
        do {
            return try MetadataStripper.strip(bytes)
        } catch {
            let type = MediaType.recognise(bytes).mimeType
            throw Refusal(.refused, "cannotClean", ["id": record.id.text, "type": type])
        }
    }

    private func note(_ record: Record, _ bytes: [UInt8], _ office: Office) throws {
        let digest = Digests(of: bytes).sha256
        var plain = PlainRecord(record)
        plain.append(
            to: "copies",
            [
                [
                    ("kind", "redacted"), ("sha256", digest), ("bytes", String(bytes.count)),
                    ("mediaType", record[ExhibitFields.mediaType].value ?? MediaType.unknown.mimeType),
                ]
            ])
        plain.append(
            to: "custody",
            [
                [
                    ("at", office.surroundings.moment), ("actor", office.surroundings.actor), ("action", "copied"),
                    ("note", "\(channel) \(digest.prefix(16))"),
                ]
            ])
        try RecordEntry(office: office, library: place.library).save(plain.node, origin: record.origin, reason: "copy")
        let library = try office.library(place.library)
        try library.noteDisclosures([(record.id, digest)], change: office.surroundings.change("\(channel) copy"))
        try library.close()
    }
}
