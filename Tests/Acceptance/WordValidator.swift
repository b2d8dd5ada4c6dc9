import Foundation

/// Two readers of Word files that are not ours: openxml-audit, after the checks of Microsoft's Open XML SDK, and
/// python-docx.
enum WordValidator {
    /// - Parameter files: Word files.
    /// - Returns: What they hold against them; nothing when all are sound.
    /// - Throws: ``Failure``
    static func complaints(about files: [URL]) async throws -> [Complaint] {
        try await audit(files) + read(files)
    }

    private static func python(_ arguments: [String]) async throws -> Ending {
        let modules = try Validators.file("python/installed.txt").deletingLastPathComponent()
        return try await ChildProcess.run(
            try Validators.tool("env"),
            ["PYTHONPATH=\(modules.filePath)", try Validators.tool("python3").filePath] + arguments)
    }

    /// One process a file: asked for many at once, it confuses their footnotes.
    private static func audit(_ files: [URL]) async throws -> [Complaint] {
        var complaints: [Complaint] = []
        for file in files {
            let ending = try await python(["-m", "openxml_audit", "--output", "json", file.filePath])
            guard let reports = try? JSONDecoder().decode([Report].self, from: Data(ending.output.utf8)),
                reports.count == 1
            else { throw Failure.noJudgement("openxml-audit", ending.output.suffix(500) + ending.errors) }
            complaints += reports.flatMap { report in
                report.errors.map { Complaint(file: report.file, rule: $0.type, message: $0.description) }
            }
        }
        return complaints
    }

    private struct Report: Decodable {
        var file: String
        var errors: [Fault]

        struct Fault: Decodable {
            var type: String
            var description: String
        }
    }

    /// python-docx finds text, and no author and no date.
    private static func read(_ files: [URL]) async throws -> [Complaint] {
        let script = """
            import sys, docx
            for path in sys.argv[1:]:
                document = docx.Document(path)
                properties = document.core_properties
                words = sum(len(p.text.split()) for p in document.paragraphs)
                words += sum(len(c.text.split()) for t in document.tables for r in t.rows for c in r.cells)
                if words < 50: print(path, 'has', words, 'words')
                if properties.author or properties.last_modified_by: print(path, 'names an author')
                if properties.created or properties.modified: print(path, 'bears a date')
            print('read', len(sys.argv) - 1)
            """
        let ending = try await python(["-c", script] + files.map(\.filePath))
        let lines = ending.output.split(separator: "\n").map(String.init)
        guard ending.status == 0, lines.last == "read \(files.count)" else {
            throw Failure.noJudgement("python-docx", ending.errors)
        }
        return lines.dropLast().map { Complaint(file: "python-docx", message: $0) }
    }
}
