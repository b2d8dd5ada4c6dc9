import DossierArchives
import DossierDisclosure
import DossierModel
import DossierPackages
import DossierTestSupport
import Testing

@Suite("Searching a package for what must not be in it")
struct PackageLeaksTests {
    /// What the full edition of a made-up case withholds: a relative whom nobody may name.
    private func needles() throws -> LeakNeedles {
        let folder = try CaseStory(
            """
            record: person
            id: person-a
            names: [{script: latin, family: Ara, given: Saem}]
            ---
            record: person
            id: person-r
            names:
              - {script: hangul, family: 도, given: 여울}
              - {script: latin, family: Toh, given: Yeo-ul}
            livesIn: PRK
            ---
            record: incident
            id: incident-a
            title: x
            date: 1951-03
            ---
            record: case
            id: case-a
            person: person-a
            incident: incident-a
            relatives: [{person: person-r, relationship: child}]
            ---
            record: consent
            id: consent-a
            by: person-a
            about: person-a
            purposes: [submit]
            recipients: [wgeid]
            givenOn: 2026-01-02
            """
        ).folder()
        let edition = Discloser(audience: .body("wgeid"), on: try #require(Day("2026-11-24"))).edition(of: folder)
        let needles = WithheldTexts(of: folder, in: edition) { _ in [] }.needles
        try #require(!needles.isEmpty)
        return needles
    }

    private func found(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        let folder = try TemporaryFolder()
        _ = try folder.file("clean.txt", "nothing here")
        _ = try folder.file(name, bytes)
        // Given name and full name are told apart.
        return Set(try PackageLeaks(needles: try needles()).leaks(in: folder.path).map(\.path)).sorted()
    }

    private func found(_ name: String, _ text: String) throws -> [String] { try found(name, Array(text.utf8)) }

    @Test(
        "A name is found in text, however it is written",
        arguments: [
            "… 도여울이 …", "by Toh Yeo-ul.", "TOH YEOUL", "Yeo-ul Toh", "도 여울",
            "\u{1103}\u{1169}\u{110B}\u{1167}\u{110B}\u{116E}\u{11AF}",
        ])
    func text(_ text: String) throws { #expect(try found("a.txt", text) == ["a.txt"]) }

    @Test("Markup between the parts of a name, entities and attributes do not hide it")
    func markup() throws {
        #expect(try found("a.html", "<p>by <b>Toh</b> <i>Yeo</i>-ul</p>") == ["a.html"])
        #expect(try found("a.html", "<p>by T&#111;h Yeo&#x2d;ul</p>") == ["a.html"])
        #expect(try found("a.xml", "<r><t>도</t></r><r><t>여울</t></r>") == ["a.xml"])
        #expect(try found("a.html", "<p title=\"Toh Yeo-ul\">x</p>") == ["a.html"])
        #expect(try found("a.html", "<p>Toh</p><p>arrived. Yeo</p>") == [])
    }

    @Test("Parts of Word files are searched, and archives within archives")
    func archives() throws {
        let word = ZipBuilder.word([
            ("word/document.xml", "<w:r><w:t>Toh</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Yeo-ul</w:t></w:r>")
        ])
        #expect(try found("a.docx", word) == ["a.docx!word/document.xml"])
        let core = ZipBuilder.word([("docProps/core.xml", "<dc:creator>도여울</dc:creator>")])
        #expect(try found("a.docx", core).contains("a.docx!docProps/core.xml"))
        var outer = ZipWriter()
        try outer.add("inner.zip", core)
        #expect(try found("a.zip", try outer.finish()).contains { $0.hasPrefix("a.zip!inner.zip!") })
        var packed = ZipWriter()
        try packed.add("x.txt", Array((String(repeating: "filler ", count: 200) + "도여울").utf8))
        #expect(try found("b.zip", try packed.finish()) == ["b.zip!x.txt"])
    }

    @Test("A PDF, whose text is compressed, is judged by the Word file that it was made from")
    func origins() throws {
        let word = ZipBuilder.word([("word/document.xml", "<w:t>by Toh Yeo-ul</w:t>")])
        let search = PackageLeaks(needles: try needles())
        let leaks = search.leaks(in: word, of: "data/petition-en.pdf")
        #expect(!leaks.isEmpty)
        #expect(leaks.allSatisfy { $0.path == "data/petition-en.pdf" })
        let clean = ZipBuilder.word([("word/document.xml", "<w:t>by a relative</w:t>")])
        #expect(search.leaks(in: clean, of: "data/petition-en.pdf").isEmpty)
    }

    @Test("Pictures and sound are searched byte by byte, in UTF-8 and UTF-16")
    func bytes() throws {
        let noise: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + (0..<4_000).map { UInt8($0 * 7 & 255) }
        #expect(try found("a.jpg", noise) == [])
        #expect(try found("a.jpg", noise + Array("도여울".utf8) + noise) == ["a.jpg"])
        let wide = "도여울".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try found("a.jpg", noise + wide + noise) == ["a.jpg"])
    }
}
