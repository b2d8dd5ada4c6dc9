import Testing

@testable import DossierPackages

@Suite("Public keys of others")
struct PublicKeyTests {
    private let ssh =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJIap2pYvw6yP1ocmvP7KXeIhTrA/fX6ROIkH0I9EmYL"
    private let age = "age1zx822lrat0evv0nppmsqpm85axs3a56p5lzjhnjgz9y93vxr8fdqd3pw4d"

    private func read(_ text: String) throws(SealError) -> PublicKey { try PublicKey(Array(text.utf8), path: "f") }

    @Test("An OpenSSH key is read without the comment that names somebody, and its fingerprint is OpenSSH's own")
    func openSSH() throws {
        let key = try read("# from the partner\r\n\(ssh) jane@laptop of Jane\r\n\r\n")
        #expect(key.text == ssh)
        #expect(key.form == "ssh-ed25519")
        guard case .ssh(let key) = key else {
            Issue.record("\(key)")
            return
        }
        #expect(key.fingerprint == "SHA256:/Kz4Puf6F3iGlmTxIrqAVB36KDYK7zF65QVD5Dr7ENk")
    }

    @Test("An age recipient is read, and no letter of it can be mistaken")
    func ageRecipient() throws {
        #expect(try read("\(age)\n").text == age)
        let letters = Array(age)
        for place in letters.indices {
            for letter in "qpzry9x8gf2tvdw0s3jn54khce6mua7lbio1A" where letter != letters[place] {
                var changed = letters
                changed[place] = letter
                #expect(AgeRecipient(String(changed)) == nil, "\(String(changed))")
            }
        }
        #expect(AgeRecipient(age.dropLast()) == nil)
        #expect(AgeRecipient(age.uppercased()) == nil)
        #expect(AgeRecipient("") == nil)
    }

    @Test("A block of OpenPGP is taken as it is, without what stands around it")
    func openPGP() throws {
        let block = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----"
        #expect(try read("# -----END PGP PUBLIC KEY BLOCK-----\n\(block)\n").text == block)
        #expect(sealRefusal { _ = try read("\(block)\n\(block)") } == .severalKeys)
    }

    @Test("A private key is refused by that name, whatever else is in the file")
    func privateKey() {
        for text in [
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
            "# public key: \(age)\nAGE-SECRET-KEY-1CXV8", "\(age)\nage-secret-key-1cxv8",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----",
        ] {
            #expect(sealRefusal { _ = try read(text) } == .privateKeyGiven, "\(text)")
        }
    }

    @Test("What is no key, or more than one, is refused")
    func noKey() {
        for text in [
            "", "\n\n#\n", "hello", "ssh-ed25519", "ssh-ed25519 ????", "ssh-ed25519 AAAA",
            ssh.replacing("ssh-ed25519", with: "ssh-rsa"), String(ssh.dropLast(4)), "command=\"id\" \(ssh)",
            "-----END PGP PUBLIC KEY BLOCK-----\n-----BEGIN PGP PUBLIC KEY BLOCK-----",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n",
            // A certificate.
            "ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29t",
        ] {
            #expect(sealRefusal { _ = try read(text) } == .notAPublicKey, "\(text)")
        }
        #expect(sealRefusal { _ = try read("\(ssh)\n\(age)") } == .severalKeys)
        #expect(sealRefusal { _ = try PublicKey([0xFF, 0xFE, 0x00], path: "f") } == .notAPublicKey)
    }
}
