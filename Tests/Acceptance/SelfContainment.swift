import Foundation

/// Whether a page stands alone: no script, and nothing that a browser would fetch.
enum SelfContainment {
    /// - Parameter pages: HTML files.
    /// - Returns: Each piece of markup that runs or fetches something.
    /// - Throws: Foundation's error when a file cannot be read.
    static func complaints(about pages: [URL]) throws -> [Complaint] { try pages.flatMap(complaints(about:)) }

    private static func complaints(about page: URL) throws -> [Complaint] {
        let text = try String(contentsOf: page, encoding: .utf8)
        let rules: [(String, Regex<Substring>)] = [
            ("script", #/<script/#),
            ("event attribute", #/<[a-z][^>]*\son[a-z]+\s*=/#),
            ("frame or object", #/<(?:iframe|frame|object|embed|base)\b/#),
            ("source", #/\bsrc(?:set)?\s*=\s*["']?\s*(?:https?:)?\/\/[^\s"'>]*/#),
            ("style sheet address", #/url\(\s*["']?\s*(?:https?:)?\/\/[^)]*/#),
            ("imported style sheet", #/@import/#),
            ("link", #/<link\b[^>]*href\s*=\s*["']?\s*(?:https?:)?\/\/[^>]*/#),
        ]
        return rules.flatMap { rule, pattern in
            text.matches(of: pattern.ignoresCase()).map {
                Complaint(file: page.lastPathComponent, rule: rule, message: String($0.output.prefix(120)))
            }
        }
    }
}
