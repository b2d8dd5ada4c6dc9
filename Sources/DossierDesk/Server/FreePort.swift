import DossierOffice
import Glibc

/// Finds a port of this machine's loopback that nobody listens on.
enum FreePort {
    /// `wanted` itself, or for 0 any.
    /// - Throws: ``Refusal`` when the port is taken.
    static func choose(_ wanted: Int) throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(clamping: wanted)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && getsockname(socket, address, &length) == 0
            }
        }
        guard socket >= 0, isBound else {
            throw Refusal(.cannotCreate, "desk.portTaken", ["port": String(wanted)])
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
