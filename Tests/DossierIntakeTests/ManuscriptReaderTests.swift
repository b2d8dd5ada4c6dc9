import DossierIntake
import DossierManuscripts
import DossierMarkdown
import DossierModel
import DossierTestSupport
import Foundation
import Testing

@Suite("Reading the folder of a manuscript")
struct ManuscriptReaderTests {
    private let cover = "record: report\nid: report-a\nstate: XSA\n"

    private func folder(_ files: [(String, String)]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/annexes", withIntermediateDirectories: true)
        for (name, text) in files { _ = try folder.file(name, text) }
        return folder
    }

    @Test("Files are read in the order of their names, annexes apart, READMEs and hidden files not at all")
    func order() throws {
        let folder = try folder([
            ("report.yaml", cover), ("02-b.md", "# B"), ("01-a.md", "# A"), ("README.md", "# R"), (".x.md", "# X"),
            ("annexes/01.md", "# N"), ("notes.txt", "x"),
        ])
        let reading = ManuscriptReader.read(folder: folder.path)
        #expect(reading.findings.isEmpty)
        #expect(
            reading.manuscript?.sections.map { URL(fileURLWithPath: $0.path).lastPathComponent } == [
                "01-a.md", "02-b.md",
            ])
        #expect(reading.manuscript?.annexes.count == 1)
    }

    @Test("Tables in files of their own stand in the report, their faults under their own names")
    func tables() throws {
        let sound = try folder([
            ("report.yaml", cover), ("counts.yaml", "- {id: a, unit: cases, by: decade}\n"),
            ("follow-up.yaml", "- recommendation: X/1#1.2\n  assessment: partly\n"),
        ])
        let report = ManuscriptReader.read(folder: sound.path).manuscript?.report
        #expect(report?[ReportFields.counts].value?.count == 1)
        #expect(report?[ReportFields.followUp].value?.first?[FollowUpFields.assessment].value == "partly")
        let broken = try folder([("report.yaml", cover), ("counts.yaml", "- {id: a, unit: people, by: decade}\n")])
        let findings = ManuscriptReader.read(folder: broken.path).findings
        #expect(findings.map(\.rule) == [.notAChoice])
        #expect(findings.first?.file.hasSuffix("counts.yaml") == true)
    }

    @Test(
        "Text that cannot be kept is told with file and line",
        arguments: [
            (Array("# A\n\nx\u{202E}y\n".utf8), RecordFinding.Rule.controlCharacter, 3),
            (Array("a\n\u{1112}\u{1161}\u{11AB}\n".utf8), .notNormalised, 2), ([0x61, 0xFF], .notUTF8, 0),
            ([UInt8](repeating: 0x61, count: 300 << 10), .fileTooLarge, 0),
        ])
    func text(_ bytes: [UInt8], _ rule: RecordFinding.Rule, _ line: Int) {
        let findings = ManuscriptReader.text(of: bytes, file: "01.md").findings
        #expect(findings.map(\.rule) == [rule])
        #expect(findings.first?.line == line)
    }

    @Test("Ten megabytes of text are refused without being parsed", .timeLimit(.minutes(1)))
    func large() throws {
        let folder = try folder([("report.yaml", cover), ("01.md", String(repeating: "word ", count: 2_000_000))])
        #expect(ManuscriptReader.read(folder: folder.path).findings.map(\.rule) == [.fileTooLarge])
    }

    @Test("A record of another kind is no report, and an unknown key is told with the nearest")
    func otherKind() throws {
        let other = try folder([("report.yaml", "record: case\nid: case-a\n")])
        #expect(ManuscriptReader.read(folder: other.path).findings.map(\.rule) == [.unknownKind])
        let typo = try folder([("report.yaml", cover + "sesion: 47\n")])
        let finding = ManuscriptReader.read(folder: typo.path).findings.first
        #expect(finding?.rule == .unknownKey)
        #expect(finding?.expected == "session")
    }

    @Test("Line ends of Windows and a byte order mark are no faults")
    func windows() {
        let read = ManuscriptReader.text(of: Array("\u{FEFF}# A\r\n\r\ntext\r\n".utf8), file: "01.md")
        #expect(read.findings.isEmpty)
        #expect(read.document?.blocks.count == 2)
    }

    @Test("Both samples are read without a finding", arguments: ["sample-individual", "sample-joint"])
    func samples(_ name: String) {
        #expect(ManuscriptReader.read(folder: "\(ProjectFolder.path)/Cases/upr/\(name)").findings == [])
    }
}
