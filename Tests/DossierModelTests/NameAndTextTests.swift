import DossierModel
import DossierTestSupport
import Testing

@Suite("Names, texts and ids")
struct NameAndTextTests {
    private let hangul = PersonName(script: .hangul, family: "남궁", given: "하늘")
    private let latin = PersonName(script: .latin, system: .own, family: "Namgung", given: "Ha-neul")

    @Test("Korean names are joined, family first; Latin ones show which part is the family's")
    func printing() {
        #expect(hangul.printed == "남궁하늘")
        #expect(latin.printed == "NAMGUNG Ha-neul")
        #expect(PersonName(script: .kana, family: "しおとめの", given: "みお").printed == "しおとめの みお")
        #expect(PersonName(script: .latin, family: nil, given: "Nuri").printed == "Nuri")
    }

    @Test("Initials tell no more than the first letters")
    func initials() {
        #expect(latin.initials == "N. H. N.")
        #expect(hangul.initials == "남. 하.")
    }

    @Test("A body keeps the spelling that is frozen for it; another gets the first in Latin letters")
    func frozen() {
        var other = latin
        other.family = "Namkoong"
        other.frozenFor = ["wgeid"]
        let names = [hangul, latin, other]
        #expect(names.spelling(for: "wgeid") == other)
        #expect(names.spelling(for: "upr") == latin)
        #expect([hangul].spelling(for: "wgeid") == hangul)
        #expect([PersonName]().spelling(for: "wgeid") == nil)
    }

    @Test("A text is given in the language asked for, else in English, else as it was said")
    func best() {
        let text = LocalizedText(
            original: .init(text: "농부", language: .korean),
            translations: [.init(wording: .init(text: "farmer", language: .english), status: .reviewed)])
        #expect(text.best(for: .korean).text == "농부")
        #expect(text.best(for: .french).text == "farmer")
        #expect(LocalizedText("농부", .korean).best(for: .french).text == "농부")
        #expect(text.translation(into: .english)?.status == .reviewed)
        #expect(text.translation(into: .korean) == nil)
    }

    @Test(
        "An id is short, plain and tells nothing",
        arguments: ["ab", "Person-1", "person_1", "1person", "", "사람-1", "a b"])
    func badIDs(_ text: String) {
        #expect(RecordID(text) == nil)
    }

    @Test("Fresh ids are ids, and differ")
    func freshIDs() {
        var random = SeededRandom(seed: 1)
        let ids = (0..<1_000).map { _ in RecordID(fresh: .case, using: &random) }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { RecordID($0.text) == $0 })
    }

    @Test("Language tags and States are read or refused")
    func codes() {
        #expect(LanguageTag("ko-Hani")?.language == "ko")
        #expect(LanguageTag("Korean") == nil)
        #expect(LanguageTag("k") == nil)
        #expect(StateCode("PRK") != nil)
        #expect(StateCode("prk") == nil)
        #expect(StateCode("PR") == nil)
    }

    @Test("Of contradicting accounts the preferred one leads, and all stay")
    func accounts() throws {
        let accounts = try #require(
            Accounts([Account(value: 1), Account(value: 2, isPreferred: true), Account(value: 3)]))
        #expect(accounts.leading.value == 2)
        #expect(accounts.all.map(\.value) == [1, 2, 3])
        #expect(Accounts<Int>([]) == nil)
        #expect(Answer.given(accounts).compactMap { $0 == 2 ? nil : $0 }.accounts.map(\.value) == [1, 3])
    }

    @Test("Every field of the catalogue has an id of its own, in the kind that its id says")
    func catalogue() {
        let ids = FieldCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for field in FieldCatalogue.all { #expect(FieldCatalogue.field(id: field.id) == field) }
        for kind in RecordKind.allCases {
            for field in FieldCatalogue.fields(of: kind) { #expect(field.kind == kind) }
        }
    }
}
