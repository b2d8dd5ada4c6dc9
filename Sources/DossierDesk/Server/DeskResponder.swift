import DossierHTML
import HTTPTypes
import Hummingbird
import NIOCore

/// Hands requests of the web server to the pages, and their answers back.
struct DeskResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let entrance: Entrance
    let requestGuard: RequestGuard

    func respond(to request: Request, context: Context) async throws -> Response {
        let headers = RequestGuard.Headers(
            host: request.head.authority, origin: request.headers[.origin],
            fetchSite: request.headers[values: .fetchSite].first)
        let response: DeskResponse
        switch requestGuard.judge(headers, isPost: request.method == .post) {
        case .wrongHost: response = Self.plain(421, "This is not the name of the desk.")
        case .otherOrigin: response = Self.plain(403, "The desk takes nothing from other pages.")
        case .fits: response = await answer(request)
        }
        return Self.response(response)
    }

    private func answer(_ request: Request) async -> DeskResponse {
        guard let method = DeskRequest.Method(rawValue: request.method.rawValue) else {
            return Self.plain(405, "GET and POST alone.")
        }
        let target = request.uri.string
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = (parts.first ?? "").split(separator: "/").map { FormDecoding.text(of: $0.utf8, plusIsSpace: false) }
        guard let query = FormDecoding.pairs(of: (parts.count > 1 ? parts[1] : "").utf8),
            !path.contains(nil)
        else { return Self.plain(400, "The address cannot be read.") }
        var asked = DeskRequest(
            method: method, path: path.compactMap(\.self), target: target, query: query.normalised, form: FormPairs(),
            isFromScript: request.headers[values: .deskScript].first != nil)
        let credentials = Entrance.Credentials(
            session: request.cookies[entrance.cookie]?.value, language: request.cookies[Entrance.languageCookie]?.value,
            csrf: request.headers[values: .deskToken].first,
            isByItself: request.headers[values: .deskScript].first == "poll")
        let type = request.headers[.contentType] ?? ""
        if method == .post, !type.lowercased().hasPrefix("multipart/") {
            // Whoever is not in yet has nothing to say but a passphrase.
            let largest = await entrance.isOpen(credentials) ? Self.largestForm : Self.largestClosedForm
            guard let bytes = try? await request.body.collect(upTo: largest) else {
                return Self.plain(413, "The form is larger than the desk takes.")
            }
            guard let form = FormDecoding.pairs(of: bytes.readableBytesView) else {
                return Self.plain(400, "The form cannot be read.")
            }
            asked.form = form.normalised
            return await entrance.answer(asked, credentials, upload: nil)
        }
        return await entrance.answer(asked, credentials, upload: method == .post ? Upload(request, type) : nil)
    }

    /// A form with a testimony of a hundred pages has a few hundred kilobytes.
    private static let largestForm = 8 << 20
    private static let largestClosedForm = 16 << 10

    /// For whoever is no caseworker: these words need no language.
    private static func plain(_ status: Int, _ text: String) -> DeskResponse {
        DeskResponse(
            .tag(
                "html", ["lang": "en"],
                [
                    .tag("head", [:], [.tag("meta", ["charset": "utf-8"]), .tag("title", text: "\(status)")]),
                    .tag("body", [:], [.tag("p", text: text)]),
                ]), status: status)
    }

    private static func response(_ response: DeskResponse) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = response.kind.rawValue
        for (name, value) in ProtectiveHeaders.headers(for: response) {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        return Response(
            status: .init(code: response.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
}

extension HTTPField.Name {
    fileprivate static var fetchSite: HTTPField.Name { HTTPField.Name("Sec-Fetch-Site") ?? .origin }
    /// Set by the desk's own script, with what it wants: `poll` where nobody has done anything.
    fileprivate static var deskScript: HTTPField.Name { HTTPField.Name("X-Desk-Script") ?? .origin }
    fileprivate static var deskToken: HTTPField.Name { HTTPField.Name("X-Desk-Token") ?? .origin }
}

/// A form with files, read as it comes.
struct Upload: Sendable {
    let contentType: String
    private let body: RequestBody

    init(_ request: Request, _ contentType: String) {
        self.contentType = contentType
        body = request.body
    }

    /// Hands out the bytes in the blocks in which they come.
    func forEachBlock(_ work: (UnsafeRawBufferPointer) throws -> Void) async throws {
        for try await block in body { try block.withUnsafeReadableBytes { try work($0) } }
    }
}
