import ArgumentParser
import DossierDisclosure
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierMedia
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct EvidenceCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Write a copy of an exhibit: one that may leave, or one to work on.",
        discussion: """
            Camera, author, place and comments are taken out; picture and sound stay as they are. Refused (exit status 77) \
            where no consent opens the exhibit to the recipient, and for types that cannot be cleaned with certainty. The \
            copy is noted in the custody record and in the ledger. The original stays untouched.

            With --working the copy is byte for byte the original, for staff to work on; it stays in the house.
            """)

    @Argument(help: "The id of the exhibit.")
    var exhibit: String
    @Option(name: .customLong("for"), help: "The channel that receives it, such as wgeid or coi.")
    var channel: String?
    @Flag(help: "A copy to work on, in the house.")
    var working = false
    @Option(help: "The file to write.", completion: .file())
    var to: String
    @OptionGroup var place: LibraryOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if (channel == nil) != working {
            throw ValidationError("Say who receives it, --for CHANNEL, or that it stays here, --working.")
        }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let reading = try office.library(place.library, readOnly: true)
            guard let id = RecordID(exhibit), let record = try reading.record(id), record.kind == .exhibit else {
                throw Refusal(.noInput, "noRecord", ["id": exhibit])
            }
            let consents = try reading.consents(opening: record)
            let store = ExhibitStore(libraryPath: reading.path)
            try reading.close()
            if let channel {
                let discloser = Discloser(audience: .body(channel), on: office.surroundings.today)
                guard discloser.opens(record, consents: consents) else {
                    throw Refusal(.refused, "noConsent", ["ids": id.text])
                }
            }
            let bytes = try original(of: record, in: store)
            let copy = working ? bytes : try Self.stripped(bytes, of: id)
            guard !FileManager.default.fileExists(atPath: to) else {
                throw Refusal(.cannotCreate, "exists", ["path": to])
            }
            try FileWriting.write(copy, to: to)
            try note(record, copy, office)
            let key = working ? "evidence.workingCopy" : "evidence.copied"
            Terminal(usesColour: false).line(office.messages.filled(key, ["id": id.text, "path": to]))
        }
    }

    /// The original's bytes, proved unchanged.
    private func original(of record: Record, in store: ExhibitStore) throws -> [UInt8] {
        guard let sha256 = record[ExhibitFields.sha256].value, let sha512 = record[ExhibitFields.sha512].value,
            store.holds(sha256)
        else { throw Refusal(.noInput, "noOriginal", ["id": record.id.text]) }
        guard store.verify([Digests(sha256: sha256, sha512: sha512)]) == [.sound],
            let bytes = FileManager.default.contents(atPath: try store.path(of: sha256)).map({ Array($0) })
        else { throw Refusal(.inputOutput, "changedOriginal", ["id": record.id.text]) }
        return bytes
    }

    private static func stripped(_ bytes: [UInt8], of id: RecordID) throws -> [UInt8] {
        // Plain text says nothing beside what it says.
        if MediaType.recognise(bytes) == .text { return bytes }
        do {
            return try MetadataStripper.strip(bytes)
        } catch {
            let type = MediaType.recognise(bytes).mimeType
            throw Refusal(.refused, "cannotClean", ["id": id.text, "type": type])
        }
    }

    private func note(_ record: Record, _ bytes: [UInt8], _ office: Office) throws {
        let digest = Digests(of: bytes).sha256
        var plain = PlainRecord(record)
        plain.append(
            to: "copies",
            [
                [
                    ("kind", working ? "working" : "redacted"), ("sha256", digest), ("bytes", String(bytes.count)),
                    ("mediaType", record[ExhibitFields.mediaType].value ?? MediaType.unknown.mimeType),
                ]
            ])
        plain.append(
            to: "custody",
            [
                [
                    ("at", office.surroundings.moment), ("actor", office.surroundings.actor), ("action", "copied"),
                    ("note", "\(channel ?? "working") \(digest.prefix(16))"),
                ]
            ])
        try RecordEntry(office: office, library: place.library).save(plain.node, origin: record.origin, reason: "copy")
        guard let channel else { return }
        let library = try office.library(place.library)
        try library.noteDisclosures([(record.id, digest)], change: office.surroundings.change("\(channel) copy"))
        try library.close()
    }
}
