import DossierOffice
import Foundation
import Glibc

/// The desk is a program of its own, beside this one: its web server takes longer to build than all the rest.
enum DeskProgram {
    /// Becomes the desk's program; returns only when that could not be done.
    /// - Throws: ``Refusal`` when it is not there.
    static func start(_ order: DeskOrder) throws -> Never {
        let path = try beside()
        let text = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        var arguments: [UnsafeMutablePointer<CChar>?] = ([path, text] as [String]).map { strdup($0) } + [nil]
        execv(path, &arguments)
        throw Refusal(.cannotCreate, "desk.notBuilt", ["path": path])
    }

    private static func beside() throws -> String {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appendingPathComponent("dossier-desk").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Refusal(.noInput, "desk.notBuilt", ["path": path])
        }
        return path
    }
}
