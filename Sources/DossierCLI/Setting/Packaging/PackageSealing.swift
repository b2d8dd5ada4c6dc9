import ArgumentParser
import DossierFiles
import DossierOffice
import DossierPackages
import Foundation

/// How a package is to be sealed: signed, then asked about, then packed, then encrypted.
struct PackageSealing {
    let office: Office
    var signer: SealKeys.SigningKey?
    var asksForTime = false
    var form = Form.folder

    enum Form {
        case folder, zip
        /// Of one ZIP file; the package in clear does not stay.
        case encrypted([Recipient])
    }

    private var programs: SealPrograms { SealPrograms(environment: office.surroundings.environment) }

    /// Signs the lists of a bag, and writes the question about when they were there.
    func seal(_ folder: String) throws {
        let sealed = "\(folder)/\(BagWriter.sealed)"
        if let signer {
            try PackageSignature(programs: programs).sign(
                sealed, with: signer, asksOnTerminal: office.surroundings.canAsk)
        }
        if asksForTime { try PackageTimestamp(programs: programs).makeQuery(about: sealed) }
    }

    /// What a folder of this name becomes.
    func target(_ folder: String) -> String {
        switch form {
        case .folder: folder
        case .zip: "\(folder).zip"
        case .encrypted(let recipients): "\(folder).zip\(Self.ending(recipients))"
        }
    }

    /// Packs and encrypts a bag into a file beside `place`, which nobody looks for yet; nil where it stays a folder.
    func packed(_ folder: String, name: String, beside place: String) throws -> String? {
        let zip = "\(place).zip"
        switch form {
        case .folder: return nil
        case .zip:
            try PackageFile.pack(folder, as: name, to: zip)
            return zip
        case .encrypted(let recipients):
            try PackageFile.pack(folder, as: name, to: zip)
            defer { unlink(zip) }
            return try PackageEncryption(programs: programs).encrypt(zip, to: recipients)
        }
    }

    private static func ending(_ recipients: [Recipient]) -> String {
        if case .openPGP? = recipients.first { EncryptedForm.openPGP.suffix } else { EncryptedForm.age.suffix }
    }
}

/// What every command asks that seals packages.
struct SealOptions: ParsableArguments {
    @Option(name: .customLong("sign"), help: "Sign with this key of the house (dossier key make).")
    var signer: String?
    @Option(
        name: .customLong("encrypt"),
        help: "Encrypt to this recipient: a name (dossier key add) or an age recipient. Several may be given.")
    var recipients: [String] = []
    @Flag(help: "One ZIP file instead of a folder.")
    var zip = false

    func sealing(_ office: Office) throws -> PackageSealing {
        var sealing = PackageSealing(office: office)
        let keys = office.keys
        sealing.signer = try signer.map { try keys.signingKey($0) }
        let found = try recipients.map { name -> Recipient in
            if let direct = AgeRecipient(name) { return .age(direct) }
            guard let recipient = Recipient(try keys.key(name).publicKey) else {
                throw Refusal(.usage, "package.notForEncryption", ["name": name])
            }
            return recipient
        }
        if !found.isEmpty { sealing.form = .encrypted(found) } else if zip { sealing.form = .zip }
        return sealing
    }
}
