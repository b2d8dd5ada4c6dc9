import Testing

@testable import DossierDesk

@Suite("Where a request comes from")
struct RequestGuardTests {
    private let guardian = RequestGuard(port: 4810)

    private func judge(
        _ host: String?, origin: String? = nil, site: String? = nil, isPost: Bool = true
    ) -> RequestGuard.Verdict {
        guardian.judge(.init(host: host, origin: origin, fetchSite: site), isPost: isPost)
    }

    @Test("Our own page may post")
    func own() {
        #expect(judge("127.0.0.1:4810", origin: "http://127.0.0.1:4810", site: "same-origin") == .fits)
        #expect(judge("localhost:4810", origin: "http://localhost:4810") == .fits)
        #expect(judge("127.0.0.1:4810", isPost: false) == .fits)
    }

    @Test("The other name of this machine is another origin")
    func otherName() {
        #expect(judge("127.0.0.1:4810", origin: "http://localhost:4810") == .otherOrigin)
    }

    @Test("Whoever says nothing of where they come from may not post")
    func silent() { #expect(judge("127.0.0.1:4810") == .otherOrigin) }

    @Test(
        "A path back is a path of the desk",
        arguments: [
            ("/cases/x?y=1#z", "/cases/x?y=1#z"), ("//evil.example", "/"), ("https://evil.example", "/"), ("", "/"),
            ("/\\evil.example", "/"), ("/a\r\nSet-Cookie: x", "/"), ("/한글", "/"),
        ])
    func ownPath(_ text: String, _ path: String) { #expect(Entrance.ownPath(text) == path) }

    @Test("A form is decoded as browsers encode it, and what is no UTF-8 is refused")
    func decoding() {
        #expect(
            FormDecoding.pairs(of: "a=1+2&b=%EA%B0%80&c&=d&&".utf8)
                == FormPairs([("a", "1 2"), ("b", "가"), ("c", ""), ("", "d")]))
        for broken in ["a=%", "a=%f", "a=%zz", "a=%ff"] {
            #expect(FormDecoding.pairs(of: broken.utf8) == nil, "\(broken)")
        }
        #expect(FormDecoding.pairs(of: String(repeating: "a&", count: 250_000).utf8) == nil)
    }
}
