public import DossierFiles

/// Time stamps of authorities over files (RFC 3161), in two steps, so that the computer with the case need not be the one
/// that is on the network: the query is a small file that tells nothing but a digest; the reply is brought back and attached.
public struct PackageTimestamp: Sendable {
    /// What the query about a file is called, after the file's name.
    public static let querySuffix = ".tsq"
    /// What the reply is called, after the file's name.
    public static let replySuffix = ".tsr"

    private let programs: SealPrograms

    public init(programs: SealPrograms) { self.programs = programs }

    /// The query about a file, as `openssl ts -query -sha512 -cert -no_nonce` writes it, byte for byte.
    ///
    /// The same file gives the same bytes, because there is no nonce in it. A nonce keeps somebody from answering with an
    /// old reply to the same question. Here the question is a SHA-512 of a package's own manifest: an old reply to it proves
    /// that the package was there even earlier, which is no harm, and the answer may take weeks to be carried back.
    ///
    /// - Throws: `FileError` when the file cannot be read.
    public static func query(about path: String) throws(FileError) -> [UInt8] {
        // SEQUENCE { version 1, SEQUENCE { SEQUENCE { sha512, NULL }, OCTET STRING (64) }, certReq TRUE }, section 2.4.1
        let head: [UInt8] = [
            0x30, 0x59, 0x02, 0x01, 0x01, 0x30, 0x51, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04,
            0x02, 0x03, 0x05, 0x00, 0x04, 0x40,
        ]
        return head + (try digest(of: path)) + [0x01, 0x01, 0xFF]
    }

    /// Writes the query about a file beside it.
    /// - Returns: the query's path.
    /// - Throws: `FileError`.
    @discardableResult
    public func makeQuery(about path: String) throws(FileError) -> String {
        let query = path + Self.querySuffix
        try FileWriting.write(try Self.query(about: path), to: query)
        return query
    }

    /// Takes a reply that answers the query beside the file and puts it there, too.
    ///
    /// - Parameters:
    ///   - reply: The reply as the time stamper gave it.
    ///   - path: The file, with its query beside it.
    ///   - authorities: A file with the certificates (PEM) of those who are trusted to vouch for time stampers; nil when
    ///     nobody has any at hand.
    /// - Returns: what the reply proves.
    /// - Throws: ``SealError`` (`noQuery`; `otherQuery` when the file has changed since it was asked about; `badReply`, with
    ///   the ``TimestampFault`` as detail), `FileError`. Nothing was attached then.
    public func attach(
        _ reply: String, to path: String, authorities: String? = nil
    ) throws -> TimestampVerdict {
        let query = path + Self.querySuffix
        guard SmallFile.isThere(query) else { throw SealError(.noQuery, value: query) }
        guard try SmallFile.bytes(at: query, limit: 1_000) == (try Self.query(about: path)) else {
            throw SealError(.otherQuery, value: query)
        }
        guard let bytes = try SmallFile.bytes(at: reply, limit: TimestampReply.sizeLimit) else {
            throw SealError(.badReply, value: reply, detail: TimestampFault.malformed.rawValue)
        }
        let verdict = try verdict(of: bytes, on: path, authorities)
        if case .failed(let fault, _) = verdict {
            throw SealError(.badReply, value: reply, detail: fault.rawValue)
        }
        try FileWriting.write(bytes, to: path + Self.replySuffix)
        return verdict
    }

    /// Judges the time stamp beside a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - authorities: As for ``attach(_:to:authorities:)``.
    /// - Returns: what the time stamp proves.
    /// - Throws: `FileError` when the file, its time stamp or the certificates cannot be read.
    public func verdict(on path: String, authorities: String? = nil) throws -> TimestampVerdict {
        guard SmallFile.isThere(path + Self.replySuffix) else { return .none }
        guard let bytes = try SmallFile.bytes(at: path + Self.replySuffix, limit: TimestampReply.sizeLimit) else {
            return .failed(.malformed, detail: "")
        }
        return try verdict(of: bytes, on: path, authorities)
    }

    private func verdict(
        of bytes: [UInt8], on path: String, _ authorities: String?
    ) throws -> TimestampVerdict {
        let reply: TimestampReply
        do throws(TimestampFault) {
            reply = try TimestampReply(bytes)
        } catch {
            return .failed(error, detail: "")
        }
        guard reply.sha512 == (try Self.digest(of: path)) else { return .failed(.otherData, detail: "") }
        let folder = try PrivateFolder()
        let (question, answer) = ("\(folder.path)/query", "\(folder.path)/reply")
        try FileWriting.write(try Self.query(about: path), to: question)
        try FileWriting.write(bytes, to: answer)
        guard let authorities else { return try soundness(of: reply, question, answer, in: folder) }
        // openssl would tell of a missing file in the words that it has for a forged reply.
        _ = try SourceFile(path: authorities)
        do {
            // Certificates are judged as of the time that the reply states: a stamp must be of use when that of its maker
            // has long run out. Against a maker whose key is stolen after that, only a newer stamp helps.
            // The query and not the data, so that the digest is SHA-512, whatever the reply would settle for.
            try programs.openssl().run(
                [
                    "ts", "-verify", "-queryfile", question, "-in", answer, "-CAfile", authorities, "-attime",
                    String(reply.epoch),
                ], OutsideProgram.Manner(tellingLine: .last))
            return .proven(reply.statement)
        } catch OutsideProgramError.failed(_, _, let line) {
            return .failed(.notProven, detail: line)
        } catch let error as OutsideProgramError {
            return .claimed(reply.statement, because: .notCheckable(error))
        }
    }

    /// Whether the reply is whole, where nobody has said who is trusted: it is held against the certificates that it brings
    /// itself. That proves nothing of who made it, but a bit of it that was flipped is found.
    private func soundness(
        of reply: TimestampReply, _ question: String, _ answer: String, in folder: PrivateFolder
    ) throws -> TimestampVerdict {
        let (token, certificates) = ("\(folder.path)/token", "\(folder.path)/certificates")
        do {
            let openssl = try programs.openssl()
            let manner = OutsideProgram.Manner(tellingLine: .last)
            try openssl.run(["ts", "-reply", "-in", answer, "-token_out", "-out", token], manner)
            try openssl.run(
                ["pkcs7", "-inform", "DER", "-in", token, "-print_certs", "-out", certificates], manner)
            // A reply without certificates was not what was asked for; it may be sound all the same.
            guard try SmallFile.bytes(at: certificates, limit: TimestampReply.sizeLimit)?.isEmpty == false else {
                return .claimed(reply.statement, because: .noAuthorities)
            }
            try openssl.run(
                [
                    "ts", "-verify", "-queryfile", question, "-in", answer, "-CAfile", certificates, "-partial_chain",
                    "-attime", String(reply.epoch),
                ], manner)
            return .claimed(reply.statement, because: .noAuthorities)
        } catch OutsideProgramError.failed(_, _, let line) {
            return .failed(.malformed, detail: line)
        } catch let error as OutsideProgramError {
            return .claimed(reply.statement, because: .notCheckable(error))
        }
    }

    private static func digest(of path: String) throws(FileError) -> [UInt8] {
        hexadecimalBytes(try FileReading().read(path: path).digests.sha512)
    }
}
