/// A time stamp of 1 March 2020, by a time stamper of our own whose certificates ran out a year later. It was made by
/// `openssl ts -reply` under a clock that was set back.
enum OldStamp {
    /// What was stamped.
    static let text = "a manifest of 2020\n"

    /// The reply, in Base64.
    static let reply = """
        MIIDiDADAgEAMIIDfwYJKoZIhvcNAQcCoIIDcDCCA2wCAQMxDzANBglghkgBZQMEAgEFADCBmwYLKoZIhvcNAQkQAQSggYsEgYgw\
        gYUCAQEGAyoDBDBRMA0GCWCGSAFlAwQCAwUABEAAkVh+TXEp1LTaWSscHDSLLvXO/6QgKsGvvlhEwJELzwmt3v0yXOUGlyuMVl/7\
        SIwookae27gs8Z0zPpIXOhItAgECGA8yMDIwMDMwMTAwMDAwMFqgFKQSMBAxDjAMBgNVBAMMBUNsb2NroIIBczCCAW8wggEhoAMC\
        AQICFADF7UqbSGVM1KOKMOeXu3nwqIOtMAUGAytlcDAUMRIwEAYDVQQDDAlUZXN0IFJvb3QwHhcNMjAwMzAxMDAwMDAwWhcNMjEw\
        MzAxMDAwMDAwWjAQMQ4wDAYDVQQDDAVDbG9jazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABINxyzeFkbMhCWmqBKtzsdQgrUq4\
        r/TE1y/Cv2XMHlXM8yQ9b8zl/XIIlbxUtVNxp0RLpEgs16cziQ9amErdL8ijWjBYMBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMB0G\
        A1UdDgQWBBS1bRuUGG6jTMWMJwvZMfBzBBpSkzAfBgNVHSMEGDAWgBRgT1rErkO1IG3CTyyC2mYg411zGjAFBgMrZXADQQAO6IPM\
        yubZLXuoSRCXsHr+uSkpxj4WJ1hYBTEs7joWX5fDtPxueVc3GSsZrhNgcF4eDRbQQHcCKP+hhUubEAoLMYIBPzCCATsCAQEwLDAU\
        MRIwEAYDVQQDDAlUZXN0IFJvb3QCFADF7UqbSGVM1KOKMOeXu3nwqIOtMA0GCWCGSAFlAwQCAQUAoIGkMBoGCSqGSIb3DQEJAzEN\
        BgsqhkiG9w0BCRABBDAcBgkqhkiG9w0BCQUxDxcNMjAwMzAxMDAwMDAwWjAvBgkqhkiG9w0BCQQxIgQg4SHFDD3jjnt6Ptsn/ugZ\
        wmPviEWjRBz20vzDwR4/pFEwNwYLKoZIhvcNAQkQAi8xKDAmMCQwIgQgs018KUWndx+Sb6QDCnsXVdQQdqubuhyq1iANIY8sQ2Yw\
        CgYIKoZIzj0EAwIERjBEAiBP9EW2Ywa9JJzlyWLID3PcwWzX/DkVNG3nHanlE4/KZwIgPdL9Ywl9bfKUzJlPqy09rEbq740rH1my\
        ASptFBYOfss=
        """

    /// The root's certificate.
    static let authorities = """
        -----BEGIN CERTIFICATE-----
        MIIBKzCB3qADAgECAhQqJwyMLQiJitRoofqK+n4b++mXfjAFBgMrZXAwFDESMBAG
        A1UEAwwJVGVzdCBSb290MB4XDTIwMDMwMTAwMDAwMFoXDTIxMDMwMTAwMDAwMFow
        FDESMBAGA1UEAwwJVGVzdCBSb290MCowBQYDK2VwAyEA4QoXMQJwNrpLtpXDsFy6
        yYXzCnosKr4C1UgrLK64W7qjQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/
        BAQDAgIEMB0GA1UdDgQWBBRgT1rErkO1IG3CTyyC2mYg411zGjAFBgMrZXADQQCk
        k6bofKcqYoNbdA9iTXzgIFSlj8un9P/OyIDVwWt+g0TLMnEdVz58jIa83Waf/QMq
        qPmmM7LUyDAPijepNKgB
        -----END CERTIFICATE-----
        """
}
