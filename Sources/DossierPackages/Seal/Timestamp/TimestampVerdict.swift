/// What a time stamper says: that the file was there at this time.
public struct TimestampStatement: Sendable, Hashable {
    /// In UTC, as `2026-11-24T10:15:00Z`.
    public let time: String
    /// Who says so, where the reply tells. It may hold any character: escape it before showing it.
    public let authority: String?
}

/// What a time stamp proves.
public enum TimestampVerdict: Sendable, Hashable {
    /// There is none.
    case none
    /// The file was there at this time, or the authority lies: somebody whom the given certificates vouch for has signed it.
    case proven(TimestampStatement)
    /// The reply is about this file; whether it comes from whom it says, nobody has checked.
    case claimed(TimestampStatement, because: Doubt)
    /// It proves nothing about this file. The detail is what `openssl` said, and may hold any character.
    case failed(TimestampFault, detail: String)

    /// Why a statement is not proven.
    public enum Doubt: Sendable, Hashable {
        /// Nobody has said whose certificates are trusted.
        case noAuthorities
        /// `openssl` is not installed, or did not come to an end.
        case notCheckable(OutsideProgramError)
    }
}

/// Why a reply of a time stamper proves nothing about a file.
public enum TimestampFault: String, Error, Sendable, CaseIterable {
    /// It is no reply of a time stamper.
    case malformed
    /// The time stamper has refused to stamp.
    case refused
    /// It is about other bytes, or about a digest that is not SHA-512.
    case otherData
    /// The given certificates do not vouch for whoever has signed it, or it was tampered with.
    case notProven
}
