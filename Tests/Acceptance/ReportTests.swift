import Foundation
import Testing

extension AcceptanceSuite {
    /// Reports to the Universal Periodic Review, from the empty folder to the Word file, on the built program.
    @Suite("A report goes from the empty folder to the file that is uploaded")
    struct ReportTests {
        private func project(_ path: String) -> String { PackageFolder.root.appending(path: path).filePath }

        @Test(
            "What is begun is not ready; what is written is judged with file and line, and rendered the same each time")
        func way() async throws {
            try await Workplace.with { place in
                let folder = place.folder.filePath
                let begun = try await place.run(
                    "upr", "new", "report-a", "--state", "PRK", "--session", "47", "--folder", folder)
                #expect(begun.status == 0, "\(begun.errors)")
                let manuscript = "\(folder)/report-a"
                let empty = try await place.run(
                    "upr", "check", manuscript, "--on", "2024-03-01", "--zone", "Asia/Seoul")
                #expect(empty.status == 65)
                #expect(empty.output.contains("upr.submitters") && empty.output.contains("upr.markup"))
                for name in ["02-follow-up", "03-developments", "04-recommendations"] {
                    try FileManager.default.removeItem(atPath: "\(manuscript)/\(name).md")
                }
                _ = try place.file(
                    "report-a/01-introduction.md", "# One\n\nA case.[](case:case-s1a)\n\nNo.[](case:case-zz)\n")
                let cover = try String(contentsOfFile: "\(manuscript)/report.yaml", encoding: .utf8)
                _ = try place.file("report-a/report.yaml", cover + "submitters: [{name: One}]\n")
                let wrong = try await place.run("upr", "check", manuscript, "--on", "2026-11-24", "--json")
                #expect(wrong.status == 1)
                #expect(wrong.output.contains("case:case-zz") && wrong.output.contains("\"line\" : 5"))
                #expect(wrong.output.contains("upr.window"))
                let render = ["upr", "render", manuscript, "--on", "2026-11-24", "--format", "docx,xml,html,json"]
                let before = try await place.run("ledger", "verify")
                var bytes: [[Data]] = []
                for run in ["a", "b"] {
                    let output = "\(folder)/out-\(run)"
                    let ending = try await place.run(
                        render[0], render[1], render[2], render[3], render[4], render[5], render[6], "--output", output)
                    #expect(ending.status == 0, "\(ending.errors)")
                    let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
                    #expect(names.count == 4 && names.allSatisfy { $0.contains("-draft.") })
                    bytes.append(try names.map { try Data(contentsOf: URL(filePath: "\(output)/\($0)")) })
                }
                #expect(bytes[0] == bytes[1])
                // Two renderings of a report that draws on one case are two entries more.
                let after = try await place.run("ledger", "verify")
                #expect(after.output != before.output && after.output.contains("is sound"))
            }
        }

        @Test("A name that nobody agreed to holds the report up, and is not printed by the check")
        func names() async throws {
            try await Workplace.with(sample: "02-fishing-boat-1972.yaml") { place in
                try FileManager.default.createDirectory(
                    atPath: "\(place.folder.filePath)/r", withIntermediateDirectories: true)
                _ = try place.file(
                    "r/report.yaml",
                    "record: report\nid: report-r\nstate: PRK\nform: individual\nsubmitters: [{name: One}]\n")
                _ = try place.file("r/01.md", "# One\n\nPyeon Neoul was taken.\n")
                let ending = try await place.run("upr", "check", "\(place.folder.filePath)/r", "--on", "2026-11-24")
                #expect(ending.status == 1)
                #expect(ending.output.contains("upr.names"))
                #expect(!ending.output.lowercased().contains("pyeon"))
            }
        }

        @Test("Recommendations are taken in, listed and refreshed; a file that is cut leaves the library as it was")
        func recommendations() async throws {
            try await Workplace.with { place in
                let sample = project("Cases/upr/recommendations/sample-uhri.json")
                let first = try await place.run("upr", "recommendations", "import", sample)
                #expect(first.status == 0 && first.output.contains("17 recommendations added"), "\(first.errors)")
                let again = try await place.run("upr", "recommendations", "import", sample)
                #expect(again.output.contains("0 recommendations added, 0 changed, 17 unchanged, 0 no longer"))
                let listed = try await place.run(
                    "upr", "recommendations", "list", "families", "--state", "XSA", "--cycle", "3")
                #expect(
                    listed.output.contains("126.10") && listed.output.contains("2 recommendations."), "\(listed.output)"
                )
                let before = try place.libraryBytes()
                let text = try String(contentsOfFile: sample, encoding: .utf8)
                let cut = try place.file("cut.json", String(text.prefix(text.count / 2)))
                let broken = try await place.run("upr", "recommendations", "import", cut)
                #expect(broken.status == 65)
                #expect(broken.errors.contains("breaks off after record"))
                let other = try await place.run(
                    "upr", "recommendations", "import", try place.file("m.docx", "no archive"), "--symbol", "X/1",
                    "--state", "XSA")
                #expect(other.status == 65)
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("A manuscript that cannot be read is told at once, exit 65, and nothing is written")
        func badInput() async throws {
            try await Workplace.with { place in
                let folder = "\(place.folder.filePath)/r"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = try place.file("r/report.yaml", "record: report\nid: report-r\nsesion: 47\nform: both\n")
                _ = try place.file("r/01.md", "# One\n\nx\u{202E}y\n")
                _ = try place.file("r/02.md", String(repeating: "word ", count: 2_000_000))
                let ending = try await place.run("upr", "render", folder, "--output", "\(folder)/out")
                #expect(ending.status == 65)
                for part in ["sesion", "form", "01.md:3", "02.md"] { #expect(ending.output.contains(part), "\(part)") }
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
                let none = try await place.run("upr", "check", "nowhere")
                #expect(none.status == 66)
            }
        }

        @Test("A partner's copy is merged: what only they changed is taken over, what both changed is marked")
        func merging() async throws {
            try await Workplace.with { place in
                let folder = "\(place.folder.filePath)/r"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = try place.file(
                    "r/report.yaml",
                    "record: report\nid: report-r\nstate: PRK\nsubmitters: [{name: One, contactEmail: secret@example.org}]\n"
                )
                _ = try place.file("r/01.md", "# One\n\nfirst\n\nsecond\n")
                let exported = try await place.run(
                    "upr", "export", folder, "--partner", "kpa", "--output", "\(folder)/out")
                #expect(exported.status == 0, "\(exported.errors)")
                let archive = try Data(contentsOf: URL(filePath: "\(folder)/out/report-r-kpa.zip"))
                let copy = "\(place.folder.filePath)/copy"
                _ = try await ChildProcess.run(
                    try Validators.tool("unzip"), ["-q", "\(folder)/out/report-r-kpa.zip", "-d", copy])
                #expect(!archive.isEmpty)
                let told = try FileManager.default.contentsOfDirectory(atPath: copy).map {
                    try String(contentsOfFile: "\(copy)/\($0)", encoding: .utf8)
                }
                #expect(!told.joined().contains("secret"))
                _ = try place.file("copy/01.md", "# One\n\nfirst, corrected\n\nsecond, theirs\n")
                _ = try place.file("r/01.md", "# One\n\nfirst\n\nsecond, ours\n")
                let merged = try await place.run("upr", "merge", folder, copy, "--partner", "kpa")
                #expect(merged.status == 1)
                #expect(merged.output.contains("1 places taken over, 1 changed by both"))
                let text = try String(contentsOfFile: "\(folder)/01.md", encoding: .utf8)
                for part in ["first, corrected", "second, ours", "second, theirs"] { #expect(text.contains(part)) }
                let checked = try await place.run("upr", "check", folder)
                #expect(checked.status == 65 && checked.output.contains("upr.markup"))
            }
        }

        @Test("Nothing leaves with a manuscript's copy that only its files hold: comments, unused notes, tables")
        func leaks() async throws {
            try await Workplace.with(sample: "02-fishing-boat-1972.yaml") { place in
                let folder = "\(place.folder.filePath)/r"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = try place.file(
                    "r/report.yaml", "record: report\nid: report-r\nstate: PRK\nsubmitters: [{name: One}]\n")
                let export = ["upr", "export", folder, "--partner", "kpa", "--output", "\(folder)/out"]
                for (name, text) in [
                    ("01.md", "# One\n\nx <!-- Pyeon Neoul --> y\n"), ("01.md", "# One\n\nx\n\n[^a]: Pyeon Neoul\n"),
                    ("01.md", "# One\n\nPyeon, Neoul\n"),
                    ("01.md", "# One\n\n[x](https://example.org/Pyeon%20Neoul)\n"),
                    ("counts.yaml", "# Pyeon Neoul\n- id: a\n  unit: cases\n  by: none\n"),
                ] {
                    _ = try place.file("r/\(name)", text)
                    let refused = try await place.run(arguments: export)
                    #expect(refused.status == 77, "\(name): \(text) \(refused.errors)")
                    #expect(!refused.errors.contains("Pyeon") && !refused.output.contains("Pyeon"))
                    #expect(!FileManager.default.fileExists(atPath: "\(folder)/out/report-r-kpa.zip"))
                    try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
                }
                _ = try place.file("r/01.md", "# One\n\nx\n")
                _ = try place.file("r/README.md", "Ask Pyeon Neoul.\n")
                #expect(try await place.run(arguments: export).status == 0)
                let unknown = try await place.run(arguments: export + ["--library", "\(folder)/none"])
                #expect(unknown.status == 66)
            }
        }

        @Test("A window that is closed holds a report up on the program, and the clock of Geneva decides")
        func deadline() async throws {
            try await Workplace.with { place in
                let check = ["upr", "check", project("Cases/upr/sample-joint"), "--zone", "Asia/Seoul", "--json"]
                let before = try await place.run(arguments: check + ["--on", "2024-04-09T06:58"])
                #expect(!before.output.contains("\"upr.window\""))
                #expect(before.output.contains("\"closesHere\" : \"2024-04-09 06:59\""))
                let after = try await place.run(arguments: check + ["--on", "2024-04-09T07:01"])
                #expect(after.status == 1 && after.output.contains("\"upr.window\""))
            }
        }

        @Test(
            "What cannot be taken over is told with its line, a draft is written, and the status is 65",
            arguments: [
                "<script>alert(1)</script>", "![map](https://example.org/map.png)", "x[^gone]", "x[^a]\n\n[^a]: y[^a]",
            ])
        func markup(_ text: String) async throws {
            try await Workplace.with { place in
                let folder = "\(place.folder.filePath)/r"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = try place.file(
                    "r/report.yaml", "record: report\nid: report-r\nstate: PRK\nsubmitters: [{name: One}]\n")
                _ = try place.file("r/01.md", "# One\n\n\(text)\n")
                let checked = try await place.run("upr", "check", folder)
                #expect(checked.status == 65 && checked.output.contains("01.md:"), "\(checked.output)")
                let made = try await place.run("upr", "render", folder, "--format", "html", "--output", "\(folder)/out")
                #expect(made.status == 65)
                let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/out")
                #expect(files.count == 1 && files.allSatisfy { $0.hasSuffix("-draft.html") })
                let page = try String(contentsOfFile: "\(folder)/out/\(files[0])", encoding: .utf8)
                #expect(!page.contains("<script") && !page.contains("<img"))
            }
        }

        @Test("With --watch a saved file is judged anew")
        func watching() async throws {
            try await Workplace.with { place in
                let folder = "\(place.folder.filePath)/r"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = try place.file("r/report.yaml", "record: report\nid: report-r\nstate: PRK\n")
                _ = try place.file("r/01.md", "# One\n\none two\n")
                async let watched = ChildProcess.run(
                    try Validators.tool("timeout"),
                    [
                        "6", "env", "-C", PackageFolder.root.filePath, "DOSSIER_LIBRARY=\(folder)/none",
                        try BuiltProgram().executable.filePath, "upr", "check", folder, "--watch",
                    ])
                try await Task.sleep(for: .seconds(3))
                _ = try place.file("r/01.md", "# One\n\none two three four\n")
                let output = try await watched.output
                #expect(output.contains("Words: 3 in the text"))
                #expect(output.contains("Words: 5 in the text"))
            }
        }

        @Test("LibreOffice makes a PDF; where it is not there, that is said and the status is 73")
        func pdf() async throws {
            try await Workplace.with { place in
                let manuscript = project("Cases/upr/sample-joint")
                let made = try await place.run(
                    "upr", "render", manuscript, "--format", "pdf", "--output", "\(place.folder.filePath)/out")
                #expect(made.status == 0, "\(made.errors)")
                let none = try await place.run(
                    "upr", "render", manuscript, "--format", "pdf", "--output", "\(place.folder.filePath)/out2",
                    environment: ["PATH": "/nowhere"])
                #expect(none.status == 73)
                #expect(none.errors.contains("LibreOffice"))
            }
        }
    }
}
