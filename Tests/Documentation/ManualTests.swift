import DossierIntake
import DossierModel
import DossierProfiles
import DossierTestSupport
import Foundation
import Testing

/// What a user can meet is written down: every field, command and rule.
@Suite("The manual")
struct ManualTests {
    @Test("Every field has a label and help, in both languages, and nothing else has", arguments: ["en", "ko"])
    func fields(_ language: String) throws {
        let node = try ProjectFolder.templates.document("catalogue/fields.\(language).yaml")
        let documented = Set((node["fields"]?.pairs ?? []).map(\.key))
        #expect(documented.symmetricDifference(FieldCatalogue.all.map(\.id)).sorted() == [])
        for pair in node["fields"]?.pairs ?? [] {
            #expect(pair.value["label"]?.scalar?.isEmpty == false, "\(pair.key)")
            #expect(pair.value["help"]?.scalar?.isEmpty == false, "\(pair.key)")
        }
        for kind in RecordKind.allCases { #expect(node["kinds"]?[kind.rawValue] != nil) }
        for level in Confidentiality.allCases { #expect(node["confidentiality"]?[level.word] != nil) }
        for field in FieldCatalogue.all { #expect(node["types"]?[field.type.word] != nil, "\(field.type.word)") }
    }

    @Test("Every finding of the case-file reader has its words, in both languages", arguments: ["en", "ko"])
    func findings(_ language: String) throws {
        let node = try ProjectFolder.templates.document("messages/findings.\(language).yaml")
        let rules = Set((node["findings"]?.pairs ?? []).map(\.key))
        #expect(rules.symmetricDifference(RecordFinding.Rule.allCases.map(\.rawValue)).sorted() == [])
    }

    @Test("Both languages of messages hold the same keys with the same arguments")
    func messages() throws {
        let (english, korean) = (try messages("en"), try messages("ko"))
        #expect(english.keys.symmetricDifference(korean.keys).sorted() == [])
        for key in english.keys.sorted() {
            let names = { (text: String) in Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }) }
            #expect(names(english[key]) == names(korean[key]), "\(key)")
        }
    }

    @Test("Every command is in the README, in both languages", arguments: ["README.md", "README.ko.md"])
    func commands(_ file: String) throws {
        let text = try String(contentsOfFile: "\(ProjectFolder.path)/\(file)", encoding: .utf8)
        for command in [
            "demo", "init", "import", "case list", "case show", "case edit", "case history", "fields", "rules", "check",
            "render", "consent add", "consent list", "consent withdraw", "ledger verify", "upr new", "upr check",
            "upr render", "upr export", "upr recommendations import", "upr recommendations list",
            "submission record", "submission receipt", "submission list", "submission show", "submission diff",
            "key make", "key add", "key list", "key show", "import batches", "import undo", "search", "match find",
            "match review",
            "match decide", "match undo", "match list", "match score",
        ] {
            #expect(text.contains("dossier \(command)"), "\(command)")
        }
    }

    @Test("Every rule of the WGEID profile is in its documentation")
    func rules() throws {
        let text = try String(contentsOfFile: "\(ProjectFolder.path)/docs/wgeid-rules.md", encoding: .utf8)
        for rule in try ProjectFolder.profile().rules {
            #expect(text.contains("`\(rule.id)`"), "\(rule.id)")
        }
    }

    @Test("Every rule of reports is in its documentation, with the words of its messages")
    func reportRules() throws {
        let text = try String(contentsOfFile: "\(ProjectFolder.path)/docs/upr-rules.md", encoding: .utf8)
        let words = try ProjectFolder.reportWording(.english)
        for rule in try ProjectFolder.reportProfile().rules { #expect(text.contains("`\(rule.id)`"), "\(rule.id)") }
        for key in words.keys where key.hasPrefix("rules.") { #expect(text.contains(words[key]), "\(key)") }
    }

    private func messages(_ language: String) throws -> Wording {
        Wording(
            language: .english,
            nodes: [
                try ProjectFolder.templates.document("messages/cli.\(language).yaml"),
                try ProjectFolder.templates.document("messages/findings.\(language).yaml"),
            ])
    }
}
