import Foundation
import Glibc

/// A line that somebody types and nobody sees.
enum SecretLine {
    /// Nil when there is no terminal, or it ends.
    static func ask(_ question: String) -> String? {
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return nil }
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &silent)
        // Only now: whoever answers at once is not seen.
        FileHandle.standardError.write(Data("\(question) ".utf8))
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &usual)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine(strippingNewline: true)
    }
}
