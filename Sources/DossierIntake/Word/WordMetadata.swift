import DossierArchives
import DossierXML

/// What a Word document says of itself and of those who wrote it, for the custody record.
public enum WordMetadata {
    /// One property: where it stood, its name, its value.
    public struct Item: Sendable, Hashable {
        public var group: String
        public var name: String
        public var value: String
    }

    /// Empty when the file cannot be read: a damaged file is kept as it is all the same.
    public static func items(of bytes: [UInt8]) -> [Item] {
        let wanted = ["docProps/core.xml", "docProps/app.xml", "word/document.xml", "word/comments.xml"]
        guard let files = try? ZipReader.files(in: bytes, wanted: wanted.contains) else { return [] }
        let roots = files.compactMapValues { try? SafeXMLParser.parse($0) }
        let properties = ["docProps/core.xml", "docProps/app.xml"].flatMap { part -> [Item] in
            (roots[part]?.elements ?? []).compactMap { element in
                let text = element.text
                return text.isEmpty || element.elements.count > 0
                    ? nil : Item(group: "word", name: element.name, value: text)
            }
        }
        // Who wrote comments, and who put in or struck out text.
        let hands = ["word/document.xml", "word/comments.xml"].flatMap { part -> [String] in
            (roots[part].map { Array($0.descendants) } ?? []).compactMap { element in
                element.attributes.first { $0.name == "author" }?.value
            }
        }
        return properties + Set(hands).sorted().map { Item(group: "word", name: "hand", value: $0) }
    }
}
