import DossierModel
import Foundation

/// What a reply of a time stamper says (RFC 3161, section 2.4.2), before anybody has checked who says it.
struct TimestampReply {
    /// What is said, in the reply's own words.
    let statement: TimestampStatement
    /// The SHA-512 that it is about.
    let sha512: [UInt8]
    /// The time in seconds since 1970, for openssl.
    let epoch: Int

    /// In bytes: replies with a chain of certificates take some ten thousand.
    static let sizeLimit = 1 << 18

    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private static let timestampInfo: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
    ]
    private static let sha512: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]

    /// - Throws: why it is no reply that could prove anything.
    init(_ bytes: [UInt8]) throws(TimestampFault) {
        // TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken TimeStampToken OPTIONAL }
        var outer = DERReader(bytes[...])
        guard var reply = outer.next(Tag.sequence)?.inner, outer.isAtEnd,
            var status = reply.next(Tag.sequence)?.inner, let number = status.next(Tag.integer)
        else { throw .malformed }
        // granted (0), grantedWithMods (1)
        guard number.content == [0] || number.content == [1] else { throw .refused }
        // ContentInfo ::= SEQUENCE { contentType, [0] SignedData }, RFC 5652
        guard var token = reply.next(Tag.sequence)?.inner, reply.isAtEnd,
            token.next(Tag.identifier)?.content == Self.signedData[...],
            var explicit = token.next(Tag.context(0))?.inner, var signed = explicit.next(Tag.sequence)?.inner,
            // SignedData ::= SEQUENCE { version, digestAlgorithms, encapContentInfo, … }
            signed.next(Tag.integer) != nil, signed.next(Tag.set) != nil,
            var content = signed.next(Tag.sequence)?.inner,
            content.next(Tag.identifier)?.content == Self.timestampInfo[...],
            var wrapped = content.next(Tag.context(0))?.inner, let octets = wrapped.next(Tag.octets)
        else { throw .malformed }
        try self.init(info: octets.inner)
    }

    private typealias Tag = DERReader.Tag

    /// TSTInfo ::= SEQUENCE { version, policy, messageImprint, serialNumber, genTime, accuracy?, ordering?, nonce?, [0] tsa?,
    /// [1] extensions? }
    private init(info outer: DERReader) throws(TimestampFault) {
        var outer = outer
        guard var info = outer.next(Tag.sequence)?.inner, outer.isAtEnd,
            info.next(Tag.integer)?.content == [1], info.next(Tag.identifier) != nil,
            var imprint = info.next(Tag.sequence)?.inner, var algorithm = imprint.next(Tag.sequence)?.inner,
            let name = algorithm.next(Tag.identifier), let digest = imprint.next(Tag.octets),
            info.next(Tag.integer) != nil, let time = info.next(Tag.time),
            let moment = Self.moment(time.content)
        else { throw .malformed }
        // A shorter digest might be one of other bytes, too.
        guard name.content == Self.sha512[...], digest.content.count == 64 else { throw .otherData }
        sha512 = Array(digest.content)
        epoch = moment.epoch
        var authority: String?
        while let element = info.next() {
            if element.tag == Tag.context(0) { authority = Self.name(element.inner) }
        }
        statement = TimestampStatement(time: moment.text, authority: authority)
    }

    /// `20261124101500Z`, also with a fraction of the second, is `2026-11-24T10:15:00Z`.
    private static func moment(_ bytes: ArraySlice<UInt8>) -> (text: String, epoch: Int)? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let match = text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z/),
            let day = Day("\(match.1)-\(match.2)-\(match.3)"), let hour = Int(match.4), hour < 24,
            let minute = Int(match.5), minute < 60, let second = Int(match.6), second < 60
        else { return nil }
        let written = "\(match.1)-\(match.2)-\(match.3)T\(match.4):\(match.5):\(match.6)Z"
        guard let date = try? Date(written, strategy: .iso8601), day.year >= 1970 else { return nil }
        return (written, Int(date.timeIntervalSince1970))
    }

    /// The name of a GeneralName that is a directory's, as `O=Example, CN=Example Clock`; nil for other kinds.
    private static func name(_ reader: DERReader) -> String? {
        var reader = reader
        guard var directory = reader.next(Tag.context(4))?.inner, var parts = directory.next(Tag.sequence)?.inner
        else { return nil }
        var names: [String] = []
        while var set = parts.next(Tag.set)?.inner, var pair = set.next(Tag.sequence)?.inner {
            guard let kind = pair.next(Tag.identifier), let value = pair.next() else { continue }
            // Attributes of X.520, 2.5.4.n.
            let labels: [[UInt8]: String] = [[0x55, 4, 3]: "CN", [0x55, 4, 6]: "C", [0x55, 4, 10]: "O"]
            guard let label = labels[Array(kind.content)] else { continue }
            names.append("\(label)=\(String(decoding: value.content, as: UTF8.self))")
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
