import DossierIntake
public import DossierManuscripts
import DossierMarkdown
import DossierModel

/// A report told as a manuscript tells it, to be changed a little by each test. Everything in it is invented.
public struct ManuscriptStory: Sendable {
    private var report: [String: String]
    private var texts: [(name: String, text: String)]
    private var annexes: [(name: String, text: String)] = []

    /// A report on an invented State that lacks nothing.
    public init(text: String = "# Introduction\n\nOne paragraph.\n") {
        report = [
            "state": "XSA", "cycle": "4", "session": "47", "form": "individual", "period": "2020/2024",
            "keywords": "disappearance", "languageOfText": "en",
            "submitters": """
            [{name: Alliance of a sample, acronym: AOS, founded: 2003, activities: It documents., \
            contactEmail: a@example.org}]
            """,
        ]
        texts = [("01.md", text)]
    }

    /// The same with one field of the cover answered otherwise; nil takes it out.
    public func with(_ field: String, _ yaml: String?) -> ManuscriptStory {
        var story = self
        story.report[field] = yaml
        return story
    }

    public func adding(_ name: String, _ text: String) -> ManuscriptStory {
        var story = self
        story.texts.append((name, text))
        return story
    }

    public func addingAnnex(_ text: String) -> ManuscriptStory {
        var story = self
        story.annexes.append(("annexes/01.md", text))
        return story
    }

    /// - Throws: ``TestDataError`` when something cannot be read.
    public func manuscript(id: String = "report-a") throws -> Manuscript {
        let yaml =
            "record: report\nid: \(id)\n"
            + report.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
        let documents = YAMLDocuments(Array(yaml.utf8), file: "report.yaml")
        var reader = RecordReader(file: "report.yaml")
        guard let node = documents.documents.first, let record = reader.record(from: node),
            reader.findings.isEmpty, documents.findings.isEmpty
        else { throw TestDataError("\(documents.findings) \(reader.findings)") }
        return Manuscript(report: record, sections: try texts.map(Self.file), annexes: try annexes.map(Self.file))
    }

    private static func file(_ name: String, _ text: String) throws -> Manuscript.File {
        Manuscript.File(path: name, text: try MarkdownParser.document(text))
    }
}
