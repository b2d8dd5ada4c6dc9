import Foundation

/// Who may see the pages: whoever has opened a link out of the terminal, until the desk has been idle for ten minutes.
actor Sessions {
    /// What a request with a session's word is.
    enum Standing: Sendable, Equatable {
        /// No such session: a link out of the terminal opens one.
        case unknown
        /// Idle for too long: the passphrase opens it, or a link out of the terminal.
        case locked
        case open(csrf: SessionKey)
    }

    private struct Session {
        var key: SessionKey
        var csrf: SessionKey
        var lastActive: Date
    }

    /// How long a page may lie open with nobody at it.
    static let patience: TimeInterval = 10 * 60
    /// How long a link waits to be opened.
    static let linkLife: TimeInterval = 10 * 60
    /// More than anybody opens at once.
    private static let mostSessions = 16

    private let random: @Sendable (Int) -> [UInt8]
    private let now: @Sendable () -> Date
    private var links: [(key: SessionKey, made: Date)] = []
    private var sessions: [Session] = []

    init(random: @escaping @Sendable (Int) -> [UInt8], now: @escaping @Sendable () -> Date) {
        self.random = random
        self.now = now
    }

    private func key() -> SessionKey { SessionKey(bytes: random(32)) }

    /// The word of a link that opens one session, once. The one before is worth nothing any more.
    func newLink() -> SessionKey {
        let link = key()
        links = [(link, now())]
        return link
    }

    /// The word of the session that a link opens; nil when the link was opened before, is too old, or is none.
    func open(link claimed: SessionKey) -> SessionKey? {
        guard let index = links.firstIndex(where: { $0.key.isSame(as: claimed) }) else { return nil }
        let link = links.remove(at: index)
        guard now().timeIntervalSince(link.made) < Self.linkLife else { return nil }
        let session = Session(key: key(), csrf: key(), lastActive: now())
        sessions.append(session)
        if sessions.count > Self.mostSessions { sessions.removeFirst() }
        return session.key
    }

    func standing(of claimed: SessionKey) -> Standing {
        guard let index = sessions.firstIndex(where: { $0.key.isSame(as: claimed) }) else { return .unknown }
        guard now().timeIntervalSince(sessions[index].lastActive) < Self.patience else { return .locked }
        return .open(csrf: sessions[index].csrf)
    }

    /// Somebody is there. What a page asks by itself does not say so, nor does a post that is refused.
    func touch(_ claimed: SessionKey) {
        guard let index = sessions.firstIndex(where: { $0.key.isSame(as: claimed) }) else { return }
        sessions[index].lastActive = now()
    }

    /// Opens a locked session again, for whoever knew the passphrase.
    func unlock(_ claimed: SessionKey) {
        guard let index = sessions.firstIndex(where: { $0.key.isSame(as: claimed) }) else { return }
        sessions[index].lastActive = now()
    }

    /// Locks a session at once: somebody leaves the desk.
    func lock(_ claimed: SessionKey) {
        guard let index = sessions.firstIndex(where: { $0.key.isSame(as: claimed) }) else { return }
        sessions[index].lastActive = .distantPast
    }
}
