import Foundation
import Synchronization

/// A bar on standard error for work that takes over a second, where somebody is there to see it.
final class ProgressBar: Sendable {
    private let label: String
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let state = Mutex<(tenths: Int, isDrawn: Bool)>((-1, false))
    private static let width = 30

    init(_ label: String) {
        self.label = label
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Called from any thread.
    func update(_ done: Int, of all: Int) {
        guard isShown, all > 0, ContinuousClock.now - start > .seconds(1) else { return }
        let tenths = min(done, all) * 1_000 / all
        state.withLock { state in
            // Threads may tell their counts out of order.
            guard tenths > state.tenths else { return }
            state = (tenths, true)
            let filled = tenths * Self.width / 1_000
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
            write("\r\(label) \(bar) \(tenths / 10) % ")
        }
    }

    /// Takes the bar away.
    func finish() {
        guard state.withLock({ $0.isDrawn }) else { return }
        write("\r\u{1B}[2K")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
