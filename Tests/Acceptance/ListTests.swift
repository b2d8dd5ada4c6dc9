import Foundation
import Testing

extension AcceptanceSuite {
    /// Lists as somebody imports them: a mapping is proposed, completed, tried and used; an import is undone.
    @Suite("Lists")
    struct ListTests {
        @Test(
            "A mapping is proposed into a new file, in both languages, and nothing is imported",
            arguments: ["en", "ko"])
        func proposing(_ language: String) async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                let before = try place.libraryBytes()
                let target = "\(place.folder.filePath)/proposed-\(language).yaml"
                let ending = try await place.run("import", list.path, "--map", target, "--lang", language)
                #expect(ending.status == 0, "\(ending.errors)")
                #expect(ending.output.contains("person.birthDate"))
                #expect(ending.output.contains("좌석"))
                #expect(!ending.output.contains("‹"), "\(ending.output)")
                #expect(try place.libraryBytes() == before)
                let mapping = try String(contentsOfFile: target, encoding: .utf8)
                #expect(mapping.contains("key"))
                // What is there already is not written over.
                #expect(try await place.run("import", list.path, "--map", target).status == 73)
                #expect(try String(contentsOfFile: target, encoding: .utf8) == mapping)
                #expect(try await place.run("import", list.path, "--map", "/nowhere/m.yaml").status == 73)
                // The proposal is a mapping by which the list can be read.
                let tried = try await place.run("import", list.path, "--mapping", target, "--dry-run")
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
            }
        }

        @Test("A dry run tells what would happen and writes nothing; the import does it, and does it once")
        func importing() async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                let before = try place.libraryBytes()
                let tried = try await place.run("import", list.path, "--mapping", list.mapping, "--dry-run")
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
                #expect(tried.output.contains("person-list-1"))
                #expect(tried.output.contains("6 records would be new"), "\(tried.output)")
                #expect(try place.libraryBytes() == before)
                let done = try await place.run("import", list.path, "--mapping", list.mapping)
                #expect(done.status == 0, "\(done.output)\(done.errors)")
                #expect(done.output.contains("Import 1"), "\(done.output)")
                #expect(try await place.run("case", "show", "case-list-1").output.contains("가람솔"))
                // The mapping is kept: the same list needs none, and changes nothing.
                let again = try await place.run("import", list.path)
                #expect(again.status == 0, "\(again.output)\(again.errors)")
                #expect(again.output.contains("all of it already"), "\(again.output)")
                #expect(try await place.run("import", list.path, "--source", "list").status == 0)
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test("A dry run tells who may be known already, or stands twice in the list", arguments: ["en", "ko"])
        func doubles(_ language: String) async throws {
            try await Workplace.with { place in
                let list = try InventedList(
                    in: place,
                    rows: ["1,도한들,1919-03,남,가", "2,온가람솔,1931-04-05,남,나", "3,온가람솔,1931-04,남,다", "4,온누리,1900,여,라"])
                let order = ["import", list.path, "--mapping", list.mapping, "--dry-run", "--lang", language]
                let tried = try await place.run(arguments: order)
                #expect(tried.status == 0, "\(tried.errors)")
                for pair in [["person-list-1", "person-s1a"], ["person-list-2", "person-list-3"]] {
                    let isTold = tried.output.split(separator: "\n").contains { line in
                        line.contains("↔") && pair.allSatisfy { line.contains($0) }
                    }
                    #expect(isTold, "\(pair) \(tried.output)")
                }
                #expect(!tried.output.contains("‹"), "\(tried.output)")
                #expect(try await !place.run(arguments: order + ["--no-doubles"]).output.contains("↔"))
                let json = try await place.json("import", list.path, "--mapping", list.mapping, "--dry-run", "--json")
                let pairs = try #require((json as? [String: Any])?["doubles"] as? [[String: Any]])
                #expect(pairs.count == 2)
                #expect(pairs.first?["verdict"] as? String == "likely")
            }
        }

        @Test("An import is listed, undone once, and can be made again")
        func undoing() async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                #expect(try await place.run("import", "undo").status == 66)
                #expect(try await place.run("import", list.path, "--mapping", list.mapping).status == 0)
                let undone = try await place.run("import", "undo", "--lang", "ko")
                #expect(undone.status == 0, "\(undone.errors)")
                #expect(!undone.output.contains("‹"), "\(undone.output)")
                #expect(try await place.run("case", "show", "case-list-1").status == 66)
                #expect(try await place.run("import", "undo", "1").status == 77)
                #expect(try await place.run("import", "undo", "9").status == 66)
                #expect(try await place.run("import", list.path).output.contains("Import 2"))
                let batches = try await place.json("import", "batches", "--json")
                let plain = try #require(batches as? [[String: Any]])
                #expect(plain.map { $0["number"] as? Int } == [2, 1])
                #expect(plain.map { $0["undone"] as? Bool } == [false, true])
                #expect(plain.map { $0["added"] as? Int } == [6, 6])
                #expect(try await place.run("import", "batches").output.contains("list"))
                // What people have worked on since is not taken away from them.
                let edit = ["EDITOR": "sed -i s/솔/별/"]
                #expect(try await place.run("case", "edit", "person-list-1", environment: edit).status == 0)
                let refused = try await place.run("import", "undo")
                #expect(refused.status == 77)
                #expect(refused.errors.contains("person-list-1"), "\(refused.errors)")
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test(
            "Every cell that cannot be taken in is told with row and column, on the screen, as JSON and in the report",
            arguments: ["en", "ko"])
        func faults(_ language: String) async throws {
            try await Workplace.with { place in
                let list = try InventedList(
                    in: place, rows: ["1,온가람솔,3/5/1951,남,1", "2,온누리,봄에,남,2", "2,=온별,1931,갑,3", ",온,1931,남,4"])
                let before = try place.libraryBytes()
                let report = "\(place.folder.filePath)/report-\(language).csv"
                let ending = try await place.run(
                    "import", list.path, "--mapping", list.mapping, "--report", report, "--lang", language)
                #expect(ending.status == 65, "\(ending.output)\(ending.errors)")
                #expect(ending.output.contains("3/5/1951") && ending.output.contains("봄에"), "\(ending.output)")
                #expect(!ending.output.contains("‹"), "\(ending.output)")
                let rows = try String(contentsOfFile: report, encoding: .utf8)
                for rule in ["ambiguousDay", "unreadDate", "notInValues", "noKey", "repeatedKey"] {
                    #expect(rows.contains(rule), "\(rule) in \(rows)")
                }
                let json = try #require(
                    try await place.json("import", list.path, "--mapping", list.mapping, "--json") as? [String: Any])
                let findings = try #require(json["findings"] as? [[String: Any]])
                #expect(findings.map { $0["row"] as? Int } == [2, 3, 4, 4, 5])
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("The report of an import holds each record, and is not written over another file")
        func report() async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                let report = try place.file("report.csv", "mine")
                let refused = try await place.run(
                    "import", list.path, "--mapping", list.mapping, "--report", report, "--dry-run")
                #expect(refused.status == 73)
                #expect(try String(contentsOfFile: report, encoding: .utf8) == "mine")
                // Nothing is imported of which the report could not be kept.
                let before = try place.libraryBytes()
                #expect(
                    try await place.run("import", list.path, "--mapping", list.mapping, "--report", report).status == 73
                )
                #expect(try place.libraryBytes() == before)
                let fresh = "\(place.folder.filePath)/fresh.csv"
                #expect(
                    try await place.run("import", list.path, "--mapping", list.mapping, "--report", fresh).status == 0)
                let rows = try String(contentsOfFile: fresh, encoding: .utf8)
                #expect(rows.contains("row,record,standing"))
                // The mark by which spreadsheets know UTF-8.
                #expect(try Data(contentsOf: URL(filePath: fresh)).starts(with: [0xEF, 0xBB, 0xBF]))
                #expect(rows.contains("person-list-3,new"))
            }
        }

        @Test("Whoever cannot be helped is told why, by the status, too")
        func statuses() async throws {
            try await Workplace.with { (place: Workplace) async throws -> Void in
                let list = try InventedList(in: place)
                // No mapping is known, a mapping is not there, a source is not known, a list is not there.
                #expect(try await place.run("import", list.path).status == 66)
                #expect(try await place.run("import", list.path, "--mapping", "nowhere.yaml").status == 66)
                #expect(try await place.run("import", list.path, "--source", "none").status == 66)
                #expect(try await place.run("import", "nowhere.csv", "--mapping", list.mapping).status == 66)
                // A mapping with faults, one that does not fit, a list in another encoding, an old workbook.
                let bad = try place.file("bad.yaml", "source: list\nkey: 번호\ncolumns: {성명: person.name}\n")
                let faulty = try await place.run("import", list.path, "--mapping", bad)
                #expect(faulty.status == 65)
                #expect(faulty.errors.contains("person.names"), "\(faulty.errors)")
                let other = try place.file("other.csv", "id,name\n1,On\n")
                #expect(try await place.run("import", other, "--mapping", list.mapping).status == 65)
                let korean = try place.file("korean.csv", Data([0xB9, 0xF8, 0xC8, 0xA3, 0x0A, 0x31, 0x0A]))
                let encoded = try await place.run("import", korean, "--mapping", list.mapping)
                #expect(encoded.status == 65)
                #expect(encoded.errors.contains("cp949"), "\(encoded.errors)")
                let old = try place.file("old.xls", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
                #expect(try await place.run("import", old, "--mapping", list.mapping).status == 65)
                // Wrong usage.
                #expect(try await place.run("import", list.path, other).status == 64)
                #expect(try await place.run("import", list.path, "--encoding", "latin1").status == 64)
                #expect(try await place.run("import", list.path, "--map", "a", "--mapping", "b").status == 64)
                #expect(try await place.run("import", "Cases/samples", "--mapping", "b").status == 64)
            }
        }
    }
}

/// A list of three invented persons with its mapping.
struct InventedList: Sendable {
    let path: String
    let mapping: String

    static let rows = ["1,온가람솔,1931-04-05,남,가", "2,온누리별,1932,여,나", "3,On Garamsol,1931-04-05,남,다"]

    init(in place: Workplace, rows: [String] = Self.rows) throws {
        path = try place.file("list.csv", "번호,성명,생년월일,성별,좌석\n" + rows.joined(separator: "\n") + "\n")
        mapping = try place.file(
            "mapping.yaml",
            """
            source: list
            title: {ko: 지어낸 명부, en: An invented list}
            key: 번호
            columns:
              번호: ignore
              성명: person.names
              생년월일: person.birthDate
              성별: {to: person.sex, values: {남: male, 여: female}}
              좌석: case.notes
            """)
    }
}

extension Workplace {
    /// What a run prints as JSON.
    func json(_ arguments: String...) async throws -> Any {
        try JSONSerialization.jsonObject(with: Data(try await run(arguments: arguments).output.utf8))
    }
}
