/// What a signature proves.
public enum SignatureVerdict: Sendable, Hashable {
    /// There is no signature.
    case none
    /// The file is what was signed, with the key of this fingerprint; where a key was expected, with that. Whose key it is
    /// must be known from elsewhere.
    case sound(fingerprint: String)
    /// The file is what was signed, but with another key than the one expected.
    case madeByAnotherKey(fingerprint: String, expected: String)
    /// It proves nothing. The detail is what `ssh-keygen` said, or the purpose that the signature is for; it may hold any
    /// character.
    case unsound(Fault, detail: String)
    /// Nobody could look: `ssh-keygen` is not installed, or did not come to an end. The fingerprint is the one that the
    /// signature claims.
    case notCheckable(OutsideProgramError, fingerprint: String)

    /// Why a signature proves nothing.
    public enum Fault: String, Sendable, CaseIterable {
        /// It is no file that `ssh-keygen -Y sign` writes.
        case malformed
        /// It is one for something else, such as e-mail or git.
        case otherPurpose
        /// It is made with a certificate, or a kind of key that is not known.
        case unknownKey
        /// It is not of these bytes, or was tampered with.
        case doesNotMatch
    }
}
