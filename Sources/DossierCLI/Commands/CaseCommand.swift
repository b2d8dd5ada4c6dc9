import ArgumentParser
import DossierDocuments
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "List, show, edit cases and their records, and see their history.",
        subcommands: [List.self, Show.self, EditCommand.self, History.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the cases.")

        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var id: String
            var name: String
            var date: String
            var place: String
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let terminal = Terminal(usesColour: office.surroundings.usesColour)
                var rows: [Plain] = []
                try library.forEachBatch { folders in
                    rows += folders.map { row($0, office.messages.language) }
                }
                if json { return try JSONFace.print(rows) }
                terminal.table(rows.map { [$0.id, $0.date, $0.name, $0.place] })
                terminal.line(office.messages.filled("case.count", ["count": String(rows.count)]))
            }
        }

        private func row(_ folder: CaseFolder, _ language: LanguageTag) -> Plain {
            let names = folder.person?[PersonFields.names].value ?? []
            let date = folder.incident?[IncidentFields.date].value?.date
            let place = folder.incident?[IncidentFields.place].value?.name(in: language, at: date)
            let own = names.first { $0.script == .hangul }?.joined
            let shown = [names.spelling(for: "wgeid")?.printed, own].compactMap(\.self)
            return Plain(
                id: folder.caseRecord.id.text,
                name: (shown.first == shown.last ? Array(shown.prefix(1)) : shown).joined(separator: " "),
                date: date?.edtf ?? "—", place: place?.text ?? "—")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a record, or a case with all that it speaks of, as a case file.")

        @Argument(help: "The id of a case or of any other record.")
        var id: String
        @Option(help: "An earlier revision of this one record.")
        var revision: Int?
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                guard let records = try Self.records(id, revision: revision, in: library) else {
                    throw Refusal(.noInput, "noRecord", ["id": id])
                }
                Terminal(usesColour: false).write(CaseFileWriter.yaml(records) ?? "")
            }
        }

        static func records(_ text: String, revision: Int?, in library: Library) throws -> [Record]? {
            guard let id = RecordID(text) else { return nil }
            if let revision { return try library.record(id, revision: revision).map { [$0] } }
            if let folder = try library.folder(ofCase: id) {
                return [folder.caseRecord, folder.person].compactMap(\.self) + folder.incidents
                    + folder.others.values.sorted { $0.id < $1.id } + folder.consents
            }
            return try library.record(id).map { [$0] }
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the revisions of a record.")

        @Argument(help: "The id of a record.")
        var id: String
        @Flag(help: "List as JSON.")
        var json = false
        @OptionGroup var place: LibraryOptions
        @OptionGroup var messages: MessageOptions

        private struct Plain: Encodable {
            var revision: Int
            var at: String
            var actor: String
            var action: String
            var reason: String
            var hash: String
        }

        func run() async throws {
            try await Office.run(language: messages.lang) { office in
                let library = try office.library(place.library, readOnly: true)
                let revisions = try RecordID(id).map { try library.history(of: $0) } ?? []
                guard !revisions.isEmpty else { throw Refusal(.noInput, "noRecord", ["id": id]) }
                if json {
                    return try JSONFace.print(
                        revisions.map {
                            Plain(
                                revision: $0.number, at: $0.at, actor: $0.actor, action: $0.action,
                                reason: $0.reason, hash: $0.hash)
                        })
                }
                Terminal(usesColour: false).table(
                    revisions.map { revision in
                        [
                            "\(revision.number)", revision.at, revision.actor,
                            office.messages["actions.\(revision.action)"], revision.reason,
                            String(revision.hash.prefix(16)),
                        ]
                    })
            }
        }
    }
}
