import Foundation

/// Where LibreOffice sets the footnotes of a Word file.
enum FootnotePlaces {
    /// Converts the file, and looks on which page each footnote of the file stands, and on which the words before its mark.
    ///
    /// - Throws: ``Failure``
    static func complaints(about paper: URL) async throws -> [Complaint] {
        try await ScratchFolder.with { folder in
            let converted = try await ChildProcess.run(
                try Validators.tool("soffice"),
                [
                    "-env:UserInstallation=file://\(folder.filePath)/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", folder.filePath, paper.filePath,
                ])
            let pdf = folder.appending(path: paper.deletingPathExtension().lastPathComponent + ".pdf")
            guard FileManager.default.fileExists(atPath: pdf.filePath) else {
                throw Failure.noJudgement("soffice", converted.errors)
            }
            let text = try await ChildProcess.run(try Validators.tool("pdftotext"), [pdf.filePath, "-"])
            let pages = text.output.split(separator: "\u{C}").map(squeezed)
            let notes = try await notes(of: paper)
            guard pages.count > 2, notes.count > 5 else { throw Failure.noJudgement("pdftotext", text.errors) }
            return notes.enumerated().compactMap { index, note in
                // Words before a mark, the mark, and words of the note, all on one page.
                let isThere = pages.contains { page in
                    page.contains("\(squeezed(note.before))\(index + 1)") && page.contains(squeezed(note.text))
                }
                return isThere
                    ? nil
                    : Complaint(file: paper.lastPathComponent, message: "note \(index + 1) “\(note.text)” is elsewhere")
            }
        }
    }

    private static func squeezed(_ text: some StringProtocol) -> String {
        String(text.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{AD}" })
    }

    /// Each footnote's text, and the words that stand before its mark, as python-docx's XML tells them.
    private static func notes(of paper: URL) async throws -> [(before: String, text: String)] {
        let modules = try Validators.file("python/installed.txt").deletingLastPathComponent()
        let script = """
            import sys, zipfile
            from lxml import etree
            w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
            archive = zipfile.ZipFile(sys.argv[1])
            body = etree.fromstring(archive.read('word/document.xml'))
            notes = etree.fromstring(archive.read('word/footnotes.xml'))
            texts = {n.get(w + 'id'): ''.join(t.text or '' for t in n.iter(w + 't')) for n in notes}
            for mark in body.iter(w + 'footnoteReference'):
                paragraph = next(mark.iterancestors(w + 'p'))
                before = ''
                for element in paragraph.iter():
                    if element is mark: break
                    if element.tag == w + 't': before += element.text or ''
                    if element.tag == w + 'footnoteReference': before += element.get(w + 'id')
                print(before[-24:].replace('\\n', ' ') + '\\t' + texts[mark.get(w + 'id')][:24].strip())
            """
        let ending = try await ChildProcess.run(
            try Validators.tool("env"),
            [
                "PYTHONPATH=\(modules.filePath)", try Validators.tool("python3").filePath, "-c", script, paper.filePath,
            ])
        guard ending.status == 0 else { throw Failure.noJudgement("python3", ending.errors) }
        return ending.output.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
    }
}
