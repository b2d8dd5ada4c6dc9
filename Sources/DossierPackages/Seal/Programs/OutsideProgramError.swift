/// Why a program of the system did not do what it was asked for. Words for people are made from the case.
public enum OutsideProgramError: Error, Sendable, Hashable {
    /// It is in no folder of `PATH`; the Debian package brings it.
    case notInstalled(name: String, debianPackage: String)
    /// It ended with a status other than 0 (128 and the signal's number where a signal ended it); the line is what it
    /// said about it on standard error, and may hold any character.
    case failed(name: String, status: Int32, line: String)
    /// It was killed, because it took longer than it may.
    case timedOut(name: String)
    /// It was killed, because it wrote more to standard output than was asked for; the limit is in bytes.
    case tooMuchOutput(name: String, limit: Int)

    /// The program that it is about.
    public var name: String {
        switch self {
        case .notInstalled(let name, _), .failed(let name, _, _), .timedOut(let name), .tooMuchOutput(let name, _): name
        }
    }
}
