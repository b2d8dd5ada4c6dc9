import ArgumentParser
import DossierDocuments
import DossierIntake
import DossierModel
import DossierOffice
import DossierProfiles

struct FieldsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields", abstract: "Print the manual of all fields of a case file.")

    @Argument(help: "Only the fields whose id begins so, for example case.sightings.")
    var prefix: String?
    @Flag(help: "Print as JSON.")
    var json = false
    @Flag(help: "Print the schema of editions in XML, which holds every field that may leave.")
    var xsd = false
    @OptionGroup var messages: MessageOptions

    private struct Plain: Encodable {
        var id: String
        var type: String
        var choices: [String]
        var confidentiality: String
        var label: String
        var help: String
    }

    func validate() throws {
        if xsd, json || prefix != nil { throw ValidationError("--xsd prints the whole schema, and nothing else.") }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            if xsd {
                return Terminal(usesColour: false).write(String(decoding: try EditionSchema.bytes(), as: UTF8.self))
            }
            let words = try office.fieldWording()
            let fields = FieldCatalogue.all.filter { $0.id.hasPrefix(prefix ?? "") }
            guard !fields.isEmpty else { throw Refusal(.noInput, "noField", ["prefix": prefix ?? ""]) }
            if json {
                return try JSONFace.print(
                    fields.map {
                        Plain(
                            id: $0.id, type: $0.type.word, choices: choices($0),
                            confidentiality: $0.confidentiality.word, label: words["fields.\($0.id).label"],
                            help: words["fields.\($0.id).help"])
                    })
            }
            show(fields, words, Terminal(usesColour: office.surroundings.usesColour))
        }
    }

    private func show(_ fields: [FieldDefinition], _ words: Wording, _ terminal: Terminal) {
        var kind = ""
        for field in fields {
            let own = String(field.id.prefix { $0 != "." })
            if own != kind {
                kind = own
                terminal.line()
                terminal.line(terminal.styled("# \(words["kinds.\(kind).label"])", .bold))
                terminal.line("  \(words["kinds.\(kind).help"])")
            }
            terminal.line()
            let level = words["confidentiality.\(field.confidentiality.word).label"]
            terminal.line(
                "\(terminal.styled(field.id, .bold)) — \(words["fields.\(field.id).label"]) "
                    + terminal.styled("(\(field.type.word); \(level))", .dim))
            terminal.line("  \(words["fields.\(field.id).help"])")
            terminal.line("  \(words["types.\(field.type.word)"])")
            let codes = choices(field)
            if !codes.isEmpty { terminal.line("  \(codes.joined(separator: " | "))") }
        }
    }

    private func choices(_ field: FieldDefinition) -> [String] {
        switch field.type {
        // What a consent leaves out is any field at all: the list would be this manual.
        case .choice(let codes), .choices(let codes): codes.count > 20 ? [] : codes
        default: []
        }
    }
}
