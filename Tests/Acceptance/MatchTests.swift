import Foundation
import Testing

extension AcceptanceSuite {
    /// Records that may tell of one person, as somebody finds and decides them.
    @Suite("Matching")
    struct MatchTests {
        /// The pair of whom the invented list tells twice.
        private static let pair = ["person-list-1", "person-list-3"]

        private func withList(_ body: @Sendable (Workplace, InventedList) async throws -> Void) async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                let ending = try await place.run("import", list.path, "--mapping", list.mapping)
                #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
                try await body(place, list)
            }
        }

        private func found(_ place: Workplace, _ arguments: String...) async throws -> [[String: Any]] {
            let ending = try await place.run(arguments: ["match", "find", "--json"] + arguments)
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any], "\(ending.errors)")
            return try #require(json["pairs"] as? [[String: Any]])
        }

        private static func ids(_ pair: [String: Any]?) -> [String] {
            [pair?["first"] as? String ?? "", pair?["second"] as? String ?? ""]
        }

        @Test("Two names are compared with reasons, in both languages", arguments: ["en", "ko"])
        func score(_ language: String) async throws {
            try await Workplace.with { place in
                let ending = try await place.run("match", "score", "온가람솔", "On Garamsol", "--lang", language)
                #expect(ending.status == 0)
                #expect(!ending.output.isEmpty && !ending.output.contains("‹"), "\(ending.output)")
                let table = try place.file("pairs.csv", "id,a,b\n1,온가람솔,On Garamsol\n2,온누리,박덕무\n")
                let lines = try await place.run("match", "score", "--table", table, "--json").output
                let verdicts = try lines.split(separator: "\n").map {
                    (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["verdict"] as? String
                }
                #expect(verdicts == ["same", "different"])
                #expect(try await place.run("match", "score", "a").status == 64)
                #expect(try await place.run("match", "score", "--table", "nowhere.csv").status == 66)
                let other = try place.file("other.csv", "id,x,y\n1,a,b\n")
                #expect(try await place.run("match", "score", "--table", other).status == 65)
            }
        }

        @Test(
            "The person told twice in two scripts comes first, with reasons, in both languages",
            arguments: ["en", "ko"])
        func finding(_ language: String) async throws {
            try await withList { (place: Workplace, _: InventedList) async throws -> Void in
                let pairs = try await found(place)
                #expect(Self.ids(pairs.first) == Self.pair)
                let reasons = pairs.first?["reasons"] as? [[String: Any]] ?? []
                #expect(Set(reasons.compactMap { $0["feature"] as? String }).isSuperset(of: ["name", "birth", "sex"]))
                let ending = try await place.run("match", "find", "--lang", language)
                #expect(ending.status == 0)
                #expect(!ending.output.contains("‹"), "\(ending.output)")
                #expect(try await place.run("match", "find", "person-nobody").status == 66)
                #expect(try await place.run("match", "find", "--least", "2").status == 64)
                #expect(try await place.run("match", "find", "--limit", "0").status == 64)
            }
        }

        @Test("What is decided is not listed again, outlives a further import, and can be taken back")
        func deciding() async throws {
            try await withList { (place: Workplace, list: InventedList) async throws -> Void in
                let decided = try await place.run(
                    "match", "decide", "person-list-1", "person-list-3", "same", "--reason", "one photograph")
                #expect(decided.status == 0, "\(decided.errors)")
                #expect(try await !found(place).contains { Self.ids($0) == Self.pair })
                #expect(try await found(place, "--decided").contains { Self.ids($0) == Self.pair })
                let changed = try InventedList(
                    in: place, rows: ["1,온가람솔,1931-04-05,남,라"] + InventedList.rows.dropFirst())
                #expect(try await place.run("import", changed.path).status == 0)
                let listed = try #require(try await place.json("match", "list", "--json") as? [String: Any])
                #expect(listed["groups"] as? [[String]] == [Self.pair])
                #expect(try await place.run("match", "list", "--lang", "ko").output.contains("one photograph"))
                #expect(try await place.run("match", "undo", "person-list-1", "person-list-3").status == 0)
                #expect(try await place.run("match", "undo", "person-list-1", "person-list-3").status == 66)
                #expect(try await found(place).contains { Self.ids($0) == Self.pair })
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test("A decision that contradicts others is refused, and those are named", arguments: ["en", "ko"])
        func contradiction(_ language: String) async throws {
            try await withList { (place: Workplace, _: InventedList) async throws -> Void in
                for (one, other) in [("1", "3"), ("2", "3")] {
                    let ending = try await place.run(
                        "match", "decide", "person-list-\(one)", "person-list-\(other)", "same")
                    #expect(ending.status == 0)
                }
                let refused = try await place.run(
                    "match", "decide", "person-list-1", "person-list-2", "different", "--lang", language)
                #expect(refused.status == 77)
                #expect(refused.errors.contains("person-list-1 – person-list-3"), "\(refused.errors)")
                #expect(refused.errors.contains("person-list-2 – person-list-3"), "\(refused.errors)")
            }
        }

        @Test("Nothing is decided about nobody, about one person twice, or in a word that is none")
        func refused() async throws {
            try await withList { (place: Workplace, _: InventedList) async throws -> Void in
                #expect(try await place.run("match", "decide", "person-list-1", "person-nobody", "same").status == 66)
                #expect(try await place.run("match", "decide", "person-list-1", "person-list-1", "same").status == 64)
                #expect(
                    try await place.run("match", "decide", "person-list-1", "person-list-2", "perhaps").status == 64)
                // A case stands for the person whom it is about.
                #expect(try await place.run("match", "decide", "case-list-1", "person-list-2", "unsure").status == 0)
            }
        }

        @Test("A list is compared before it is imported, and the library does not hear of it")
        func listAlone() async throws {
            try await Workplace.with { place in
                let list = try InventedList(in: place)
                let before = try place.libraryBytes()
                let pairs = try await found(place, "--list", list.path, "--mapping", list.mapping)
                #expect(Self.ids(pairs.first) == Self.pair)
                let output = "\(place.folder.filePath)/pairs.csv"
                #expect(
                    try await place.run(
                        "match", "find", "--list", list.path, "--mapping", list.mapping, "--output", output
                    ).status == 0)
                #expect(
                    try String(contentsOfFile: output, encoding: .utf8).hasPrefix(
                        "left,right,probability\r\nperson-list-1,person-list-3,"))
                #expect(
                    try await place.run(
                        "match", "find", "--list", list.path, "--mapping", list.mapping, "--output", output
                    ).status == 73)
                #expect(try await place.run("match", "find", "--list", list.path).status == 64)
                #expect(try place.libraryBytes() == before)
            }
        }
    }
}
