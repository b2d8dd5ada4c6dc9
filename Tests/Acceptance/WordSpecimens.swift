import Foundation

extension Specimens {
    /// A Word file with a footnote, made by the program.
    static func paper() async throws -> Data? {
        try await ScratchFolder.with { folder in
            let manuscript = folder.appending(path: "paper")
            try FileManager.default.createDirectory(at: manuscript, withIntermediateDirectories: true)
            let words = Array(repeating: "word", count: 60).joined(separator: " ")
            for (name, text) in [
                ("report.yaml", "record: report\nid: paper\nstate: XSA\nform: individual\nsubmitters: [{name: One}]\n"),
                ("01.md", "# Head\n\n\(words)[](un:A/HRC/25/63#64)\n"),
            ] {
                try text.write(to: manuscript.appending(path: name), atomically: true, encoding: .utf8)
            }
            let environment = [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
                "DOSSIER_LIBRARY": folder.appending(path: "none").filePath,
            ]
            let output = folder.appending(path: "out")
            _ = try await BuiltProgram().run(
                ["upr", "render", manuscript.filePath, "--output", output.filePath, "--format", "docx"],
                environment: environment)
            let made = try FileManager.default.contentsOfDirectory(at: output, includingPropertiesForKeys: nil)
            return try made.first.map { try Data(contentsOf: $0) }
        }
    }

    /// Lets the first mark point to a footnote that is not there.
    static func breakFootnote(in file: URL) async throws {
        let script = """
            import sys, zipfile
            source = zipfile.ZipFile(sys.argv[1])
            parts = {name: source.read(name) for name in source.namelist()}
            source.close()
            name = 'word/document.xml'
            parts[name] = parts[name].replace(b'footnoteReference w:id="1"', b'footnoteReference w:id="99"')
            with zipfile.ZipFile(sys.argv[1], 'w') as target:
                for name, content in parts.items(): target.writestr(name, content)
            """
        _ = try await ChildProcess.run(try Validators.tool("python3"), ["-c", script, file.filePath])
    }
}
