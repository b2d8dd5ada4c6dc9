import Crypto
import DossierFiles
public import DossierModel

/// The opaque numbers of documents: twelve hexadecimal digits that nobody can trace back to a case without the library.
public struct DocumentNumbers: Sendable {
    let secret: [UInt8]
    let channel: String

    public subscript(id: RecordID) -> String {
        let hash = SHA256.hash(data: secret + Array("\(channel)/\(id.text)".utf8))
        return String(hash.hexadecimal.prefix(12))
    }
}

extension DocumentNumbers {
    /// The number of something made of several, by their own numbers in order.
    public func number(ofSeveral numbers: [String]) -> String {
        let hash = SHA256.hash(data: secret + Array("\(channel)/\(numbers.joined(separator: "+"))".utf8))
        return String(hash.hexadecimal.prefix(12))
    }
}
