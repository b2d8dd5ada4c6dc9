import DossierIntake
import DossierModel
import DossierProfiles
import DossierTestSupport
import Foundation
import Testing

@testable import DossierDesk

@Suite("The desk's words and layouts")
struct DeskWordsTests {
    private func wording(_ language: LanguageTag) throws -> Wording {
        Wording(
            language: language, nodes: [try ProjectFolder.templates.document("messages/desk.\(language).yaml")])
    }

    @Test("Korean and English have the same keys")
    func same() throws {
        let (korean, english) = (try wording(.korean), try wording(.english))
        #expect(korean.keys.symmetricDifference(english.keys).sorted() == [])
        for key in korean.keys {
            let places = { (text: String) in Set(text.matches(of: #/\{\w+\}/#).map { String($0.output) }) }
            #expect(places(korean[key]) == places(english[key]), "\(key)")
        }
    }

    @Test("Help for forms stands in both languages")
    func forms() throws {
        let named = try ["ko", "en"].map { language in
            let node = try ProjectFolder.templates.document("catalogue/fields.\(language).yaml")
            return Set((node["fields"]?.pairs ?? []).filter { $0.value["form"] != nil }.map(\.key))
        }
        #expect(named[0].count > 40)
        #expect(named[0].symmetricDifference(named[1]).sorted() == [])
        #expect(named[0].filter { FieldCatalogue.field(id: $0) == nil } == [])
    }

    @Test("Every key that the pages name is there")
    func named() throws {
        let words = try wording(.korean)
        let folder = "\(ProjectFolder.path)/Sources/DossierDesk"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var named: Set<String> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            named.formUnion(text.matches(of: #/words(?:\.filled\(|\[)\s*"([A-Za-z.]+)"/#).map { String($0.output.1) })
        }
        named = named.filter { !$0.hasPrefix("deskTerminal.") }
        #expect(named.count > 100)
        #expect(named.filter { !words.contains("desk.\($0)") }.sorted() == [])
    }

    @Test("Every word that stands for a code of the model is there")
    func codes() throws {
        let words = try wording(.korean)
        let keys =
            AnswerKind.allCases.map { "answers.\($0.rawValue)" }
            + PersonName.Script.allCases.map { "scripts.\($0.rawValue)" }
            + PersonName.Kind.allCases.map { "nameKinds.\($0.rawValue)" }
            + PersonName.RomanisationSystem.allCases.map { "systems.\($0.rawValue)" }
            + SourceCalendar.allCases.map { "calendars.\($0.rawValue)" }
            + AgeStatement.Counting.allCases.map { "counting.\($0.rawValue)" }
            + TranslationStatus.allCases.map { "translation.\($0.rawValue)" }
            + TimelineEvent.Kind.allCases.map { "timeline.kinds.\($0.rawValue)" }
            + Waiting.What.allCases.map { "waiting.\($0.rawValue)" }
        #expect(keys.filter { !words.contains("desk.\($0)") } == [])
    }

    @Test("A layout names fields that there are, and no field is without a place", arguments: RecordKind.allCases)
    func layout(_ kind: RecordKind) throws {
        let node = try ProjectFolder.templates.document("desk/forms.yaml")
        if case .list(let sections)? = node["forms"]?[kind.rawValue]?.content {
            for section in sections {
                guard case .list(let names)? = section["fields"]?.content else { continue }
                for name in names.compactMap(\.scalar) {
                    #expect(FieldCatalogue.field(name, of: kind) != nil, "\(kind).\(name)")
                }
            }
        }
        let parts = try TestHouse.house().layout.parts(of: kind)
        let placed = parts.flatMap(\.fields).map(\.id)
        #expect(placed.sorted() == FieldCatalogue.fields(of: kind).map(\.id).sorted())
    }

    @Test("A field that no layout has heard of stands in the last part")
    func newField() throws {
        let house = try TestHouse.house()
        let layout = FormLayout(PlainNode(.map([])), profile: house.profile)
        for kind in [RecordKind.testimony, .claim, .consent, .exhibit] {
            #expect(layout.parts(of: kind).flatMap(\.fields).count == FieldCatalogue.fields(of: kind).count)
        }
    }

    @Test("What rules say in the words of case files, forms say in theirs")
    func spoken() throws {
        let house = try TestHouse.house()
        guard let (korean, english) = house.words(.korean) else { throw TestDataError("no words") }
        #expect(
            SpokenWords(words: korean, kind: .case).text("“complaints: {none: …}”에 까닭을 적으십시오.")
                == "“당국에 낸 진정: 없음”에 까닭을 적으십시오.")
        #expect(SpokenWords(words: english, kind: .incident).text("Add “place”.") == "Add “Place”.")
        #expect(SpokenWords(words: korean, kind: .person).text("“한글”은 그대로") == "“한글”은 그대로")
    }

    @Test("Every mend of every rule is in words of the form", arguments: [LanguageTag.korean, .english])
    func mends(_ language: LanguageTag) throws {
        let house = try TestHouse.house()
        guard let (words, _) = house.words(language) else { throw TestDataError("no words") }
        let spoken = SpokenWords(words: words, kind: .case)
        for key in words.profile.keys where key.hasPrefix("rules.") && key.hasSuffix(".mend") {
            let text = spoken.text(words.profile[key])
            #expect(!text.contains(#/“[a-z]+[A-Z][A-Za-z]*[:”]/#), "\(key): \(text)")
        }
    }
}
