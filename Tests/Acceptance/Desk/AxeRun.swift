import Foundation

/// axe-core in a page that a browser shows as it is now, with the rules of ``AccessibilityValidator``.
enum AxeRun {
    /// - Parameter session: The browser. Its page is left with `axe` in it.
    /// - Returns: The violations found; nothing when axe accepts the page. Their file is the page's path.
    /// - Throws: ``BrowserFailure``, or ``Failure/noJudgement(_:_:)`` when axe has checked nothing.
    static func complaints(in session: BrowserSession) async throws -> [Complaint] {
        let axe = try String(contentsOf: Validators.file("axe.min.js"), encoding: .utf8)
        let page = try await session.currentURL().path(percentEncoded: false)
        let said =
            try await session.executeAsyncScript(
                "\(session.options.allowsJavaScript ? "" : timers)\(axe)\n;\(script)"
            ).string ?? "nothing"
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(said.utf8)), report.passes > 0 else {
            throw Failure.noJudgement("axe", "\(page): \(said)")
        }
        return report.violations.map {
            Complaint(file: page, rule: $0.id, message: "\($0.help): \($0.nodes.joined(separator: ", "))")
        }
    }

    // No timer of a page goes off where JavaScript is off, but promises are kept. axe needs timers that are short; its
    // long ones are alarms, which had better not go off. The page is thrown away after the test, or loaded anew.
    private static let timers = """
        window.setTimeout = function (act, wait) { if (!(wait > 100)) Promise.resolve().then(act); return 0; };

        """

    private static let script = """
        var done = arguments[arguments.length - 1];
        axe.run(document, {runOnly: {type: 'tag', values:
          ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}).then(function (results) {
          done(JSON.stringify({passes: results.passes.length, violations: results.violations.map(function (rule) {
            return {id: rule.id, help: rule.help, nodes: rule.nodes.map(function (node) {
              return node.target.join(' ');
            })};
          })}));
        }, function (error) { done(String(error)); });
        """

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
