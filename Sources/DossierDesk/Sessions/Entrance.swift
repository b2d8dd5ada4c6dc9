import DossierHTML
import DossierModel
import DossierOffice
import DossierProfiles

/// Lets in whoever has opened a link out of the terminal, and nobody else.
struct Entrance: Sendable {
    static let languageCookie = "dossier_desk_language"

    /// What a browser shows of itself.
    struct Credentials: Sendable {
        var session: String?
        var language: String?
        /// The word against posts from other pages, as the script sends it; a form sends it among its boxes.
        var csrf: String?
        /// Whether the page asks by itself, with nobody at it.
        var isByItself: Bool
    }

    /// Browsers send a cookie to every port of a machine: two desks must not take each other's.
    let cookie: String
    let house: DeskHouse
    let sessions: Sessions
    let pages: DeskPages
    let passphrase: Passphrase

    func answer(_ request: DeskRequest, _ credentials: Credentials, upload: Upload?) async -> DeskResponse {
        if request.method == .get, request.path.count == 2, request.path[0] == "assets" {
            return house.assets[request.path[1]] ?? DeskResponse(status: 404, kind: .bytes, body: [])
        }
        // Browsers ask for a picture of their own accord.
        if request.path == ["favicon.ico"] { return DeskResponse(status: 204, kind: .bytes, body: []) }
        let language = credentials.language.flatMap(LanguageTag.init) ?? house.office.messages.language
        guard let (words, beside) = house.words(language) ?? house.words(.korean) else {
            return DeskResponse(status: 500, kind: .bytes, body: [])
        }
        var visitor = Visitor(words: words, beside: beside, csrf: "", assets: house.assets)
        if request.method == .get, request.path == ["open"] { return await open(request, visitor) }
        let claimed = SessionKey(claimed: credentials.session ?? "")
        switch await sessions.standing(of: claimed) {
        case .unknown: return ClosedPages.noSession(visitor)
        case .locked: return await locked(request, claimed, visitor)
        case .open(let csrf):
            visitor.csrf = csrf.text
            if upload != nil, !(request.path.count == 3 && request.path[0] == "cases" && request.path[2] == "evidence")
            {
                return ClosedPages.badToken(visitor)
            }
            if request.method == .post, upload == nil {
                let sent = SessionKey(claimed: credentials.csrf ?? request.form["token"] ?? "")
                guard sent.isSame(as: csrf) else { return ClosedPages.badToken(visitor) }
                await sessions.touch(claimed)
                if request.path == ["lock"] {
                    await sessions.lock(claimed)
                    return .see("/")
                }
                if request.path == ["language"] { return chooseLanguage(request) }
            }
            if request.path == ["session"] { return DeskResponse(status: 204, kind: .bytes, body: []) }
            if !credentials.isByItself { await sessions.touch(claimed) }
            return await pages.answer(request, visitor, upload: upload)
        }
    }

    /// Whether a request may come with more than the form of the passphrase.
    func isOpen(_ credentials: Credentials) async -> Bool {
        if case .open = await sessions.standing(of: SessionKey(claimed: credentials.session ?? "")) {
            true
        } else {
            false
        }
    }

    private func open(_ request: DeskRequest, _ visitor: Visitor) async -> DeskResponse {
        guard let session = await sessions.open(link: SessionKey(claimed: request.query["key"] ?? "")) else {
            return ClosedPages.noSession(visitor)
        }
        var response = DeskResponse.see("/")
        response.headers.append(("Set-Cookie", Self.cookie(cookie, session.text)))
        return response
    }

    private func locked(_ request: DeskRequest, _ claimed: SessionKey, _ visitor: Visitor) async -> DeskResponse {
        if request.method == .post, request.path == ["unlock"] {
            switch await passphrase.judge(request.form["passphrase"] ?? "") {
            case .right:
                await sessions.unlock(claimed)
                return .see("/")
            case .wrong: return ClosedPages.locked(visitor, hasPassphrase: true, note: "lock.wrong")
            case .tooSoon: return ClosedPages.locked(visitor, hasPassphrase: true, note: "lock.tooSoon")
            case .none: break
            }
        }
        return ClosedPages.locked(visitor, hasPassphrase: await passphrase.isSet, note: nil)
    }

    private func chooseLanguage(_ request: DeskRequest) -> DeskResponse {
        let language = request.form["language"] == "en" ? "en" : "ko"
        var response = DeskResponse.see(Self.ownPath(request.form["back"] ?? "/"))
        response.headers.append(("Set-Cookie", Self.cookie(Self.languageCookie, language)))
        return response
    }

    /// A path of the desk, whatever somebody has written: never the address of another site.
    static func ownPath(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count == 1 || bytes[1] != UInt8(ascii: "/"),
            bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }

    private static func cookie(_ name: String, _ value: String) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
    }
}
