/// Why a file could not be taken in as an exhibit. Nothing of it is kept then, and the original is as it was.
public struct ExhibitError: Error, Sendable, Hashable {
    public var reason: Reason
    public var path: String
    /// What was found instead, or the system's word for the fault.
    public var detail: String

    public enum Reason: String, Sendable, CaseIterable {
        case missing, symbolicLink, notAFile, empty, unreadable, changedWhileRead, cannotStore, diskFull, badName
    }

    init(_ reason: Reason, _ path: String, _ detail: String = "") {
        self.reason = reason
        self.path = path
        self.detail = detail
    }
}
