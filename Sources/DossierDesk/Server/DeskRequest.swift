/// A request as the pages see it: no server library reaches them.
struct DeskRequest: Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST" }

    var method: Method
    /// The parts of the path, decoded.
    var path: [String]
    /// The path as it was written, with the query.
    var target: String
    var query: FormPairs
    /// What was posted with a form; empty for an upload, which is read as it comes.
    var form: FormPairs
    /// Whether the page's script asks, and wants no whole page.
    var isFromScript: Bool
}

/// Names and texts in the order in which a form or a query gives them.
struct FormPairs: Sendable, Hashable {
    var pairs: [(name: String, text: String)]

    init(_ pairs: [(name: String, text: String)] = []) { self.pairs = pairs }

    /// The first text of a name.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.text }

    static func == (left: FormPairs, right: FormPairs) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.text == $1.text }
    }

    func hash(into hasher: inout Hasher) { for pair in pairs { hasher.combine(pair.name) } }
}
