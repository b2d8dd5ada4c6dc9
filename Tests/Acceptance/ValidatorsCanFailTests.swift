import Foundation
import Testing

extension AcceptanceSuite {
    /// A validator that accepts everything is no validator: each must accept a good file and reject a bad one.
    @Suite("Each outside validator accepts a good file and rejects a bad one")
    struct ValidatorsCanFailTests {
        @Test("xmllint rejects a petition without its country")
        func schema() async throws {
            let good = try await judged(Specimens.petition(), "xml", by: SchemaValidator.complaints(about:))
            #expect(good == [])
            let bad = try await judged(Specimens.petition(country: ""), "xml", by: SchemaValidator.complaints(about:))
            #expect(bad.contains { $0.message.contains("FRBRcountry") }, "\(bad)")
            let broken = try await judged("<akomaNtoso>", "xml", by: SchemaValidator.complaints(about:))
            #expect(!broken.isEmpty)
        }

        @Test("The Nu Html Checker rejects a paragraph in a heading")
        func markup() async throws {
            let good = try await judged(Specimens.page(body: "<p>Text.</p>"), by: MarkupValidator.complaints(about:))
            #expect(good == [])
            let bad = try await judged(
                Specimens.page(body: "<h2><p>Text.</p></h2>"), by: MarkupValidator.complaints(about:))
            #expect(!bad.isEmpty)
        }

        @Test("The checks of the Open XML SDK reject a mark without its footnote, and python-docx what is no Word file")
        func word() async throws {
            let paper = try #require(try await Specimens.paper())
            let good = try await ScratchFolder.with { folder in
                let file = folder.appending(path: "good.docx")
                try paper.write(to: file)
                return try await WordValidator.complaints(about: [file])
            }
            #expect(good == [])
            let bad = try await ScratchFolder.with { folder in
                let file = folder.appending(path: "bad.docx")
                try paper.write(to: file)
                try await Specimens.breakFootnote(in: file)
                return try await WordValidator.complaints(about: [file])
            }
            #expect(bad.contains { $0.message.contains("99") }, "\(bad)")
            await #expect(throws: Failure.self) {
                _ = try await ScratchFolder.with { folder in
                    let file = folder.appending(path: "none.docx")
                    try Data("no archive".utf8).write(to: file)
                    return try await WordValidator.complaints(about: [file])
                }
            }
        }

        @Test("followthemoney rejects a date that is none and what leads nowhere, openpyxl a formula and an author")
        func exchange() async throws {
            let person = #"{"id":"a","schema":"Person","properties":{"name":["온누리별"],"birthDate":["1931-04"]}}"#
            let event = #"{"id":"e","schema":"Event","properties":{"name":["Taken"],"involved":["b"]}}"#
            let judge = { (text: String) in
                try await ScratchFolder.with { folder in
                    let file = folder.appending(path: "entities.ftm.json")
                    try Data(text.utf8).write(to: file)
                    return try await ExchangeValidator.complaints(aboutEntities: file)
                }
            }
            #expect(try await judge(person) == [])
            #expect(try await !judge(person.replacing("1931-04", with: "spring")).isEmpty)
            #expect(try await judge("\(person)\n\(event)").contains { $0.message.contains("leads nowhere") })
            let bad = try await ScratchFolder.with { folder in
                let file = folder.appending(path: "cases.xlsx")
                let modules = try Validators.file("python/installed.txt").deletingLastPathComponent()
                let script =
                    "import sys, openpyxl; b = openpyxl.Workbook(); b.active.title = 'cases';"
                    + "b.active.append(['a']); b.active.append(['=1+1']); b.properties.creator = 'X'; b.save(sys.argv[1])"
                let made = try await ChildProcess.run(
                    try Validators.tool("env"),
                    [
                        "PYTHONPATH=\(modules.filePath)", try Validators.tool("python3").filePath, "-c", script,
                        file.filePath,
                    ])
                #expect(made.status == 0, "\(made.errors)")
                try Data("a\r\nb\r\n".utf8).write(to: folder.appending(path: "cases.csv"))
                return try await ExchangeValidator.complaints(aboutWorkbook: file)
            }
            for word in ["no text", "author", "is not"] {
                #expect(bad.contains { $0.message.contains(word) }, "\(bad)")
            }
        }

        @Test("axe rejects an image without words for it, and pale grey text")
        func accessibility() async throws {
            let good = try await judged(
                Specimens.page(body: "<p>Text.</p>"), by: AccessibilityValidator.complaints(about:))
            #expect(good == [])
            let image = #"<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">"#
            let bad = try await judged(
                Specimens.page(style: "p { color: #ccc; }", body: "\(image)<p>Pale.</p>"),
                by: AccessibilityValidator.complaints(about:))
            #expect(Set(bad.compactMap(\.rule)) == ["image-alt", "color-contrast"], "\(bad)")
        }

        @Test("A sheet that is not A4, or bears no number, is rejected")
        func printing() async throws {
            let tall = #"<p>Text.</p><p style="margin-top: 40cm">Further down.</p>"#
            let good = try await judged(
                Specimens.page(style: Specimens.numberedSheets, body: tall), by: PrintValidator.complaints(about:))
            #expect(good == [])
            let bad = try await judged(
                Specimens.page(style: "@page { size: letter; }", body: "<p>Text.</p>"),
                by: PrintValidator.complaints(about:))
            #expect(bad.contains { $0.message.contains("not A4") }, "\(bad)")
            #expect(bad.contains { $0.message.contains("bear its number") }, "\(bad)")
        }

        @Test("A page that names an address in its text stands alone")
        func addressInText() async throws {
            let good = try await judged(
                Specimens.page(body: "<p>See https://example.org/ for src=, url( and &lt;script&gt;.</p>"),
                by: SelfContainment.complaints(about:))
            #expect(good == [])
        }

        @Test(
            "A page that runs or fetches something is rejected",
            arguments: [
                "<script>1</script>", "<p onclick='1'>Text.</p>", "<iframe srcdoc='x'></iframe>",
                "<img alt='' src=\"https://example.org/a.png\">", "<img alt='' src=//example.org/a.png>",
                "<p style=\"background: url('http://example.org/a.png')\">Text.</p>",
                "<style>@import 'a.css';</style>", "<link rel='stylesheet' href='https://example.org/a.css'>",
            ])
        func selfContainment(markup: String) async throws {
            let bad = try await judged(Specimens.page(body: markup), by: SelfContainment.complaints(about:))
            #expect(!bad.isEmpty)
        }

        private func judged(
            _ text: String, _ suffix: String = "html", by validator: @Sendable ([URL]) async throws -> [Complaint]
        ) async throws -> [Complaint] {
            try await ScratchFolder.with { folder in
                let file = folder.appending(path: "specimen.\(suffix)")
                try text.write(to: file, atomically: true, encoding: .utf8)
                return try await validator([file])
            }
        }
    }
}
