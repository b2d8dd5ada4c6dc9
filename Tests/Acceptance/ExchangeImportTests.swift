import Foundation
import Testing

extension AcceptanceSuite {
    /// What one house exports, another takes in.
    @Suite("Files of other programs")
    struct ExchangeImportTests {
        private static let full = ["export", "--edition", "full", "--for", "wgeid", "--at", "2026-11-24", "--output"]

        /// A house of its own beside this one, and what this one exports to it.
        private func withExport(
            _ body: @Sendable (_ place: Workplace, _ other: [String: String], _ folder: URL) async throws -> Void
        ) async throws {
            try await Workplace.with(samples: ["01-civilian-1950.yaml", "01-civilian-1950.evidence.yaml"]) { place in
                let output = place.folder.appending(path: "out")
                let made = try await place.run(arguments: Self.full + [output.filePath])
                #expect(made.status == 0, "\(made.errors)")
                let other = ["DOSSIER_LIBRARY": place.folder.appending(path: "other").filePath]
                #expect(try await place.run("init", environment: other).status == 0)
                try await body(place, other, output.appending(path: "dossier-export-wgeid-full-2026-11-24"))
            }
        }

        @Test(
            "Editions in XML come in under their source, once, can be undone, and open nothing",
            arguments: ["en", "ko"])
        func editions(_ language: String) async throws {
            try await withExport { place, other, folder in
                let files = try FileManager.default.contentsOfDirectory(
                    atPath: folder.appending(path: "cases").filePath
                )
                .map { folder.appending(path: "cases/\($0)").filePath }
                let order = ["import"] + files + ["--source", "kpa", "--lang", language]
                let tried = try await place.run(arguments: order + ["--dry-run"], environment: other)
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
                #expect(try await place.run("import", "batches", "--json", environment: other).output.hasPrefix("["))
                #expect(try await place.run("case", "list", environment: other).output.contains("kpa") == false)
                let done = try await place.run(arguments: order, environment: other)
                #expect(done.status == 0, "\(done.output)\(done.errors)")
                #expect(!(tried.output + done.output).contains("‹"), "\(tried.output)\(done.output)")
                let listed = try await place.run("case", "list", environment: other).output
                #expect(listed.contains("case-kpa-"))
                #expect(listed.contains("도한들"))
                let again = try await place.run(arguments: order, environment: other)
                #expect(again.output.contains(language == "ko" ? "이미" : "all of it already"), "\(again.output)")
                // Without a consent recorded here nothing of it leaves.
                let export = try await place.run(
                    arguments: Self.full + [place.folder.appending(path: "third").filePath], environment: other)
                #expect(export.status == 77)
                #expect(try await place.run("ledger", "verify", environment: other).status == 0)
                #expect(try await place.run("import", "undo", environment: other).status == 0)
                #expect(try await place.run("case", "list", environment: other).output.contains("kpa") == false)
            }
        }

        @Test("Entities of FollowTheMoney come in as persons with their cases")
        func entities() async throws {
            try await withExport { place, other, folder in
                let file = folder.appending(path: "entities.ftm.json").filePath
                let report = place.folder.appending(path: "report.csv").filePath
                let done = try await place.run(
                    "import", file, "--source", "ftm", "--report", report, environment: other)
                #expect(done.status == 0, "\(done.output)\(done.errors)")
                #expect(try String(contentsOfFile: report, encoding: .utf8).contains("person-ftm-"))
                let listed = try await place.run("case", "list", environment: other).output
                #expect(listed.contains("도한들"))
                #expect(listed.contains("1950-09"))
            }
        }

        @Test("What cannot be taken in is told with file and line, and the library stays as it is")
        func refused() async throws {
            try await withExport { place, _, folder in
                let before = try place.libraryBytes()
                let xml = try place.file("bad.xml", "<edition xmlns=\"urn:dossier:record:1\"><case/></edition>")
                let lines = try place.file("bad.ftm.json", "{\"id\":\n")
                for path in [xml, lines] {
                    let ending = try await place.run("import", path, "--source", "kpa", "--json")
                    #expect(ending.status == 65, "\(ending.errors)")
                    #expect(ending.output.contains("\"line\" : 1"), "\(ending.output)")
                }
                for arguments in [
                    [xml], [xml, "--source", "Bad Source"], [xml, lines, "--source", "kpa"],
                    [xml, "--source", "kpa", "--map", "m.yaml"], [xml, "Cases/samples/01-civilian-1950.yaml"],
                ] {
                    #expect(try await place.run(arguments: ["import"] + arguments).status == 64, "\(arguments)")
                }
                #expect(try place.libraryBytes() == before)
            }
        }
    }
}
