/// Somebody to whom something can be encrypted.
public enum Recipient: Sendable, Hashable {
    /// By age: its file shows nothing of who can open it.
    case age(AgeRecipient)
    /// By age, to an Ed25519 key of OpenSSH. The file shows four bytes of the key's fingerprint: whoever has the public key
    /// can see that it is for its owner.
    case ssh(SSHPublicKey)
    /// By gpg, to a public key block in ASCII armour.
    case openPGP(armour: String)

    /// - Returns: nil when nothing can be encrypted to the key.
    public init?(_ key: PublicKey) {
        switch key {
        case .age(let recipient): self = .age(recipient)
        case .ssh(let key) where key.kind == "ssh-ed25519": self = .ssh(key)
        case .ssh: return nil
        case .openPGP(let armour): self = .openPGP(armour: armour)
        }
    }
}
