/// What every answer says to the browser.
enum ProtectiveHeaders {
    /// No script and no style but the desk's own, nothing from elsewhere, and nobody else's frame around it.
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// For a document in the preview: no script at all, its own style, and the desk's frame around it.
    static let documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

    static func headers(for response: DeskResponse) -> [(name: String, value: String)] {
        // With "no-referrer" browsers send `Origin: null` with our own forms, which would look like another page's.
        let own = Set(response.headers.map { $0.name.lowercased() })
        let all = [
            ("Content-Security-Policy", policy), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "SAMEORIGIN"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ]
        return all.filter { !own.contains($0.0.lowercased()) } + response.headers
    }
}
