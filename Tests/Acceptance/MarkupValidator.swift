import Foundation

/// The Nu Html Checker.
enum MarkupValidator {
    /// All files go to one Java machine, since its start takes longer than a page.
    ///
    /// - Parameter files: HTML files.
    /// - Returns: The errors found; nothing when all are valid.
    /// - Throws: ``Failure``
    static func complaints(about files: [URL]) async throws -> [Complaint] {
        let java = try Validators.tool("java")
        let jar = try Validators.file("vnu.jar")
        // The stack that Java has by default is too small for long pages.
        let ending = try await ChildProcess.run(
            java,
            ["-Xss4m", "-jar", jar.filePath, "--errors-only", "--format", "json"] + files.map { $0.filePath })
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(ending.errors.utf8)),
            report.messages.isEmpty == (ending.status == 0)
        else { throw Failure.noJudgement("vnu", ending.errors) }
        return report.messages.map { message in
            Complaint(
                file: message.url.map { URL(filePath: $0).lastPathComponent } ?? "vnu",
                message: "\(message.lastLine.map { "line \($0): " } ?? "")\(message.message)")
        }
    }

    private struct Report: Decodable {
        var messages: [Message]

        struct Message: Decodable {
            var url: String?
            var lastLine: Int?
            var message: String
        }
    }
}
