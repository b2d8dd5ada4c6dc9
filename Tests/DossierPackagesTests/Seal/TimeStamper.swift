import DossierFiles
import DossierTestSupport
import Foundation

@testable import DossierPackages

/// A time stamper of our own, as `openssl ts` makes one: a root, and a certificate that the root vouches for.
struct TimeStamper {
    private let bench: SealBench
    private let name: String

    /// The root's certificate.
    var authorities: String { bench.path("\(name)-root.pem") }

    init(_ bench: SealBench, name: String = "clock") throws {
        self.bench = bench
        self.name = name
        let root = bench.path("\(name)-root")
        let own = bench.path("\(name)-own")
        _ = try bench.folder.file("\(name)-serial", "01\n")
        let settings = try bench.folder.file(
            "\(name).cnf",
            """
            [req]
            distinguished_name = name
            prompt = no
            x509_extensions = root
            [name]
            CN = Test Root \(name)
            [root]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign
            [stamper]
            extendedKeyUsage = critical,timeStamping
            [tsa]
            default_tsa = stamping
            [stamping]
            serial = \(bench.path("\(name)-serial"))
            signer_cert = \(own).pem
            certs = \(root).pem
            signer_key = \(own).key
            signer_digest = sha256
            default_policy = 1.2.3.4
            digests = sha256, sha512
            tsa_name = yes
            ess_cert_id_alg = sha256
            """)
        // A hundred years, beginning now: whatever the clock of the machine shows, the replies fall into them.
        try bench.tool(
            "openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "\(root).key", "-out", "\(root).pem",
            "-config", settings, "-days", "36500")
        try bench.tool(
            "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(own).key", "-out", "\(own).csr", "-subj",
            "/O=Test/CN=Clock", "-config", settings)
        try bench.tool(
            "openssl", "x509", "-req", "-in", "\(own).csr", "-CA", "\(root).pem", "-CAkey", "\(root).key",
            "-CAcreateserial", "-days", "36500", "-extfile", settings, "-extensions", "stamper", "-out", "\(own).pem")
    }

    /// Answers a query.
    func answer(_ query: String, into reply: String) throws {
        try bench.tool(
            "openssl", "ts", "-reply", "-config", bench.path("\(name).cnf"), "-queryfile", query, "-out", reply)
    }
}
