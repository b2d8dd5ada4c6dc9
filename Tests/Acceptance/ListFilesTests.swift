import Foundation
import Testing

extension AcceptanceSuite {
    /// Lists whose rows name files: Uwazi's archive, and a folder beside the list.
    @Suite("Lists with files")
    struct ListFilesTests {
        private static let rows =
            "번호,성명,피랍일,file,attachments\n1,온누리별,1950-09,편지.jpg,a.txt|편지.jpg\n2,온가람솔,1950-09,,a.txt\n"

        private static let mapping = """
            source: uwazi
            key: 번호
            files: [file, attachments]
            columns: {번호: ignore, 성명: person.names, 피랍일: case.lastSeenDate, file: ignore, attachments: ignore}
            """

        private func archive(_ place: Workplace, rows: String = Self.rows) async throws -> String {
            let path = place.folder.appending(path: "list.zip").filePath
            let script = """
                import sys, zipfile
                with zipfile.ZipFile(sys.argv[1], 'w') as archive:
                    archive.writestr('import.csv', sys.argv[2])
                    archive.writestr('편지.jpg', b'\\xff\\xd8\\xff\\xe0 a letter')
                    archive.writestr('scans/a.txt', 'an account')
                    archive.writestr('other.txt', 'nobody names this')
                """
            let made = try await ChildProcess.run(try Validators.tool("python3"), ["-c", script, path, rows])
            #expect(made.status == 0, "\(made.errors)")
            return path
        }

        @Test("The files of an archive become exhibits of the cases, each once, and one undo takes all of it back")
        func archives() async throws {
            try await Workplace.with { place in
                let list = try await archive(place)
                let mapping = try place.file("mapping.yaml", Self.mapping)
                let before = try place.libraryBytes()
                let tried = try await place.run("import", list, "--mapping", mapping, "--dry-run")
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
                #expect(tried.output.contains("2 files would be kept"), "\(tried.output)")
                #expect(try place.libraryBytes() == before)
                let done = try await place.run("import", list, "--mapping", mapping)
                #expect(done.output.contains("6 records are new"), "\(done.output)\(done.errors)")
                let exhibits = try await place.run("evidence", "list").output
                #expect(exhibits.components(separatedBy: "exhibit-uwazi-").count == 3, "\(exhibits)")
                // The account is named in both rows.
                let account = try await place.run("case", "show", "exhibit-uwazi-1-2").output
                for word in ["case-uwazi-1", "case-uwazi-2", "a.txt"] { #expect(account.contains(word), "\(account)") }
                let verified = try await place.run("evidence", "verify")
                #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
                #expect(try await place.run("import", list).output.contains("all of it already"))
                #expect(try await place.run("import", "undo").status == 0)
                #expect(try await place.run("import", list).output.contains("6 records are new"))
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test("Files lie beside a list, or where --files says; a name leads nowhere else", arguments: ["en", "ko"])
        func folders(_ language: String) async throws {
            try await Workplace.with { place in
                let mapping = try place.file("mapping.yaml", Self.mapping)
                let list = try place.file("list.csv", Self.rows)
                let before = try place.libraryBytes()
                let missing = try await place.run("import", list, "--mapping", mapping, "--lang", language)
                #expect(missing.status == 65)
                #expect(missing.output.contains("a.txt"), "\(missing.output)")
                #expect(!missing.output.contains("‹"), "\(missing.output)")
                #expect(try place.libraryBytes() == before)
                let scans = place.folder.appending(path: "scans")
                try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
                try Data("a letter".utf8).write(to: scans.appending(path: "편지.jpg"))
                try Data("an account".utf8).write(to: scans.appending(path: "a.txt"))
                let done = try await place.run(
                    "import", list, "--mapping", mapping, "--files", scans.filePath, "--lang", language)
                #expect(done.status == 0, "\(done.output)\(done.errors)")
                let outside = try place.file(
                    "outside.csv", "번호,성명,피랍일,file,attachments\n3,온누리,1950,../list.csv,/etc/hostname\n")
                let refused = try await place.run(
                    "import", outside, "--mapping", mapping, "--files", scans.filePath, "--json")
                #expect(refused.status == 65)
                #expect(refused.output.components(separatedBy: "noSuchFile").count == 3, "\(refused.output)")
            }
        }
    }
}
