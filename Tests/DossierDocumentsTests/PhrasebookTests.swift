import DossierModel
import DossierTestSupport
import Testing

@testable import DossierDocuments

@Suite("Dates, ages and names in words")
struct PhrasebookTests {
    private func phrases(_ language: LanguageTag) throws -> Phrasebook {
        Phrasebook(
            wording: try ProjectFolder.wording(language), states: try ProjectFolder.states(),
            institutions: try ProjectFolder.institutions())
    }

    @Test(
        "A partial date says what is known and no more",
        arguments: [
            ("1950", "1950", "1950년"), ("1950-09", "September 1950", "1950년 9월"),
            ("1950-09-14", "14 September 1950", "1950년 9월 14일"), ("1951-21", "spring 1951", "1951년 봄"),
            ("195X", "the 1950s", "1950년대"), ("1950-09~", "about September 1950", "1950년 9월경"),
            ("1950-09?", "September 1950 (uncertain)", "1950년 9월(불확실)"),
            ("1951-01/1951-02", "from January 1951 to February 1951", "1951년 1월부터 1951년 2월까지"),
            ("1951/..", "from 1951 on", "1951년부터"), ("../1951", "until 1951", "1951년까지"),
            ("[1950-06..1950-09]", "at some time between June 1950 and September 1950", "1950년 6월에서 1950년 9월 사이의 어느 때"),
            ("[..1951-03]", "March 1951 or earlier", "1951년 3월 또는 그 전"),
            ("[1951-03..]", "March 1951 or later", "1951년 3월 또는 그 뒤"),
        ])
    func dates(_ edtf: String, _ english: String, _ korean: String) throws {
        let date = try #require(PartialDate(edtf))
        #expect(try phrases(.english).date(date) == english)
        #expect(try phrases(.korean).date(date) == korean)
    }

    @Test("French and Spanish write dates in their own way")
    func otherLanguages() throws {
        let date = try #require(PartialDate("1950-09-14"))
        #expect(try phrases(.french).date(date) == "14 septembre 1950")
        #expect(try phrases(.spanish).date(date) == "14 de septiembre de 1950")
    }

    @Test("The words of the source stand beside the date, with their calendar")
    func words() throws {
        let statement = DateStatement(
            date: try #require(PartialDate("1950-09")), words: LocalizedText("단기 4283년 9월", .korean),
            calendar: .dangi, statedYear: 4283)
        let runs = try phrases(.english).runs(statement)
        #expect(
            runs.map(\.text).joined()
                == "September 1950 (in the words of the source: “단기 4283년 9월”, Dangi era, year 4283)")
        #expect(runs.first { $0.text.contains("단기") }?.language == .korean)
    }

    @Test("A place is named as it was called then")
    func places() throws {
        let place = Place(
            names: [
                .init(wording: .init(text: "Old County", language: .english), until: PartialDate("1953")),
                .init(wording: .init(text: "New City", language: .english), from: PartialDate("1954")),
            ], state: StateCode("KOR"))
        let phrases = try phrases(.english)
        #expect(phrases.runs(place, at: PartialDate("1950-09")).map(\.text).joined() == "Old County, Republic of Korea")
        #expect(phrases.runs(place, at: PartialDate("2015")).map(\.text).joined() == "New City, Republic of Korea")
    }
}
