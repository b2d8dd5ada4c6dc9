import Foundation
import Testing

extension AcceptanceSuite {
    /// Cases as other programs get them: every format is read by a program that is not ours, within what each reader may see.
    @Suite("Exports")
    struct ExportTests {
        private static let samples = [
            "01-civilian-1950.yaml", "02-fishing-boat-1972.yaml", "07-family-1951.yaml", "07-family-1951.evidence.yaml",
        ]

        private func export(
            _ place: Workplace, _ arguments: [String], to name: String = "out"
        ) async throws -> Ending {
            try await place.run(
                arguments: ["export", "--at", "2026-11-24", "--output", place.output(name)] + arguments)
        }

        @Test(
            "Every format is accepted by a reader that is not ours, in each edition",
            arguments: [
                (["--edition", "full", "--for", "wgeid"], "dossier-export-wgeid-full-2026-11-24"),
                (["--edition", "public"], "dossier-export-public-public-2026-11-24"),
            ])
        func accepted(_ edition: [String], _ name: String) async throws {
            try await Workplace.with(samples: Self.samples) { place in
                let ending = try await export(place, edition)
                #expect(ending.status == 0, "\(ending.errors)")
                #expect(ending.output.contains(name))
                let folder = place.folder.appending(path: "out/\(name)")
                #expect(
                    try await ExchangeValidator.complaints(aboutEntities: folder.appending(path: "entities.ftm.json"))
                        == [])
                #expect(
                    try await ExchangeValidator.complaints(aboutWorkbook: folder.appending(path: "cases.xlsx")) == [])
                let records = try FileManager.default.contentsOfDirectory(
                    at: folder.appending(path: "cases"), includingPropertiesForKeys: nil)
                #expect(!records.isEmpty)
                let schema = PackageFolder.root.appending(path: "Templates/record/edition-1.0.xsd")
                #expect(try await ExchangeValidator.complaints(about: records, schema: schema) == [])
                let json = try Data(contentsOf: folder.appending(path: "cases.json"))
                let tree = try JSONSerialization.jsonObject(with: json) as? [String: Any]
                #expect((tree?["cases"] as? [Any])?.count == records.count)
                let sums = try await ChildProcess.run(
                    try Validators.tool("sh"),
                    ["-c", "cd \"$1\" && sha256sum --check --strict SHA256SUMS", "sh", folder.filePath])
                #expect(sums.status == 0, "\(sums.errors)")
            }
        }

        @Test("The same library and moment give the same bytes, and nothing is written over")
        func sameBytes() async throws {
            try await Workplace.with { place in
                for name in ["one", "two"] {
                    #expect(
                        try await export(place, ["--edition", "full", "--for", "wgeid"], to: name).status == 0)
                }
                let same = try await ChildProcess.run(
                    try Validators.tool("diff"), ["-r", place.output("one"), place.output("two")])
                #expect(same.status == 0, "\(same.output)")
                #expect(try await export(place, ["--edition", "full", "--for", "wgeid"], to: "one").status == 73)
            }
        }

        @Test("An export is in the ledger, and whoever withdraws consent is told of it", arguments: ["en", "ko"])
        func ledger(_ language: String) async throws {
            try await Workplace.with { place in
                let made = try await export(place, ["--edition", "full", "--for", "wgeid", "--lang", language])
                #expect(made.status == 0, "\(made.errors)")
                #expect(!made.output.contains("‹"), "\(made.output)")
                let withdrawn = try await place.run(
                    "consent", "withdraw", "consent-s1a", "--output", place.output("letters"))
                #expect(withdrawn.status == 0, "\(withdrawn.errors)")
                #expect(withdrawn.output.contains("wgeid full export wgeid"), "\(withdrawn.output)")
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test("A case of which nothing may be told is left out and listed; where none is left, nothing is written")
        func leftOut() async throws {
            try await Workplace.with(samples: Self.samples) { place in
                let ending = try await export(place, ["--edition", "public"])
                #expect(ending.output.contains("left out"), "\(ending.output)")
                let none = try await export(place, ["--edition", "partner", "--for", "nobody-knows", "case-s7a"])
                #expect(none.status == 77)
                let made = try FileManager.default.contentsOfDirectory(atPath: place.output("out"))
                #expect(made == ["dossier-export-public-public-2026-11-24"])
            }
        }

        @Test("Cases are chosen by ids, by a list of ids, and by a search within what the edition tells")
        func selection() async throws {
            try await Workplace.with(samples: Self.samples) { place in
                let full = ["--edition", "full", "--for", "wgeid", "--format", "csv", "--json"]
                let one = try await export(place, full + ["case-s1a"], to: "one")
                #expect(try cases(one) == 1)
                let ids = try place.file("ids.txt", "case-s1a\n\ncase-s7a\ncase-s1a\n")
                #expect(try cases(try await export(place, full + ["--from", ids], to: "two")) == 2)
                let found = try await export(place, full + ["--search", "도한들"], to: "three")
                #expect(try cases(found) == 1)
                // A father's name is for the body alone: a public edition is not chosen by it.
                let body = try await export(place, full + ["--search", "도재람"], to: "four")
                #expect(try cases(body) == 1)
                let open = try await export(
                    place, ["--edition", "public", "--search", "도재람", "--format", "csv"], to: "five")
                #expect(open.status == 77, "\(open.output)")
                // Two records that are judged to be one person stay two, and both leave.
                let twin = try place.file(
                    "twin.yaml",
                    """
                    record: person
                    id: person-twin
                    language: ko
                    names: [{script: hangul, family: 도, given: 한들}]
                    ---
                    record: case
                    id: case-twin
                    language: ko
                    person: person-twin
                    ---
                    record: consent
                    id: consent-twin
                    about: person-twin
                    purposes: [submit]
                    recipients: [wgeid]
                    nameForm: full
                    givenOn: 2026-01-05
                    recorded: written
                    """)
                #expect(try await place.run("import", twin).status == 0)
                #expect(try await place.run("match", "decide", "person-s1a", "person-twin", "same").status == 0)
                #expect(try cases(try await export(place, full + ["--search", "도한들"], to: "twins")) == 2)
                let missing = try await export(place, full + ["case-none", "case-s1a", "Case X"], to: "six")
                #expect(missing.status == 66)
                #expect(missing.errors.contains("case-none, Case X"), "\(missing.errors)")
            }
        }

        private func cases(_ ending: Ending) throws -> Int? {
            try (JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])?["cases"] as? Int
        }

        @Test("The public feed holds those alone whose consent names it, and keeps to the format")
        func feed() async throws {
            try await Workplace.with(samples: Self.samples) { place in
                let options = [
                    "--edition", "public", "--format", "pfif", "--organisation", "Alliance", "--domain", "example.org",
                ]
                let none = try await export(place, options, to: "none")
                #expect(none.status == 77, "\(none.output)\(none.errors)")
                let consent = try place.file(
                    "consent.yaml",
                    """
                    record: consent
                    id: consent-feed
                    about: person-s1a
                    purposes: [publish]
                    recipients: [pfif]
                    nameForm: full
                    givenOn: 2026-01-05
                    expiresOn: 2030-06
                    recorded: written
                    """)
                #expect(try await place.run("import", consent).status == 0)
                let one = try await export(place, options + ["--json"], to: "one")
                let told = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
                // The case is told of in the feed alone, and the ledger says no more.
                #expect(told?["fed"] as? Int == 1, "\(one.output)\(one.errors)")
                #expect(told?["cases"] as? Int == 1)
                let withdrawn = try await place.run(
                    "consent", "withdraw", "consent-feed", "--output", place.output("letters"))
                #expect(withdrawn.output.contains("export-public public export public pfif"), "\(withdrawn.output)")
                let file = place.folder.appending(
                    path: "one/dossier-export-public-public-2026-11-24/persons.pfif.xml")
                let schema = PackageFolder.root.appending(path: "Tests/Acceptance/pfif-1.4.xsd")
                #expect(try await ExchangeValidator.complaints(about: [file], schema: schema) == [])
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(text.contains("<pfif:expiry_date>2030-06-01T00:00:00Z</pfif:expiry_date>"))
                // The daughter, who told of him, is in no feed.
                #expect(!text.contains("여울"))
            }
        }

        @Test(
            "What does not fit together is refused before anything is written",
            arguments: [
                ["--edition", "full"], ["--edition", "partner"], ["--edition", "secret"],
                ["--edition", "public", "--for", "kpa"], ["--edition", "public", "--format", "doc"],
                ["--edition", "public", "--format", ""], ["--edition", "public", "--format", "pfif"],
                [
                    "--edition", "full", "--for", "wgeid", "--format", "pfif", "--organisation", "A", "--domain",
                    "a.org",
                ],
                ["--edition", "public", "--format", "pfif", "--organisation", "A", "--domain", "../x"],
                ["--edition", "full", "--for", "../../etc"], ["--edition", "public", "--at", "yesterday"],
                ["--edition", "public", "case-s1a", "--search", "x"], [],
            ])
        func usage(_ arguments: [String]) async throws {
            try await Workplace.with { place in
                let ending = try await export(place, arguments)
                #expect(ending.status == 64, "\(arguments): \(ending.status) \(ending.errors)")
                #expect(!FileManager.default.fileExists(atPath: place.output("out")))
            }
        }
    }
}

extension Workplace {
    /// Where a command writes to.
    fileprivate func output(_ name: String) -> String { folder.appending(path: name).filePath }
}
