import Foundation

/// axe-core in Chromium, with the rules for WCAG 2.0 to 2.2, levels A and AA. It covers a part of WCAG only.
enum AccessibilityValidator {
    /// - Parameter pages: HTML files. They are not changed.
    /// - Returns: The violations found; nothing when axe accepts every page.
    /// - Throws: ``Failure``, also when axe has checked nothing on a page.
    static func complaints(about pages: [URL]) async throws -> [Complaint] {
        let axe = try Validators.file("axe.min.js")
        return try await ScratchFolder.with { scratch in
            try await withThrowingTaskGroup(of: [Complaint].self) { group in
                var waiting = pages[...]
                // Two browsers at a time: each keeps about one processor busy.
                for page in waiting.prefix(2) { group.addTask { try await judge(page, axe, scratch) } }
                waiting = waiting.dropFirst(2)
                var complaints: [Complaint] = []
                while let found = try await group.next() {
                    complaints += found
                    if let page = waiting.popFirst() { group.addTask { try await judge(page, axe, scratch) } }
                }
                return complaints
            }
        }
    }

    private static func judge(_ page: URL, _ axe: URL, _ scratch: URL) async throws -> [Complaint] {
        let copy = scratch.appending(path: "\(UUID().uuidString).html")
        try testCopy(of: String(contentsOf: page, encoding: .utf8), axe: axe)
            .write(to: copy, atomically: true, encoding: .utf8)
        let ending = try await Browser.run(["--virtual-time-budget=20000", "--dump-dom"], on: copy, scratch: scratch)
        guard let match = ending.output.firstMatch(of: #/data-axe-report="([A-Za-z0-9+/=]+)"/#),
            let data = Data(base64Encoded: String(match.1)),
            let report = try? JSONDecoder().decode(Report.self, from: data), report.passes > 0
        else { throw Failure.noJudgement("axe", "\(page.lastPathComponent): \(ending.errors.suffix(2_000))") }
        return report.violations.map {
            Complaint(
                file: page.lastPathComponent, rule: $0.id,
                message: "\($0.help): \($0.nodes.joined(separator: ", "))")
        }
    }

    // The page's policy forbids scripts, as it should: the copy has none. The report comes back in an attribute, in
    // Base64, so that nothing in it can be taken for markup.
    private static func testCopy(of page: String, axe: URL) throws -> String {
        let script = """
            <script src="\(axe.absoluteString)"></script>
            <script>
            addEventListener('load', function () {
              axe.run(document, {runOnly: {type: 'tag', values:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}).then(function (results) {
                var report = {passes: results.passes.length, violations: results.violations.map(function (rule) {
                  return {id: rule.id, help: rule.help, nodes: rule.nodes.map(function (node) {
                    return node.target.join(' ');
                  })};
                })};
                var bytes = new TextEncoder().encode(JSON.stringify(report));
                document.documentElement.setAttribute('data-axe-report', btoa(String.fromCharCode.apply(null, bytes)));
              });
            });
            </script>
            """
        let open = page.replacing(#/<meta[^>]*Content-Security-Policy[^>]*>/#.ignoresCase(), with: "")
        guard let end = open.range(of: "</body>", options: [.caseInsensitive, .backwards]) else {
            throw Failure.noJudgement("axe", "the page has no </body> before which it could be put")
        }
        return open.replacingCharacters(in: end, with: "\(script)</body>")
    }

    private struct Report: Decodable {
        var passes: Int
        var violations: [Violation]

        struct Violation: Decodable {
            var id: String
            var help: String
            var nodes: [String]
        }
    }
}
