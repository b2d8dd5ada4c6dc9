/// Why the browser did not do what a test asked of it.
enum BrowserFailure: Error, Sendable, CustomStringConvertible {
    /// The driver refused a command. The code is WebDriver's, such as "no such element".
    case refused(command: String, code: String, message: String)
    /// There was no answer, or none that could be read.
    case unanswered(command: String, why: String)
    /// What was waited for did not come to pass.
    case neverCame(String, seconds: Double, page: String)

    /// Whether what was looked for is not there, or no longer, and may yet come.
    var isAbsence: Bool {
        guard case .refused(_, let code, let message) = self else { return false }
        // While one page makes room for the next, the driver is of two minds about what it has in hand.
        if code == "unknown error", message.contains("does not belong to the document") { return true }
        return code == "no such element" || code == "stale element reference"
    }

    var description: String {
        switch self {
        case .refused(let command, let code, let message):
            "The browser refused \(command): \(code): \(message)"
        case .unanswered(let command, let why):
            "The browser gave no answer to \(command): \(why)"
        case .neverCame(let what, let seconds, let page):
            "In \(seconds) seconds there came no \(what) on \(page)"
        }
    }
}
