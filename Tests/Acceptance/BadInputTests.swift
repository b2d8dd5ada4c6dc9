import Foundation
import Testing

extension AcceptanceSuite {
    /// Case files that cannot be taken in: all is told, with file, line and key, and the library stays as it was.
    @Suite("Bad case files")
    struct BadInputTests {
        struct Bad: Sendable, CustomTestStringConvertible {
            var what: String
            var content: Data
            /// Line and key as the report writes them.
            var place: String
            var word: String
            var testDescription: String { what }

            init(_ what: String, _ text: String, at place: String, saying word: String) {
                self.init(what, Data(text.utf8), at: place, saying: word)
            }

            init(_ what: String, _ content: Data, at place: String, saying word: String) {
                self.what = what
                self.content = content
                self.place = place
                self.word = word
            }
        }

        private static let head = "record: person\nid: person-z\n"
        private static let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + zip("bcdefgh", "abcdefg").map {
                "\($0): &\($0) [*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1)]\n"
            }
            .joined()

        static let all: [Bad] = [
            Bad("an unknown key", head + "occupaton: farmer\n", at: ":3: person.occupaton", saying: "occupation"),
            Bad("a wrong type", head + "sex: [a, b]\n", at: ":3: person.sex", saying: "expected"),
            Bad("a wrong choice", head + "sex: man\n", at: ":3: person.sex", saying: "male, female, other"),
            Bad("a key given twice", head + "sex: male\nsex: female\n", at: ":4: person.sex", saying: "twice"),
            Bad("an id given twice", "\(head)---\n\(head)", at: ":4: person", saying: "person-z"),
            Bad(
                "a reference to nothing", "record: case\nid: case-z\nperson: person-nobody\n",
                at: ":3: case.person", saying: "person-nobody"),
            Bad(
                "a reference to another kind", "record: case\nid: case-z\nperson: incident-s1\n",
                at: ":3: case.person", saying: "incident-s1"),
            Bad(
                "an impossible date", head + "birthDate: 1950-02-30\n", at: ":3: person.birthDate", saying: "1950-02-30"
            ),
            Bad(
                "an era year that disagrees",
                head + "birthDate: {edtf: 1951, calendar: dangi, statedYear: 4283}\n",
                at: ":3: person.birthDate", saying: "1950"),
            Bad(
                "decomposed Hangul",
                head + "notes: \("한".decomposedStringWithCanonicalMapping)\n", at: ":3: person.notes", saying: "NFC"),
            Bad("a control character", head + "notes: \"a\\u0007b\"\n", at: ":3: person.notes", saying: "U+7"),
            Bad(
                "a character that turns the direction", head + "notes: a\u{202E}b\n", at: ":3: person.notes",
                saying: "U+202E"),
            Bad("anchors that expand without end", bomb, at: ":2:", saying: "*a"),
            Bad(
                "a picture", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]), at: ":3:", saying: "NUL"),
            Bad(
                "bytes that are not UTF-8", Data(head.utf8) + Data([0x6E, 0x3A, 0xFF, 0xFE]), at: ":3:", saying: "UTF-8"
            ),
            Bad("an unclosed quote", head + "notes: \"a\n", at: ":", saying: "YAML"),
            Bad("nothing", "", at: "bad.yaml", saying: "empty"),
            Bad("a text", "Once upon a time", at: ":1:", saying: "record"),
        ]

        @Test("Each kind is named with its place, exits 65, and changes nothing", arguments: all)
        func each(_ bad: Bad) async throws {
            try await Workplace.with { place in
                let before = try place.libraryBytes()
                let file = try place.file("bad.yaml", bad.content)
                let ending = try await place.run("import", file)
                #expect(ending.status == 65, "\(ending.output)\(ending.errors)")
                #expect(
                    ending.output.contains("bad.yaml\(bad.place.hasPrefix(":") ? bad.place : "")"), "\(ending.output)")
                #expect(ending.output.contains(bad.word), "\(ending.output)")
                #expect(!ending.output.contains("‹"), "\(ending.output)")
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("All faults of several files come in one report, in Korean too")
        func oneReport() async throws {
            try await Workplace.with { place in
                let files = try Self.all.enumerated().map { try place.file("bad\($0).yaml", $1.content) }
                let before = try place.libraryBytes()
                let folder = place.folder.appending(path: "bad", directoryHint: .isDirectory)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                for file in files {
                    try FileManager.default.moveItem(
                        atPath: file, toPath: folder.filePath + URL(filePath: file).lastPathComponent)
                }
                for language in ["en", "ko"] {
                    let ending = try await place.run("import", folder.filePath, "--lang", language)
                    #expect(ending.status == 65)
                    #expect(!ending.output.contains("‹"), "\(ending.output)")
                    for index in Self.all.indices {
                        #expect(ending.output.contains("bad\(index).yaml"), "\(Self.all[index].what)")
                    }
                }
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("A file of a hundred megabytes is refused at once")
        func huge() async throws {
            try await Workplace.with { place in
                let before = try place.libraryBytes()
                let file = try place.file("huge.yaml", "record: person\n")
                let handle = try FileHandle(forWritingTo: URL(filePath: file))
                try handle.truncate(atOffset: 100_000_000)
                try handle.close()
                let ending = try await place.run("import", file)
                #expect(ending.status == 65)
                #expect(ending.output.contains("huge.yaml"))
                #expect(ending.output.contains("4000000"))
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("Good records beside bad ones are not taken in either")
        func allOrNothing() async throws {
            try await Workplace.with { place in
                let file = try place.file("mixed.yaml", "record: person\nid: person-good\n---\nrecord: person\nid: X\n")
                #expect(try await place.run("import", file).status == 65)
                #expect(try await place.run("case", "show", "person-good").status == 66)
            }
        }

        @Test("Decomposed text is taken in, composed, when that is asked for")
        func normalise() async throws {
            try await Workplace.with { place in
                let text = "record: person\nid: person-nfd\nnotes: 한글 메모\n".decomposedStringWithCanonicalMapping
                let file = try place.file("nfd.yaml", text)
                #expect(try await place.run("import", file, "--normalise").status == 0)
                let shown = try await place.run("case", "show", "person-nfd").output
                #expect(shown.unicodeScalars.contains("한"))
            }
        }

        @Test("A dry run tells what would happen and writes nothing")
        func dryRun() async throws {
            try await Workplace.with { place in
                let before = try place.libraryBytes()
                let ending = try await place.run("import", "Cases/samples", "--dry-run")
                #expect(ending.status == 0)
                #expect(ending.output.contains("files read"))
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("The report is JSON when that is asked for")
        func json() async throws {
            try await Workplace.with { place in
                let file = try place.file("bad.yaml", "record: person\nid: person-z\nsexx: male\n")
                let ending = try await place.run("import", file, "--json")
                let report = try #require(
                    try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
                let finding = try #require((report["findings"] as? [[String: Any]])?.first)
                #expect(finding["rule"] as? String == "unknownKey")
                #expect(finding["line"] as? Int == 3)
            }
        }
    }
}
