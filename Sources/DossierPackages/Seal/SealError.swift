/// Why something could not be sealed, opened or kept as a key. Words for people are made from the reason.
public struct SealError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public var reason: Reason
    /// The name, file or folder that it is about. It may hold any character: escape it before showing it.
    public var value: String
    /// What more there is to say: the mode that would be right, the reason within the reason.
    public var detail: String

    /// What can be wrong with keys and seals.
    public enum Reason: String, Sendable, CaseIterable {
        /// Names of keys.
        case badName, keyExists, noKey
        /// Whoever else may read or change a private key or its folder could sign and open in our name.
        case openToOthers, notOurs
        /// Files given as public keys.
        case privateKeyGiven, notAPublicKey, severalKeys
        /// Keys that are there and serve another purpose.
        case notForSigning, notForOpening, notForEncryption
        /// Recipients of one package.
        case noRecipients, mixedRecipients
        /// A file that was to be opened.
        case notEncrypted
        /// Replies of time stampers: the file was changed since it was asked about; what is wrong with the reply.
        case noQuery, otherQuery, badReply
    }

    /// `value` is the name, file or folder; `detail` is empty where the reason says it all.
    public init(_ reason: Reason, value: String, detail: String = "") {
        self.reason = reason
        self.value = value
        self.detail = detail
    }

    /// For logs and tests; people get a sentence made from the reason.
    public var description: String { "\(reason.rawValue): \(value) \(detail)" }
}
