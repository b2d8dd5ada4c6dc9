import DossierOffice
import Foundation

/// The passphrase that opens a desk which has been idle, as the library keeps it: never itself, but what scrypt makes of it.
actor Passphrase {
    enum Verdict: Sendable, Equatable {
        case right, wrong
        /// After several wrong ones nobody is heard for a while.
        case tooSoon
        /// The library has none.
        case none
    }

    private static let triesBeforePause = 5
    private static let pause: TimeInterval = 30

    private let kept: String?
    private let now: @Sendable () -> Date
    private var wrong = 0
    private var lastWrong = Date.distantPast

    /// `kept` is what ``DeskPassphrase`` made.
    init(kept: String?, now: @escaping @Sendable () -> Date) {
        self.kept = kept
        self.now = now
    }

    var isSet: Bool { kept != nil }

    func judge(_ claimed: String) -> Verdict {
        guard let kept else { return .none }
        if wrong >= Self.triesBeforePause, now().timeIntervalSince(lastWrong) < Self.pause { return .tooSoon }
        guard let salt = DeskPassphrase.salt(of: kept),
            let again = DeskPassphrase.kept(claimed, salt: salt),
            SessionKey(claimed: again).isSame(as: SessionKey(claimed: kept))
        else {
            wrong += 1
            lastWrong = now()
            return .wrong
        }
        wrong = 0
        return .right
    }
}
