import DossierModel
import DossierProfiles
import DossierTestSupport
import Testing

@Suite("The words of documents and checks")
struct WordingTests {
    @Test("Every language holds the same keys", arguments: ProjectFolder.languages)
    func sameKeys(_ language: LanguageTag) throws {
        let english = try ProjectFolder.wording(.english).keys
        let other = try ProjectFolder.wording(language).keys
        #expect(english.subtracting(other).sorted() == [])
        #expect(other.subtracting(english).sorted() == [])
    }

    @Test("Every language fills in the same arguments", arguments: ProjectFolder.languages)
    func sameArguments(_ language: LanguageTag) throws {
        let (english, other) = (try ProjectFolder.wording(.english), try ProjectFolder.wording(language))
        // Dates are put together in each language's own order and from its own parts.
        for key in english.keys.sorted() where !key.hasPrefix("dateWords.") {
            #expect(arguments(english[key]) == arguments(other[key]), "\(key)")
        }
    }

    @Test("Every row, section, item field, choice and rule has its words", arguments: ProjectFolder.languages)
    func complete(_ language: LanguageTag) throws {
        let profile = try ProjectFolder.profile()
        let words = try ProjectFolder.wording(language)
        for section in profile.sections {
            #expect(words.contains("sections.\(section.id)"))
            for row in section.rows {
                #expect(words.contains("rows.\(row.id)"))
                for field in row.field.type.itemFields {
                    #expect(words.contains("itemFields.\(field.id)"), "\(field.id)")
                }
            }
        }
        for field in FieldCatalogue.all {
            guard case .choice(let codes) = field.type else { continue }
            for code in codes { #expect(words.contains("choices.\(field.id).\(code)"), "\(field.id).\(code)") }
        }
        for rule in profile.rules {
            let keys = words.keys.filter { $0.hasPrefix("rules.\(rule.id).") && $0.hasSuffix("headline") }
            #expect(!keys.isEmpty, "\(rule.id)")
            for key in keys {
                for part in ["why", "mend"] { #expect(words.contains(key.replacing("headline", with: part)), "\(key)") }
            }
        }
    }

    @Test("States and institutions are named in every language", arguments: ProjectFolder.languages)
    func tables(_ language: LanguageTag) throws {
        let states = try ProjectFolder.states()
        for code in states.codes { #expect(states.name(of: code, in: language) != code.text, "\(code)") }
        for institution in try ProjectFolder.institutions().all {
            #expect(institution.name(in: language, at: nil) != nil, "\(institution.code)")
        }
    }

    @Test("An institution bears the name of the day of the event")
    func nameOfTheDay() throws {
        let institutions = try ProjectFolder.institutions()
        let ministry = try #require(institutions["mss"])
        #expect(ministry.name(in: .korean, at: PartialDate("2013-10")) == "국가안전보위부")
        #expect(ministry.name(in: .korean, at: PartialDate("2026-10-09")) == "국가보위성")
    }

    @Test("An argument that holds braces is left as it is")
    func bracesInArguments() {
        let words = Wording(language: .english, texts: ["k": "a {x} b {y}"])
        #expect(words.filled("k", ["x": "{y}", "y": "2"]) == "a {y} b 2")
        #expect(words.filled("k", [:]) == "a {x} b {y}")
    }

    private func arguments(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.output.1) })
    }
}

@Suite("The words of reports")
struct ReportWordingTests {
    @Test("Every rule and variant has headline, reason and mend, and both languages have the same keys")
    func complete() throws {
        let english = try ProjectFolder.reportWording(.english)
        let korean = try ProjectFolder.reportWording(.korean)
        #expect(english.keys.symmetricDifference(korean.keys).sorted() == [])
        for rule in try ProjectFolder.reportProfile().rules {
            let heads = english.keys.filter { $0.hasPrefix("rules.\(rule.id).") && $0.hasSuffix("headline") }
            #expect(!heads.isEmpty, "\(rule.id)")
            for head in heads {
                for part in ["why", "mend"] {
                    #expect(english.contains(head.replacing("headline", with: part)), "\(head)")
                }
            }
        }
    }
}
