import DossierHTML

/// What a page answers.
struct DeskResponse: Sendable {
    var status: Int
    var kind: Kind
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]

    enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case json = "application/json"
        case css = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case svg = "image/svg+xml"
        case bytes = "application/octet-stream"
    }

    init(_ page: HTMLNode, status: Int = 200) {
        self.status = status
        kind = .html
        body = Array("<!DOCTYPE html>\n".utf8)
        page.write(to: &body)
    }

    /// A piece of a page, which the script puts in its place.
    init(piece: HTMLNode) {
        status = 200
        kind = .html
        body = []
        piece.write(to: &body)
    }

    init(status: Int, kind: Kind, body: [UInt8]) {
        self.status = status
        self.kind = kind
        self.body = body
    }

    /// Sends the browser to another page of the desk. After a form 303, so that going back posts nothing again.
    static func see(_ path: String) -> DeskResponse {
        var response = DeskResponse(status: 303, kind: .html, body: [])
        response.headers.append(("Location", path))
        return response
    }
}
