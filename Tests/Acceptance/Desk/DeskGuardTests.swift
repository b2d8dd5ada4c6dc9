import Foundation
import Testing

extension AcceptanceSuite {
    /// Who may not come in.
    @Suite("The desk's door")
    struct DeskGuardTests {
        private static func withDesk(_ body: @Sendable (RunningDesk) async throws -> Void) async throws {
            try await Workplace.with { place in try await RunningDesk.with(place) { try await body($0) } }
        }

        private static func opened(_ desk: RunningDesk) async throws -> String {
            let answer = try await desk.http.request(
                "GET", desk.link.path + "?" + (desk.link.query ?? ""), headers: [("Host", host(desk))])
            let cookie = answer.head.firstMatch(
                of: #/set-cookie: (dossier_desk_[0-9]+=[0-9a-f]{64}); Path=\/; HttpOnly; SameSite=Strict/#.ignoresCase()
            )
            guard let cookie else { throw Failure.noJudgement("desk", answer.head) }
            return String(cookie.1)
        }

        private static func host(_ desk: RunningDesk) -> String { "127.0.0.1:\(desk.http.port)" }

        @Test("Without the link out of the terminal nothing is shown, and the link opens once")
        func link() async throws {
            try await Self.withDesk { desk in
                let host = ("Host", Self.host(desk))
                for path in [
                    "/", "/cases", "/cases/case-s1a", "/search?q=a", "/open?key=00", "/cases/case-s1a/preview/document",
                ] {
                    let answer = try await desk.http.request("GET", path, headers: [host])
                    #expect(answer.status == 401, "\(path)")
                    #expect(!String(decoding: answer.body, as: UTF8.self).contains("도한들"), "\(path)")
                }
                let cookie = try await Self.opened(desk)
                let again = try await desk.http.request(
                    "GET", desk.link.path + "?" + (desk.link.query ?? ""), headers: [host])
                #expect(again.status == 401)
                let start = try await desk.http.request("GET", "/", headers: [host, ("Cookie", cookie)])
                #expect(start.status == 200)
                #expect(String(decoding: start.body, as: UTF8.self).contains("도한들"))
            }
        }

        @Test(
            "A name that somebody has pointed at this machine is turned away",
            arguments: ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "0.0.0.0:80", ""])
        func host(_ name: String) async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                let answer = try await desk.http.request("GET", "/", headers: [("Host", name), ("Cookie", cookie)])
                #expect([400, 421].contains(answer.status), "\(answer.status)")
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("도한들"))
            }
        }

        @Test("A form of another page is turned away, also with our cookie")
        func otherPages() async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                let host = Self.host(desk)
                let own = [("Host", host), ("Cookie", cookie), ("Content-Type", "application/x-www-form-urlencoded")]
                let body = Data("family=x&given=y".utf8)
                let origins: [[(String, String)]] = [
                    [("Origin", "http://evil.example")], [("Origin", "null")], [],
                    [("Origin", "http://\(host)"), ("Sec-Fetch-Site", "cross-site")],
                    [("Origin", "http://127.0.0.1:1")], [("Origin", "https://\(host)")],
                    // Our own origin, and none of our words.
                    [("Origin", "http://\(host)"), ("Sec-Fetch-Site", "same-origin")],
                ]
                for origin in origins {
                    let answer = try await desk.http.request("POST", "/cases", headers: own + origin, body: body)
                    #expect(answer.status == 403, "\(origin) \(answer.status)")
                }
                let count = try await desk.place.run("case", "list")
                #expect(count.output.split(separator: "\n").count == 2, "\(count.output)")
            }
        }

        @Test("A form with files is taken for evidence alone, and not without our word before the file")
        func multipart() async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                let own = [
                    ("Host", Self.host(desk)), ("Cookie", cookie), ("Origin", "http://\(Self.host(desk))"),
                    ("Content-Type", "multipart/form-data; boundary=b"),
                ]
                let file = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"x\"\r\n\r\nx\r\n--b--\r\n"
                for path in [
                    "/cases", "/cases/case-s1a/person-s1a", "/cases/case-s1a/person-s1a/discard", "/lock",
                    "/cases/case-s1a/evidence",
                ] {
                    let answer = try await desk.http.request("POST", path, headers: own, body: Data(file.utf8))
                    #expect(answer.status == 403, "\(path) \(answer.status)")
                }
                let left = try FileManager.default.contentsOfDirectory(atPath: desk.place.library.filePath)
                #expect(!left.contains { $0.hasPrefix("upload-") })
                #expect(!left.contains("exhibits"))
            }
        }

        @Test("A record stands under its own case alone")
        func otherCase() async throws {
            try await Workplace.with(samples: ["01-civilian-1950.yaml", "06-missionary-2012.yaml"]) { place in
                try await RunningDesk.with(place) { desk in
                    let own = [("Host", Self.host(desk)), ("Cookie", try await Self.opened(desk))]
                    for (path, status) in [
                        ("/cases/case-s1a/person-s1a", 200), ("/cases/case-s1a/person-s1b", 200),
                        ("/cases/case-s1a/person-s6a", 404), ("/cases/case-s6a/person-s6a", 200),
                        ("/records/person-s6a", 303),
                    ] {
                        let answer = try await desk.http.request("GET", path, headers: own)
                        #expect(answer.status == status, "\(path) \(answer.status)")
                    }
                }
            }
        }

        @Test("Box names out of all measure are no harm")
        func boxes() async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                let own = [("Host", Self.host(desk)), ("Cookie", cookie), ("Origin", "http://\(Self.host(desk))")]
                let page = try await desk.http.request("GET", "/cases/case-s1a/person-s1a", headers: own)
                let text = String(decoding: page.body, as: UTF8.self)
                let token = text.firstMatch(of: #/data-token="([0-9a-f]{64})"/#).map { String($0.1) } ?? ""
                let body =
                    "token=\(token)&window=w&seen=0&base=1&box:names.1.value.9223372036854775807.family=x&box:names.9.9.9=y"
                let sent = try await desk.http.request(
                    "POST", "/cases/case-s1a/person-s1a/draft",
                    headers: own + [("Content-Type", "application/x-www-form-urlencoded")], body: Data(body.utf8))
                #expect(sent.status == 200)
                let again = try await desk.http.request("GET", "/cases/case-s1a/person-s1a", headers: own)
                #expect(again.status == 200)
            }
        }

        @Test("Every answer forbids what a page of data must not do")
        func headers() async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                for path in ["/", "/cases/case-s1a/person-s1a", "/cases/case-s1a/preview/document", "/nothing"] {
                    let answer = try await desk.http.request(
                        "GET", path, headers: [("Host", Self.host(desk)), ("Cookie", cookie)])
                    let head = answer.head.lowercased()
                    #expect(head.contains("cache-control: no-store"), "\(path)")
                    #expect(head.contains("x-content-type-options: nosniff"))
                    #expect(head.contains("default-src 'none'"))
                    #expect(!head.contains("unsafe-eval"))
                    #expect(!head.contains("script-src 'unsafe"))
                    #expect(head.contains("frame-ancestors"))
                    #expect(!head.contains("server:"))
                }
            }
        }

        @Test("The desk listens on this machine alone")
        func loopback() async throws {
            try await Self.withDesk { desk in
                let listening = try String(contentsOfFile: "/proc/\(desk.process)/net/tcp", encoding: .utf8)
                let port = String(desk.http.port, radix: 16, uppercase: true)
                let lines = listening.split(separator: "\n").filter {
                    $0.contains(":\(String(repeating: "0", count: 4 - port.count))\(port) ") && $0.contains(" 0A ")
                }
                #expect(!lines.isEmpty)
                #expect(lines.allSatisfy { $0.contains("0100007F:") }, "\(lines)")
            }
        }

        @Test("What is no address and no form of ours is answered, and the desk goes on")
        func hostile() async throws {
            try await Self.withDesk { desk in
                let cookie = try await Self.opened(desk)
                let own = [("Host", Self.host(desk)), ("Cookie", cookie), ("Origin", "http://\(Self.host(desk))")]
                let paths = [
                    "/%", "/%zz", "/cases/%2e%2e/%2e%2e", "/cases/case-s1a/..%2f..", "/assets/../x",
                    "/assets/%2e%2e%2fstyle.css",
                    "/cases/case-s1a/preview/document?edition=%00&lang=%ff",
                    "/cases/" + String(repeating: "a", count: 5_000),
                    "/search?q=" + String(repeating: "%EA%B0%80", count: 1_000), "/records/nobody", "//evil.example/",
                ]
                for path in paths {
                    let answer = try await desk.http.request("GET", path, headers: own)
                    #expect((200..<500).contains(answer.status), "\(path.prefix(60)) \(answer.status)")
                }
                let bodies = [Data("%".utf8), Data(repeating: 0x26, count: 100_000), Data([0xFF, 0xFE, 0x3D])]
                for body in bodies {
                    let answer = try await desk.http.request(
                        "POST", "/cases/case-s1a/person-s1a",
                        headers: own + [("Content-Type", "application/x-www-form-urlencoded")],
                        body: body)
                    #expect([400, 403, 413].contains(answer.status), "\(answer.status)")
                }
                let alive = try await desk.http.request("GET", "/", headers: own)
                #expect(alive.status == 200)
            }
        }
    }
}
