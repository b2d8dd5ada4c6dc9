import Foundation

/// HTTP/1.1 to a program on this machine, and to nobody else: one connection for each request, and no proxy, whatever
/// the environment says.
struct LoopbackHTTP: Sendable {
    struct Answer: Sendable {
        var status: Int
        var body: Data
        /// The lines of the head.
        var head = ""
    }

    let port: UInt16

    /// Each request waits on a thread of its own, so that it holds up none of Swift's.
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path, escaped.
    ///   - body: What is sent, as JSON; nil sends nothing.
    ///   - seconds: How long the other side may be silent.
    /// - Returns: The answer, whatever its status.
    /// - Throws: ``BrowserFailure/unanswered(command:why:)``
    func request(_ method: String, _ path: String, body: Data?, seconds: Int = 120) async throws -> Answer {
        var headers = [("Host", "127.0.0.1:\(port)")]
        if body != nil { headers.append(("Content-Type", "application/json; charset=utf-8")) }
        return try await request(method, path, headers: headers, body: body, seconds: seconds)
    }

    /// As ``request(_:_:body:seconds:)``, with headers of the caller's choice.
    func request(
        _ method: String, _ path: String, headers: [(String, String)], body: Data? = nil, seconds: Int = 120
    ) async throws -> Answer {
        var message = "\(method) \(path) HTTP/1.1\r\nConnection: close\r\n"
        for (name, value) in headers { message += "\(name): \(value)\r\n" }
        if let body { message += "Content-Length: \(body.count)\r\n" }
        let bytes = Data("\(message)\r\n".utf8) + (body ?? Data())
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                do throws(Trouble) {
                    continuation.resume(returning: try exchange(bytes, seconds))
                } catch {
                    continuation.resume(
                        throwing: BrowserFailure.unanswered(command: "\(method) \(path)", why: error.what))
                }
            }
        }
    }

    private struct Trouble: Error {
        var what: String

        static func system(_ call: String) -> Trouble { Trouble(what: "\(call): \(String(cString: strerror(errno)))") }
    }

    private func exchange(_ bytes: Data, _ seconds: Int) throws(Trouble) -> Answer {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard connection >= 0 else { throw .system("socket") }
        defer { close(connection) }
        var patience = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw .system("connect") }
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw .system("send") }
            rest = rest.dropFirst(sent)
        }
        return try answer(on: connection)
    }

    // The length is always told; the driver may keep the connection open although it was asked to close it.
    private func answer(on connection: Int32) throws(Trouble) -> Answer {
        var received = Data()
        var head: (status: Int, length: Int, end: Int)?
        var lines = ""
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count >= 0 else { throw .system("recv") }
            guard count > 0 else { throw Trouble(what: "the connection was closed after \(received.count) bytes") }
            received += buffer[..<count]
            if head == nil, let end = received.firstRange(of: Data("\r\n\r\n".utf8)) {
                lines = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                head = try Self.read(head: lines, end.upperBound)
            }
            if let head, received.count >= head.end + head.length {
                return Answer(status: head.status, body: received.dropFirst(head.end).prefix(head.length), head: lines)
            }
        }
    }

    private static func read(head: String, _ end: Int) throws(Trouble) -> (status: Int, length: Int, end: Int) {
        guard let status = head.firstMatch(of: #/^HTTP/1\.[01] ([0-9]{3})/#).flatMap({ Int($0.1) }),
            let length = head.firstMatch(of: #/content-length: *([0-9]+)/#.ignoresCase()).flatMap({ Int($0.1) })
        else { throw Trouble(what: "this is no answer with a length: \(head)") }
        return (status, length, end)
    }
}
