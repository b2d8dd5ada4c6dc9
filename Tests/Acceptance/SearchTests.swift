import Foundation
import Testing

extension AcceptanceSuite {
    /// Who was on a list is found, within what a reader may see. The persons are invented.
    @Suite("Finding people")
    struct SearchTests {
        private static let list = """
            번호,성명,한자,성별,나이,생년월일,피랍일,피랍장소,부,비고
            0001,김철수,金哲洙,남,45,1905,1950년 8월,서울 종로구,김만복,인쇄소 주인
            0002,남궁억,,남,,1921.3.5,단기 4283년 9월,개성,,형제가 함께 끌려감
            0003,"박길동, 박길남",,남,,,1950-07,춘천,,
            """

        /// A workplace with the list and a mapping that somebody has completed.
        private static func with(_ body: @Sendable (Workplace, _ list: String, _ mapping: String) async throws -> Void)
            async throws
        {
            try await Workplace.with { place in
                let list = try place.file("list.csv", Self.list)
                let mapping = place.folder.filePath + "/m.yaml"
                let proposed = try await place.run("import", list, "--map", mapping, "--source", "kwafu")
                #expect(proposed.status == 0, "\(proposed.errors)")
                #expect(proposed.output.contains("나이: at which date"))
                let text = try String(contentsOfFile: mapping, encoding: .utf8)
                    .replacing("나이: person.age", with: "나이: {to: person.age, at: \"[피랍일]\"}")
                try Data(text.utf8).write(to: URL(filePath: mapping))
                try await body(place, list, mapping)
            }
        }

        @Test("A person is found in every spelling, by words with their particles, by date and place, with the reason")
        func search() async throws {
            try await Self.with { place, list, mapping in
                _ = try await place.run("import", list, "--mapping", mapping)
                for query in [
                    ["김철수"], ["Kim", "Chol-su"], ["KIM Chulsoo"], ["金哲洙"], ["철수"], ["Cholsu"], ["인쇄소"], ["김철수 1950-08"],
                    ["Kim Chul-soo 종로"], ["case-kwafu-0001"], ["\"인쇄소 주인\""],
                ] {
                    let ending = try await place.run(arguments: ["search"] + query)
                    #expect(ending.status == 0)
                    #expect(ending.output.contains("case-kwafu-0001"), "\(query): \(ending.output)\(ending.errors)")
                }
                for query in ["김철호", "김철수 1951-08", "\"주인 인쇄소\"", "없는말"] {
                    let ending = try await place.run("search", query)
                    #expect(ending.status == 0)
                    #expect(!ending.output.contains("case-kwafu-0001"), "\(query): \(ending.output)")
                }
                let why = try await place.run("search", "Kim Chul-soo", "--json")
                #expect(why.output.contains("sounds alike"), "\(why.output)")
                for hostile in [
                    "\"", "AND OR NOT", "NEAR(", "*", "a^b", "-", "';DROP TABLE record;--",
                    String(repeating: "가 ", count: 5_000),
                ] {
                    #expect(try await place.run("search", "--", hostile).status == 0, "\(hostile.prefix(20))")
                }
                #expect(try await place.run("search").status == 64)
                #expect(try await place.run("search", "--rebuild").status == 0)
            }
        }

        @Test("What an edition withholds is neither found nor counted")
        func withheld() async throws {
            try await Workplace.with { place in
                let staff = try await place.run("search", "아버지")
                #expect(staff.output.contains("found"), "\(staff.output)")
                let all = try await place.run("search", "도한들", "--json")
                #expect(all.output.contains("case-s1a"))
                let notes = try await place.run("search", "person-s1a")
                #expect(notes.output.contains("s1a"))
                // The list has no consents: nothing of it may be seen by anybody else.
                let list = try place.file("list.csv", Self.list)
                let mapping = try place.file(
                    "m.yaml",
                    "source: t\nlanguage: ko\nkey: [번호]\npeople: [\",\"]\ncolumns: {번호: ignore, 성명: person.names, 비고: person.notes, 한자: ignore, 성별: ignore, 나이: ignore, 생년월일: ignore, 피랍일: case.lastSeenDate, 피랍장소: ignore, 부: ignore}\n"
                )
                #expect(try await place.run("import", list, "--mapping", mapping).status == 0)
                for query in ["김철수", "인쇄소", "1950-08"] {
                    #expect(try await place.run("search", query).output.contains("case-t-0001"))
                    for edition in [["public"], ["full", "--for", "wgeid"], ["partner", "--for", "kpa"]] {
                        let ending = try await place.run(arguments: ["search", query, "--edition"] + edition)
                        #expect(!ending.output.contains("case-t-0001"), "\(query) \(edition)")
                    }
                }
            }
        }

        @Test("Doubles are found with their reasons, decided, never merged, and a decision can be taken back")
        func doubles() async throws {
            try await Self.with { place, list, mapping in
                _ = try await place.run("import", list, "--mapping", mapping)
                let other = try place.file(
                    "other.csv", "no,name,birth,place\n7,Kim Chol-su,1905,서울특별시 종로구\n8,Pak Chol-su,1906,평양\n")
                let second = try place.file(
                    "o.yaml",
                    "source: other\nlanguage: ko\nkey: [no]\ncolumns: {no: ignore, name: person.names, birth: person.birthDate, place: case.lastSeenPlace}\n"
                )
                #expect(try await place.run("import", other, "--mapping", second).status == 0)
                let found = try await place.run("match", "find", "--least", "0.2")
                #expect(
                    found.output.contains("person-kwafu-0001 김철수  ↔  person-other-7 Kim Chol-su"), "\(found.output)")
                #expect(found.output.contains("name: spelt otherwise, alike in sound"))
                #expect(!found.output.contains("person-other-8"))
                let (one, two) = ("person-kwafu-0001", "person-other-7")
                #expect(try await place.run("match", "decide", one, two, "same", "--reason", "son").status == 0)
                #expect(
                    try await place.run("match", "find", "--least", "0.2", "--json").output.contains(
                        "\"pairs\" : [\n\n"))
                let refused = try await place.run("match", "decide", two, one, "different")
                #expect(refused.status == 77)
                #expect(refused.errors.contains("person-kwafu-0001 – person-other-7: the same person"))
                #expect(try await place.run("match", "list").output.contains("one person: \(one), \(two)"))
                // Shown as one, kept as two.
                let shown = try await place.run("search", "김철수")
                #expect(shown.output.contains("the same person, by what was decided: \(two)"), "\(shown.output)")
                #expect(try await place.run("import", list).output.contains("all of it already"))
                #expect(try await place.run("match", "list").output.contains("son"))
                #expect(try await place.run("match", "undo", one, two).status == 0)
                #expect(try await place.run("match", "undo", one, two).status == 66)
                #expect(try await place.run("match", "decide", one, "person-nobody", "same").status == 66)
                #expect(try await place.run("ledger", "verify").status == 0)
                let listed = try await place.run("match", "find", "--list", other, "--mapping", second, "--json")
                #expect(listed.status == 0)
            }
        }
    }
}
