import DossierProfiles
import Foundation

/// Gives whoever presses Enter in the terminal another link to the desk.
struct TerminalLinks: Sendable {
    let port: Int
    let words: Wording

    /// Reads lines on a thread of its own until standard input ends.
    func offer(from sessions: Sessions) {
        Thread.detachNewThread {
            while readLine(strippingNewline: true) != nil {
                Task {
                    let link = await sessions.newLink()
                    Desk.say(
                        words.filled("deskTerminal.open", ["address": "http://127.0.0.1:\(port)/open?key=\(link.text)"])
                    )
                }
            }
        }
    }
}
