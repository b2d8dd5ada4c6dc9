/// The programs that seal and open packages. They are ones that whoever receives a package can have, too; none of them is
/// needed for anything but sealing and opening.
public struct SealPrograms: Sendable {
    private let environment: [String: String]

    /// In our environment: `PATH` is where they are looked for, `GNUPGHOME` where a recipient's own OpenPGP keys are.
    public init(environment: [String: String]) { self.environment = environment }

    /// OpenSSH's, 8.9 or newer, for signatures.
    func sshKeygen() throws(OutsideProgramError) -> OutsideProgram { try find("ssh-keygen", "openssh-client") }

    func age() throws(OutsideProgramError) -> OutsideProgram { try find("age", "age") }

    func ageKeygen() throws(OutsideProgramError) -> OutsideProgram { try find("age-keygen", "age") }

    func gpg() throws(OutsideProgramError) -> OutsideProgram { try find("gpg", "gnupg") }

    func openssl() throws(OutsideProgramError) -> OutsideProgram { try find("openssl", "openssl") }

    private func find(_ name: String, _ debianPackage: String) throws(OutsideProgramError) -> OutsideProgram {
        try OutsideProgram(name, debianPackage: debianPackage, environment: environment)
    }
}
