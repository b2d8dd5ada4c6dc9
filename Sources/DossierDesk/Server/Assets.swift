import DossierFiles
import DossierIntake

/// The style sheet and the script of the pages, out of the templates: nothing else is served as a file.
struct Assets: Sendable {
    /// What a name in the address stands for; a new text gets a new name, so that a browser may keep the old one.
    private let files: [String: DeskResponse]
    let style: String
    let script: String

    init(_ templates: TemplateFiles) throws {
        let css = Array(try templates.text("desk/desk.css").utf8)
        let js = Array(try templates.text("desk/desk.js").utf8)
        style = "desk-\(Self.stamp(css)).css"
        script = "desk-\(Self.stamp(js)).js"
        var files = [
            style: DeskResponse(status: 200, kind: .css, body: css),
            script: DeskResponse(status: 200, kind: .script, body: js),
        ]
        for name in files.keys { files[name]?.headers.append(("Cache-Control", "private, max-age=86400, immutable")) }
        self.files = files
    }

    subscript(name: String) -> DeskResponse? { files[name] }

    private static func stamp(_ bytes: [UInt8]) -> String {
        String(Digests(of: bytes).sha256.prefix(16))
    }
}
