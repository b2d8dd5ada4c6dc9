/// Judges where a request comes from before any page sees it.
///
/// The desk listens on this machine alone, but every page that a browser has open can send requests there. A page of
/// another origin is told apart by `Origin` and `Sec-Fetch-Site`, and a name that somebody has pointed at this machine
/// (DNS rebinding) by `Host`.
struct RequestGuard: Sendable {
    /// The names under which the desk may be addressed, with the port.
    let hosts: Set<String>

    init(port: Int) { hosts = ["127.0.0.1:\(port)", "localhost:\(port)"] }

    enum Verdict: Equatable {
        case fits
        /// Status 421.
        case wrongHost
        /// Status 403.
        case otherOrigin
    }

    /// The headers that matter, as the browser sends them; nil where it sends none.
    struct Headers {
        var host: String?
        var origin: String?
        var fetchSite: String?
    }

    func judge(_ headers: Headers, isPost: Bool) -> Verdict {
        guard let host = headers.host?.lowercased(), hosts.contains(host) else { return .wrongHost }
        guard isPost else { return .fits }
        if let site = headers.fetchSite, site != "same-origin" { return .otherOrigin }
        // Every browser of today sends one of the two with a post.
        guard let origin = headers.origin else { return headers.fetchSite == nil ? .otherOrigin : .fits }
        return origin == "http://\(host)" ? .fits : .otherOrigin
    }
}
