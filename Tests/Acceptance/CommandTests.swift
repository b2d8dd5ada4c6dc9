import Foundation
import Testing

extension AcceptanceSuite {
    /// The commands as their user types them.
    @Suite("The command line")
    struct CommandTests {
        @Test("A case is checked, and what blocks makes the exit status 1")
        func check() async throws {
            try await Workplace.with(sample: "08-not-ready-1952.yaml") { place in
                let ending = try await place.run("check", "case-s8a", "--on", "2026-11-24")
                #expect(ending.status == 1)
                #expect(
                    ending.output.contains("08-not-ready-1952.yaml:15 · incident-s8 · incident.date"),
                    "\(ending.output)")
                let korean = try await place.run("check", "--on", "2026-11-24", environment: ["LC_ALL": "ko_KR.UTF-8"])
                #expect(korean.output.contains("제출 불가"))
                let json = try await place.run("check", "--json", "--on", "2026-11-24")
                let report = try #require(
                    try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
                #expect(report["ready"] as? Int == 0)
            }
        }

        @Test("Rendering writes the files, says what was withheld, and the ledger knows")
        func render() async throws {
            try await Workplace.with { place in
                let output = place.folder.filePath + "out"
                let before = try await place.run("ledger", "verify", "--json").output
                let ending = try await place.run("render", "case-s1a", "--on", "2026-11-24", "--output", output)
                #expect(ending.status == 0)
                #expect(ending.output.contains("may not be named"), "\(ending.output)")
                let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
                #expect(names.count == 2)
                #expect(names.allSatisfy { $0.hasPrefix("wgeid-") && !$0.contains("case-s1a") })
                let after = try await place.run("ledger", "verify", "--json").output
                #expect(before != after)
                let again = try await place.run("render", "case-s1a", "--on", "2026-11-24", "--output", output + "2")
                #expect(again.status == 0)
                for name in names {
                    let first = try Data(contentsOf: URL(filePath: "\(output)/\(name)"))
                    #expect(try Data(contentsOf: URL(filePath: "\(output)2/\(name)")) == first, "\(name)")
                }
            }
        }

        @Test("Without a consent the draft says nothing of the case")
        func renderUnconsented() async throws {
            try await Workplace.with(sample: "08-not-ready-1952.yaml") { place in
                let output = place.folder.filePath + "out"
                #expect(try await place.run("render", "--output", output).status == 0)
                for name in try FileManager.default.contentsOfDirectory(atPath: output) {
                    #expect(name.contains("-draft."))
                    let text = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
                    for word in ["하늬", "철원", "Cheorwon", "1952", "연하늬"] {
                        #expect(!text.contains(word), "\(word) in \(name)")
                    }
                }
            }
        }

        @Test("A consent that is added opens the case, and withdrawn closes it again")
        func consent() async throws {
            try await Workplace.with(sample: "08-not-ready-1952.yaml") { place in
                let relative = try place.file("relative.yaml", "record: person\nid: person-s8b\nlivesIn: KOR\n")
                #expect(try await place.run("import", relative).status == 0)
                let added = try await place.run(
                    "consent", "add", "--about", "person-s8a", "--by", "person-s8b", "--purpose", "submit",
                    "--recipient", "wgeid", "--given-on", "2026-11-01", "--recorded", "written")
                #expect(added.status == 0, "\(added.errors)")
                let check = try await place.run("check", "--on", "2026-11-24")
                #expect(!check.output.contains("wgeid.consent"))
                let id = try #require(added.output.split(separator: " ").first { $0.hasPrefix("consent-") })
                let withdrawn = try await place.run("consent", "withdraw", String(id), "--on", "2026-11-20")
                #expect(withdrawn.status == 0, "\(withdrawn.errors)")
                let closed = try await place.run("check", "--on", "2026-11-24")
                #expect(closed.output.contains("wgeid.consent"))
                #expect(try await place.run("consent", "list").output.contains(String(id)))
            }
        }

        @Test("An edit that passes is a new revision; one that does not is kept in a file and changes nothing")
        func edit() async throws {
            try await Workplace.with { place in
                let good = ["EDITOR": "sed -i s/교정원/편집원/"]
                let ending = try await place.run(
                    "case", "edit", "person-s1a", "--reason", "correction", environment: good)
                #expect(ending.status == 0, "\(ending.errors)")
                let history = try await place.run("case", "history", "person-s1a").output
                #expect(history.split(separator: "\n").count == 2)
                #expect(history.contains("correction"))
                let old = try await place.run("case", "show", "person-s1a", "--revision", "1").output
                #expect(old.contains("교정원"))
                let bad = ["EDITOR": "sed -i s/male/man/"]
                let refused = try await place.run("case", "edit", "person-s1a", environment: bad)
                #expect(refused.status == 65)
                #expect(refused.errors.contains("edit-person-s1a.yaml"))
                #expect(try await place.run("case", "history", "person-s1a").output == history)
            }
        }

        @Test("An editor can read what is typed on the terminal")
        func editOnTerminal() async throws {
            try await Workplace.with { place in
                let editor = try place.file(
                    "editor.sh", "printf 'new name:'; read name </dev/tty || exit 9; sed -i \"s/교정원/$name/\" \"$1\"\n")
                let ending = try await TypedTerminal.run(
                    ["case", "edit", "person-s1a"], typing: "편집원",
                    environment: [
                        "PATH": "/usr/bin:/bin", "HOME": place.folder.filePath, "LANG": "C.UTF-8",
                        "DOSSIER_LIBRARY": place.library.filePath, "EDITOR": "sh \(editor)",
                    ], in: place.folder)
                #expect(ending.status == 0, "\(ending.output)")
                #expect(try await place.run("case", "show", "person-s1a").output.contains("편집원"))
            }
        }

        @Test("What is shown can be taken in again and changes nothing")
        func showAndImport() async throws {
            try await Workplace.with { place in
                let shown = try await place.run("case", "show", "case-s1a").output
                let file = try place.file("shown.yaml", shown)
                let ending = try await place.run("import", file)
                #expect(ending.status == 0, "\(ending.output)")
                #expect(ending.output.contains("0 records added, 0 revised"), "\(ending.output)")
            }
        }

        @Test("Fields and rules print in both languages without a missing word", arguments: ["en", "ko"])
        func manual(_ language: String) async throws {
            try await Workplace.with { place in
                for command in ["fields", "rules"] {
                    let ending = try await place.run(command, "--lang", language)
                    #expect(ending.status == 0)
                    #expect(!ending.output.contains("‹"))
                    #expect(ending.output.count > 2_000)
                }
            }
        }

        @Test("Wrong usage is 64, and what is not there is 66")
        func statuses() async throws {
            try await Workplace.with { (place: Workplace) async throws -> Void in
                #expect(try await place.run("render", "--edition", "secret").status == 64)
                #expect(try await place.run("check", "--for", "nowhere").status == 64)
                #expect(try await place.run("check", "--on", "yesterday").status == 64)
                #expect(try await place.run("render", "--lang", "de").status == 64)
                #expect(try await place.run("case", "show", "case-none").status == 66)
                #expect(try await place.run("check", "case-none").status == 66)
                #expect(try await place.run("import", "nowhere.yaml").status == 65)
            }
        }

        @Test("Completions are written for the three shells", arguments: ["bash", "zsh", "fish"])
        func completions(_ shell: String) async throws {
            try await Workplace.with { place in
                let ending = try await place.run("--generate-completion-script", shell)
                #expect(ending.status == 0)
                #expect(ending.output.contains("render"))
            }
        }
    }
}
