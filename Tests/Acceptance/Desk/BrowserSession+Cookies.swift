/// A cookie as the browser keeps it.
struct BrowserCookie: Sendable, Hashable {
    var name: String
    var value: String
    var path: String
    var domain: String
    var isSecure: Bool
    var isHTTPOnly: Bool
    /// "Strict", "Lax" or "None".
    var sameSite: String?
    /// In seconds since 1970; nil is a cookie that ends with the browser.
    var expiry: Int?
}

extension BrowserSession {
    /// The cookies that the browser would send to this page, those too that no script may see.
    func cookies() async throws -> [BrowserCookie] {
        let answer = try await get("/cookie")
        return try (answer.array ?? []).map { cookie in
            guard let name = cookie["name"]?.string, let value = cookie["value"]?.string else {
                throw BrowserFailure.unanswered(command: "GET /cookie", why: "\(cookie)")
            }
            return BrowserCookie(
                name: name, value: value, path: cookie["path"]?.string ?? "", domain: cookie["domain"]?.string ?? "",
                isSecure: cookie["secure"]?.bool ?? false, isHTTPOnly: cookie["httpOnly"]?.bool ?? false,
                sameSite: cookie["sameSite"]?.string, expiry: cookie["expiry"]?.int)
        }
    }

    func deleteCookies() async throws { _ = try await command("DELETE", "/cookie") }
}
