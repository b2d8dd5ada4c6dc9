import Foundation
import Testing

extension AcceptanceSuite {
    /// Accounts, exhibits and claims, from entry to what leaves.
    @Suite("Evidence on the command line")
    struct EvidenceTests {
        private static let samples = "Cases/samples"
        private static let day = "2026-11-24"

        /// A workplace with a sample case, what it rests on, and the originals.
        private func withEvidence(
            _ sample: String = "01-civilian-1950", _ body: @Sendable (Workplace) async throws -> Void
        ) async throws {
            try await Workplace.with(sample: "\(sample).yaml") { place in
                let imported = try await place.run("import", "\(Self.samples)/\(sample).evidence.yaml")
                try #require(imported.status == 0, "\(imported.output)\(imported.errors)")
                try await body(place)
            }
        }

        private func pages(_ folder: String, _ prefix: String) throws -> String {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(prefix) }.sorted()
                .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.joined()
        }

        @Test("One account goes from a transcript to the footnote in the petition and the line in the evidence file")
        func way() async throws {
            try await withEvidence { place in
                let text = try place.file("transcript.md", "1. 군인들이 아버지를 데려갔어요.\n\n2. 총을 메고\n있었어요.\n")
                let added = try await place.run(
                    "testimony", "add", "--from", text, "--case", "case-s1a", "--category", "relative", "--date",
                    "2026-11-02", "--knowledge", "direct", "--occasion", "repeated", "--relation", "둘째 딸", "--at", "서울",
                    "--interpreter", "I-7")
                #expect(added.status == 0, "\(added.errors)")
                let id = try #require(added.output.firstMatch(of: /testimony-[a-z0-9]+/)).output
                let claim = try place.file(
                    "claim.yaml",
                    """
                    record: claim
                    id: claim-new
                    language: ko
                    case: case-s1a
                    statement: {ko: 군인들은 총을 메고 있었다., en: The soldiers carried guns.}
                    fields: [incident.agents]
                    support: [{testimony: \(id), paragraph: 2}]
                    findings: [element-state]
                    status: likely
                    """)
                #expect(try await place.run("import", claim).status == 0)
                let output = place.folder.filePath + "out"
                // Nobody has agreed to the new account yet: that it exists is told, and nothing of it.
                #expect(try await place.run("render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                #expect(try !pages(output, "wgeid").contains("2 November 2026"))
                #expect(try pages(output, "wgeid").contains("A source that may not be disclosed here"))
                let consent = try await place.run(
                    "consent", "add", "--testimony", String(id), "--by", "person-s1b", "--purpose", "submit",
                    "--recipient", "wgeid", "--recipient", "coi", "--given-on", "2026-11-02", "--recorded", "written")
                #expect(consent.status == 0, "\(consent.errors)")
                #expect(try await place.run("render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                let petition = try pages(output, "wgeid")
                #expect(petition.contains("2 November 2026, paragraph 2 (direct knowledge)"))
                #expect(petition.contains("<authorialNote"))
                #expect(
                    try await place.run("coi", "render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                let file = try pages(output, "coi")
                #expect(file.contains("The soldiers carried guns."))
                #expect(file.contains("총을 메고 있었어요."))
                #expect(file.contains("A single source says the following"))
            }
        }

        @Test("One changed byte of an original is found and named, and nothing else is")
        func tampering() async throws {
            try await withEvidence { place in
                let files = ["letter-s1.png", "list-s1.txt"].map { "\(Self.samples)/exhibits/\($0)" }
                let added = try await place.run("evidence", "add", files[0], files[1])
                #expect(added.status == 0, "\(added.errors)")
                #expect(added.output.contains("joined to exhibit-s1a"))
                #expect(try await place.run("evidence", "verify").status == 0)
                let store = place.library.appending(path: "exhibits", directoryHint: .isDirectory)
                let names = try #require(FileManager.default.enumerator(atPath: store.filePath)).compactMap {
                    $0 as? String
                }
                let original = try Data(contentsOf: PackageFolder.root.appending(path: files[0]))
                let kept = try #require(
                    names.map { store.appending(path: $0, directoryHint: .notDirectory) }
                        .first { (try? Data(contentsOf: $0)) == original })
                var bytes = original
                bytes[100] ^= 1
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: kept.filePath)
                try bytes.write(to: kept)
                let verdict = try await place.run("evidence", "verify")
                #expect(verdict.status == 1)
                #expect(verdict.output.contains("exhibit-s1a: the original was changed"))
                #expect(!verdict.output.contains("exhibit-s1b"))
                let copy = place.folder.filePath + "copy.png"
                #expect(
                    try await place.run("evidence", "copy", "exhibit-s1a", "--for", "wgeid", "--to", copy).status == 74)
                #expect(!FileManager.default.fileExists(atPath: copy))
            }
        }

        @Test("Camera, artist and place stay in the record for staff; the copy that leaves has none of them")
        func metadata() async throws {
            try await withEvidence("02-fishing-boat-1972") { place in
                #expect(try await place.run("evidence", "add", "\(Self.samples)/exhibits/photo-s2.jpg").status == 0)
                let shown = try await place.run("case", "show", "exhibit-s2a").output
                for word in ["Invented Photographer", "EX-200", "124.8"] { #expect(shown.contains(word), "\(word)") }
                let copy = place.folder.filePath + "copy.jpg"
                let made = try await place.run("evidence", "copy", "exhibit-s2a", "--for", "coi", "--to", copy)
                #expect(made.status == 0, "\(made.errors)")
                let text = String(decoding: try Data(contentsOf: URL(filePath: copy)), as: UTF8.self)
                for word in ["Invented", "EX-200", "Example", "Exif", "scanned"] {
                    #expect(!text.contains(word), "\(word)")
                }
                #expect(try await place.run("case", "show", "exhibit-s2a").output.contains("action: copied"))
                let working = place.folder.filePath + "working.jpg"
                #expect(
                    try await place.run("evidence", "copy", "exhibit-s2a", "--working", "--to", working).status == 0)
                let original = PackageFolder.root.appending(path: "\(Self.samples)/exhibits/photo-s2.jpg")
                #expect(try Data(contentsOf: URL(filePath: working)) == Data(contentsOf: original))
                #expect(try await place.run("evidence", "copy", "exhibit-s2a", "--to", working).status == 64)
                #expect(
                    try await place.run("evidence", "copy", "exhibit-s2a", "--for", "ced", "--to", copy + "2").status
                        == 77)
            }
        }

        @Test(
            "Who wrote a Word file is kept for staff; a copy of it is refused, since nobody can be sure that it is clean"
        )
        func word() async throws {
            try await withEvidence { place in
                let script = """
                    import sys, zipfile
                    with zipfile.ZipFile(sys.argv[1], "w") as archive:
                        archive.writestr("[Content_Types].xml", "<Types/>")
                        archive.writestr("word/document.xml", "<d><body><p><r><t>말</t></r></p></body></d>")
                        archive.writestr("docProps/core.xml", "<c><creator>zqauthor</creator></c>")
                    """
                let path = place.folder.filePath + "statement.docx"
                let made = try await ChildProcess.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", script, path])
                try #require(made.status == 0, "\(made.errors)")
                let added = try await place.run(
                    "evidence", "add", path, "--case", "case-s1a", "--public", "--title", "진술서", "--language", "ko")
                let id = String(try #require(added.output.firstMatch(of: /exhibit-[a-z0-9]+/)).output)
                #expect(try await place.run("case", "show", id).output.contains("zqauthor"))
                let copy = place.folder.filePath + "copy.docx"
                #expect(try await place.run("evidence", "copy", id, "--for", "wgeid", "--to", copy).status == 77)
                let output = place.folder.filePath + "out"
                #expect(try await place.run("render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                #expect(
                    try await place.run("coi", "render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                #expect(try !pages(output, "").contains("zqauthor"))
                let told = try await place.run("testimony", "add", "--from", path, "--case", "case-s1a")
                #expect(told.status == 0, "\(told.errors)")
            }
        }

        @Test("A withdrawn consent stops every output, lists what was sent, and drafts a letter that names nobody")
        func withdrawal() async throws {
            try await withEvidence { place in
                let output = place.folder.filePath + "out"
                #expect(
                    try await place.run("coi", "render", "case-s1a", "--on", Self.day, "--output", output).status == 0)
                let withdrawn = try await place.run(
                    "consent", "withdraw", "consent-s1c", "--on", "2026-11-24", "--output", output)
                #expect(withdrawn.status == 0, "\(withdrawn.errors)")
                #expect(withdrawn.output.contains("coi full en"))
                let letter = try pages(output, "withdrawal-coi")
                #expect(letter.contains("has withdrawn it as of 2026-11-24"))
                for name in ["Toh", "도", "person-", "case-"] { #expect(!letter.contains(name), "\(name)") }
                let again = place.folder.filePath + "again"
                let refused = try await place.run("coi", "render", "case-s1a", "--on", Self.day, "--output", again)
                #expect(refused.status == 77)
                #expect(try FileManager.default.contentsOfDirectory(atPath: again) == [])
            }
        }

        @Test("What is no original is refused by name, and does not hold up the others")
        func badOriginals() async throws {
            try await withEvidence { place in
                let letter = try place.file("편지.txt", "한 통의 편지")
                let twin = try place.file("twin.txt", "한 통의 편지")
                let hollow = try place.file("hollow", "")
                let link = place.folder.filePath + "link"
                try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: letter)
                let odd = try place.file("a\u{202E}gpj.exe", "x")
                let ending = try await place.run(
                    "evidence", "add", letter, twin, hollow, link, odd, "/dev/null", "--case", "case-s1a")
                #expect(ending.status == 65)
                for word in ["is empty", "is a link", "is a device", "kept once", "3 files were not", "U+202E"] {
                    #expect((ending.output + ending.errors).contains(word), "\(word) in \(ending)")
                }
                #expect(!ending.output.contains("\u{202E}"))
                let scans = place.folder.filePath + "scans/2026"
                try FileManager.default.createDirectory(atPath: scans, withIntermediateDirectories: true)
                for name in ["b.txt", "a.txt", ".hidden"] {
                    try Data(name.utf8).write(to: URL(filePath: "\(scans)/\(name)"))
                }
                let folder = try await place.run("evidence", "add", place.folder.filePath + "scans")
                #expect(folder.output.split(separator: "\n").count == 2, "\(folder.output)")
                let again = try await place.run("evidence", "add", letter)
                #expect(again.output.contains("kept already"))
                let id = try #require(again.output.firstMatch(of: /exhibit-[a-z0-9]+/)).output
                #expect(try await place.run("evidence", "verify", String(id)).status == 0)
                #expect(try String(contentsOfFile: letter, encoding: .utf8) == "한 통의 편지")
            }
        }

        @Test("Claims are listed with what they rest on, the unsupported first; a corrected paragraph is noticed")
        func claims() async throws {
            try await withEvidence { place in
                let claims = try await place.run("evidence", "claims", "case-s1a").output
                let first = try #require(claims.range(of: "claim-s1f"))
                let last = try #require(claims.range(of: "claim-s1b"))
                #expect(first.lowerBound < last.lowerBound)
                let account = try await place.run("case", "show", "testimony-s1b").output
                let corrected = try place.file(
                    "corrected.yaml", account.replacingOccurrences(of: "군인이 둘이고", with: "군인이 셋이고"))
                #expect(try await place.run("import", corrected).status == 0)
                let check = try await place.run("check", "case-s1a", "--on", Self.day).output
                #expect(
                    check.contains(
                        "Claim claim-s1b points to paragraph 2 of testimony-s1b, which is gone or says something else now."
                    ))
                // The case file taken in again does not hide it.
                #expect(
                    try await place.run("import", "\(Self.samples)/01-civilian-1950.evidence.yaml", "--dry-run").status
                        == 0)
                let history = try await place.run("case", "history", "testimony-s1b").output
                #expect(history.split(separator: "\n").count == 2)
            }
        }

        @Test("With nobody there to answer, the interview is refused; the matrix stands alone as a page")
        func interviewAndMatrix() async throws {
            try await withEvidence { place in
                let ending = try await place.run("testimony", "add")
                #expect(ending.status == 64)
                #expect(ending.errors.contains("--from"))
                let page = place.folder.filePath + "matrix.html"
                let matrix = try await place.run("coi", "matrix", "--html", page)
                #expect(matrix.status == 0, "\(matrix.errors)")
                #expect(matrix.output.contains("reasonable grounds"))
                #expect(try SelfContainment.complaints(about: [URL(filePath: page)]) == [])
                let json = try await place.run("coi", "matrix", "--json").output
                let lines = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
                #expect(lines.contains { $0["strength"] as? String == "unsupported" })
            }
        }
    }
}
