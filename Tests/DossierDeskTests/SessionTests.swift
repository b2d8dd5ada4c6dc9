import DossierOffice
import Foundation
import Synchronization
import Testing

@testable import DossierDesk

@Suite("Who may see the pages")
struct SessionTests {
    /// A clock that the test moves on.
    private final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_795_510_800))
        var now: Date { time.withLock { $0 } }
        func pass(minutes: Double) { time.withLock { $0 += minutes * 60 } }
    }

    /// Words that are all different, so that the test knows them apart.
    private final class Counter: Sendable {
        private let count = Mutex(UInt8(0))
        func bytes(_ number: Int) -> [UInt8] {
            let next = count.withLock { count in
                count += 1
                return count
            }
            return Array(repeating: next, count: number)
        }
    }

    private let clock = Clock()
    private let sessions: Sessions

    init() {
        let (clock, counter) = (clock, Counter())
        sessions = Sessions(random: { counter.bytes($0) }, now: { clock.now })
    }

    private func opened() async throws -> SessionKey {
        let link = await sessions.newLink()
        return try #require(await sessions.open(link: link))
    }

    private func isOpen(_ key: SessionKey, isActive: Bool = true) async -> Bool {
        guard case .open = await sessions.standing(of: key) else { return false }
        if isActive { await sessions.touch(key) }
        return true
    }

    @Test("A link opens one session, once, and not after ten minutes")
    func once() async throws {
        let link = await sessions.newLink()
        let session = try #require(await sessions.open(link: link))
        #expect(await isOpen(session))
        #expect(await sessions.open(link: link) == nil)
        let late = await sessions.newLink()
        clock.pass(minutes: 10)
        #expect(await sessions.open(link: late) == nil)
        #expect(await sessions.open(link: SessionKey(claimed: "")) == nil)
    }

    @Test("A new link takes the place of the one before")
    func replaced() async throws {
        let first = await sessions.newLink()
        let second = await sessions.newLink()
        #expect(await sessions.open(link: first) == nil)
        #expect(await sessions.open(link: second) != nil)
    }

    @Test("Ten minutes without anybody lock the desk; a page that asks by itself is nobody")
    func idle() async throws {
        let session = try await opened()
        clock.pass(minutes: 9)
        #expect(await isOpen(session))
        clock.pass(minutes: 9)
        #expect(await isOpen(session, isActive: false))
        clock.pass(minutes: 1)
        #expect(await sessions.standing(of: session) == .locked)
        #expect(await sessions.standing(of: session) == .locked)
        await sessions.unlock(session)
        #expect(await isOpen(session))
    }

    @Test("Whoever leaves locks the desk at once, for this session alone")
    func leaving() async throws {
        let (mine, other) = (try await opened(), try await opened())
        await sessions.lock(mine)
        #expect(await sessions.standing(of: mine) == .locked)
        #expect(await isOpen(other))
    }

    @Test(
        "The passphrase opens, also as another keyboard sends it, and after five wrong ones nobody is heard for a while"
    )
    func passphrase() async throws {
        let words = "한국의 봄 1951"
        let kept = try #require(DeskPassphrase.kept(words, salt: [1, 2, 3, 4]))
        #expect(!kept.contains("한국"))
        let clock = clock
        let passphrase = Passphrase(kept: kept, now: { clock.now })
        #expect(await passphrase.judge(words.decomposedStringWithCanonicalMapping) == .right)
        for _ in 0..<5 { #expect(await passphrase.judge("아무 말") == .wrong) }
        #expect(await passphrase.judge(words) == .tooSoon)
        clock.pass(minutes: 1)
        #expect(await passphrase.judge(words) == .right)
    }

    @Test("A library without a passphrase opens to none", arguments: [nil, "", "scrypt-15 zz zz", "scrypt-15  "])
    func none(_ kept: String?) async throws {
        let passphrase = Passphrase(kept: kept, now: { Date(timeIntervalSince1970: 0) })
        #expect(await passphrase.judge("") != .right)
        #expect(await passphrase.judge("x") != .right)
    }
}
