import Foundation
import Testing

extension AcceptanceSuite {
    /// Packages, made and proven by the built program.
    @Suite("A package is made, proven, and refused where it must be")
    struct PackageTests {
        private let moment = ["--at", "2026-11-24"]

        private func package(_ place: Workplace, _ arguments: String...) async throws -> Ending {
            try await place.run(arguments: ["package"] + arguments + moment)
        }

        private func names(in folder: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        }

        @Test("The same case and moment give the same bytes, as folder and as file, and the ledger tells of each")
        func same() async throws {
            try await Workplace.with { place in
                let folder = place.folder.filePath
                for output in ["a", "b"] {
                    for form in [[], ["--zip"]] {
                        let made = try await place.run(
                            arguments: [
                                "package", "case-s1a", "--lang", "en,ko", "--output",
                                "\(folder)/\(output)-\(form.count)",
                            ]
                                + form + moment)
                        #expect(made.status == 0, "\(made.errors)")
                    }
                }
                let name = try #require(names(in: "\(folder)/a-0").first { $0.hasPrefix("dossier-") })
                let same = try await ChildProcess.run(
                    try Validators.tool("diff"), ["-r", "\(folder)/a-0/\(name)", "\(folder)/b-0/\(name)"])
                #expect(same.status == 0, "\(same.output)")
                let zips = try ["a", "b"].map { try Data(contentsOf: URL(filePath: "\(folder)/\($0)-1/\(name).zip")) }
                #expect(zips[0] == zips[1])
                for path in ["\(folder)/a-0/\(name)", "\(folder)/a-1/\(name).zip"] {
                    let proven = try await place.run("verify", path, environment: ["DOSSIER_LIBRARY": "/nowhere"])
                    #expect(proven.status == 0, "\(proven.output)")
                }
                let again = try await package(place, "case-s1a", "--output", "\(folder)/a-0")
                #expect(again.status == 73)
                #expect(try await place.run("ledger", "verify").output.contains("is sound"))
            }
        }

        @Test("Without consent for its recipient nothing is made, and nothing overrides that")
        func consent() async throws {
            try await Workplace.with { place in
                let output = "\(place.folder.filePath)/out"
                let before = try place.libraryBytes()
                for arguments in [
                    ["--edition", "partner", "--to", "somebody"],
                    ["--edition", "partner", "--to", "somebody", "--override", "x"],
                ] {
                    let refused = try await place.run(
                        arguments: ["package", "case-s1a", "--output", output] + arguments + moment)
                    #expect(refused.status == 77)
                }
                #expect(try await package(place, "case-s1a", "--to", "somebody", "--output", output).status == 64)
                #expect(try await package(place, "case-zz", "--output", output).status == 66)
                #expect(try await package(place, "--output", output).status == 64)
                #expect(names(in: output) == [])
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("What is wanting stops a package; a reason lets it pass, and stands in package and ledger")
        func override() async throws {
            try await Workplace.with(sample: "08-not-ready-1952.yaml") { place in
                let output = "\(place.folder.filePath)/out"
                let consent = try await place.run(
                    "consent", "add", "--about", "person-s8a", "--by", "person-s8a", "--purpose", "submit",
                    "--recipient", "wgeid", "--given-on", "2026-11-01", "--recorded", "written")
                #expect(consent.status == 0, "\(consent.errors)")
                let stopped = try await package(place, "case-s8a", "--output", output)
                #expect(
                    stopped.status == 1 && stopped.output.contains("wgeid.date"), "\(stopped.output)\(stopped.errors)")
                #expect(names(in: output) == [])
                let made = try await package(
                    place, "case-s8a", "--output", output, "--override", "Sent early at the wish of the family.")
                #expect(made.status == 0, "\(made.errors)")
                let name = try #require(names(in: output).first { $0.hasPrefix("dossier-") })
                let info = try String(contentsOfFile: "\(output)/\(name)/bag-info.txt", encoding: .utf8)
                #expect(info.contains("Dossier-Override: Sent early at the wish of the family."))
                let index = try String(contentsOfFile: "\(output)/\(name)/index.json", encoding: .utf8)
                #expect(index.contains("wgeid.date") && index.contains("\"draft\" : true"))
                #expect(try await place.run("verify", "\(output)/\(name)").status == 0)
            }
        }

        @Test("A few hundred packages that were changed are rejected by bagit-python and by us")
        func mutations() async throws {
            try await Workplace.with { place in
                let output = "\(place.folder.filePath)/out"
                #expect(try await package(place, "case-s1a", "--output", output).status == 0)
                let name = try #require(names(in: output).first { $0.hasPrefix("dossier-") })
                let scratch = place.folder.appending(path: "scratch")
                try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
                let answers = try await PackageValidator.mutations(
                    of: URL(filePath: "\(output)/\(name)"), count: 240, in: scratch,
                    program: try BuiltProgram().executable)
                #expect(answers.count == 240)
                #expect(answers.filter { !$0.hasSuffix("bagit=rejects dossier=1") } == [])
            }
        }

        @Test("Of the bags that bdbag tests itself with we say what bagit-python says, but take none that fetches")
        func conformance() async throws {
            try await Workplace.with { place in
                let folder = place.folder.filePath
                let unpacked = try await ChildProcess.run(
                    try Validators.tool("tar"),
                    ["-xzf", try Validators.file("bdbag.tar.gz").filePath, "-C", folder])
                #expect(unpacked.status == 0)
                let cases = "\(folder)/bdbag-1.7.3/test/test-data"
                let bags = names(in: cases).filter {
                    FileManager.default.fileExists(atPath: "\(cases)/\($0)/bagit.txt")
                }
                let accepted = try await PackageValidator.accepted(bags.map { URL(filePath: "\(cases)/\($0)") })
                #expect(bags.count > 20 && accepted.count > 2)
                for bag in bags {
                    let ending = try await place.run("verify", "\(cases)/\(bag)", "--json")
                    let fetches = FileManager.default.fileExists(atPath: "\(cases)/\(bag)/fetch.txt")
                    #expect((ending.status == 0) == (accepted.contains(bag) && !fetches), "\(bag)")
                    if fetches { #expect(ending.output.contains("\"fetched\""), "\(bag)") }
                }
            }
        }

        @Test("An annex that names somebody who may not be named stops the package, until it stays here")
        func leaks() async throws {
            try await Workplace.with(samples: ["01-civilian-1950.yaml", "01-civilian-1950.evidence.yaml"]) { place in
                let output = "\(place.folder.filePath)/out"
                let list = PackageFolder.root.appending(path: "Cases/samples/exhibits").filePath
                let added = try await place.run("evidence", "add", list)
                #expect(added.status == 0, "\(added.errors)")
                let before = try Data(contentsOf: place.database)
                let stopped = try await package(place, "case-s1a", "--coi", "--output", output)
                #expect(stopped.status == 77)
                #expect(stopped.errors.contains("annex-") && stopped.errors.contains("--keep-back exhibit-"))
                // The message tells where, and never the name itself.
                #expect(!stopped.errors.contains("여울") && !stopped.errors.lowercased().contains("yeo-ul"))
                #expect(names(in: output) == [])
                #expect(try Data(contentsOf: place.database) == before)
                let made = try await package(
                    place, "case-s1a", "--coi", "--keep-back", "exhibit-s1b", "--output", output)
                #expect(made.status == 0, "\(made.errors)")
            }
        }

        @Test("A reason that names somebody is refused, since it would stay in the ledger")
        func reason() async throws {
            try await Workplace.with(sample: "02-fishing-boat-1972.yaml") { place in
                let refused = try await package(
                    place, "case-s2a", "--output", "\(place.folder.filePath)/out", "--override",
                    "Pyeon Neoul's family asked.")
                #expect(refused.status == 77)
                #expect(!refused.errors.contains("Pyeon"))
            }
        }

        @Test("Signed, asked about, packed and encrypted: each seal is proven, and what is flipped is found")
        func seals() async throws {
            try await Workplace.with { place in
                let output = "\(place.folder.filePath)/out"
                for arguments in [["office"], ["vault", "--purpose", "open"], ["other"]] {
                    #expect(try await place.run(arguments: ["key", "make"] + arguments).status == 0)
                }
                let made = try await package(place, "case-s1a", "--sign", "office", "--timestamp", "--output", output)
                #expect(made.status == 0, "\(made.errors)")
                let name = try #require(names(in: output).first { $0.hasPrefix("dossier-") })
                let bag = "\(output)/\(name)"
                let proven = try await place.run("verify", bag, "--signer", "office")
                #expect(proven.status == 0 && proven.output.contains("the one that was expected"), "\(proven.output)")
                #expect(try await place.run("verify", bag, "--signer", "other").status == 1)
                let byHand = try await ChildProcess.run(
                    try Validators.tool("sh"),
                    [
                        "-c",
                        "cd \"$0\" && ssh-keygen -Y check-novalidate -n dossier-package -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt",
                        bag,
                    ])
                #expect(byHand.status == 0, "\(byHand.errors)")
                for file in ["tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt.tsq"] {
                    let whole = try Data(contentsOf: URL(filePath: "\(bag)/\(file)"))
                    for place in stride(from: 3, to: whole.count * 8, by: whole.count * 8 / 40) {
                        var changed = whole
                        changed[place / 8] ^= 1 << UInt8(place % 8)
                        try changed.write(to: URL(filePath: "\(bag)/\(file)"))
                        let ending = try await BuiltProgram().run(
                            ["verify", bag], environment: ["PATH": "/usr/bin:/bin"])
                        #expect(ending.status == 1, "bit \(place) of \(file)")
                    }
                    try whole.write(to: URL(filePath: "\(bag)/\(file)"))
                }
                #expect(try await place.run("package", "seal", bag, "--encrypt", "vault").status == 0)
                let sealed = "\(bag).zip.age"
                #expect(try await place.run("verify", sealed, "--signer", "office").status == 0)
                #expect(try await place.run("verify", sealed, environment: ["DOSSIER_KEYS": "/nowhere"]).status == 66)
                var bytes = try Data(contentsOf: URL(filePath: sealed))
                bytes[bytes.count / 2] ^= 4
                try bytes.write(to: URL(filePath: sealed))
                #expect(try await place.run("verify", sealed).status != 0)
            }
        }

        @Test("What a package is sent as is recorded, and what has changed since is told")
        func submission() async throws {
            try await Workplace.with { place in
                let output = "\(place.folder.filePath)/out"
                #expect(try await package(place, "case-s1a", "--zip", "--output", output).status == 0)
                let name = try #require(names(in: output).first { $0.hasSuffix(".zip") })
                let recorded = try await place.run(
                    "submission", "record", "\(output)/\(name)", "--means", "email", "--on", "2026-11-25")
                #expect(recorded.status == 0, "\(recorded.errors)")
                #expect(try await place.run("submission", "list").output.contains("email"))
            }
        }
    }
}
