import Foundation

/// Prints a page to PDF in Chromium and looks at the sheets.
enum PrintValidator {
    /// - Parameter pages: HTML files.
    /// - Returns: What is wrong with their sheets; nothing when each is A4 and bears its number.
    /// - Throws: ``Failure``
    static func complaints(about pages: [URL]) async throws -> [Complaint] {
        var complaints: [Complaint] = []
        for page in pages { complaints += try await self.complaints(about: page) }
        return complaints
    }

    private static func complaints(about page: URL) async throws -> [Complaint] {
        let pdfinfo = try Validators.tool("pdfinfo")
        let pdftotext = try Validators.tool("pdftotext")
        return try await ScratchFolder.with { scratch in
            let pdf = scratch.appending(path: "page.pdf")
            let printing = try await Browser.run(
                ["--no-pdf-header-footer", "--print-to-pdf=\(pdf.filePath)"], on: page, scratch: scratch)
            guard FileManager.default.fileExists(atPath: pdf.filePath) else {
                throw Failure.noJudgement("chromium", printing.errors)
            }
            let info = try await ChildProcess.run(pdfinfo, ["-f", "1", "-l", "9999", pdf.filePath])
            let text = try await ChildProcess.run(pdftotext, ["-layout", pdf.filePath, "-"])
            // A form feed closes every sheet.
            let sheets = text.output.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast()
            let sizes = info.output.matches(of: #/Page +\d+ size: +([\d.]+) x ([\d.]+) pts/#)
            guard !sheets.isEmpty, sizes.count == sheets.count else {
                throw Failure.noJudgement("pdfinfo", info.errors + text.errors)
            }
            return zip(sizes, sheets).enumerated().flatMap { index, sheet in
                let (size, text) = sheet
                return complaints(number: index + 1, width: String(size.1), height: String(size.2), text: String(text))
                    .map { Complaint(file: page.lastPathComponent, message: $0) }
            }
        }
    }

    private static func complaints(number: Int, width: String, height: String, text: String) -> [String] {
        var complaints: [String] = []
        let size = [width, height].map { (Double($0) ?? 0).rounded() }
        if size != [595, 842] { complaints.append("sheet \(number) is \(width) x \(height) points, not A4") }
        // A running number stands in the first or the last line of the sheet.
        let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        let edges = [lines.first, lines.last].compactMap { $0 }
        if !edges.contains(where: { $0.matches(of: #/\d+/#).contains { Int($0.0) == number } }) {
            complaints.append("sheet \(number) does not bear its number")
        }
        return complaints
    }
}
