import DossierFiles
import DossierIntake

/// The passphrase of a desk as the library keeps it: never itself, but what scrypt makes of it (RFC 7914).
package enum DeskPassphrase {
    /// What is written into the library; nil when there is no memory for it.
    package static func kept(_ passphrase: String, salt: [UInt8]) -> String? {
        // Typed on another keyboard the same letters may come in another form.
        Scrypt.key(passphrase: TextInspection.normalised(passphrase), salt: salt).map {
            "scrypt-15 \(salt.hexadecimal) \($0.hexadecimal)"
        }
    }

    /// The salt of what is kept; nil when it is not of the form above.
    package static func salt(of kept: String) -> [UInt8]? {
        let parts = kept.split(separator: " ")
        guard parts.count == 3, parts[1].utf8.count.isMultiple(of: 2) else { return nil }
        let digits = Array(parts[1])
        let found = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        return found.contains(nil) ? nil : found.compactMap(\.self)
    }
}
