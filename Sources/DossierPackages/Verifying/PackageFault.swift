/// One thing that is wrong with a package. Words for people are made from the rule.
public struct PackageFault: Error, Sendable, Hashable {
    public var rule: Rule
    /// The file in the package; empty when it is about the whole. It may hold any character: escape it before showing it.
    public var path: String
    /// From 1; nil when it is about no line.
    public var line: Int?
    public var value: String

    public init(_ rule: Rule, _ path: String = "", line: Int? = nil, value: String = "") {
        self.rule = rule
        self.path = path
        self.line = line
        self.value = value
    }

    public enum Rule: String, Sendable, CaseIterable {
        // What is no package at all, or one that must not be read on.
        case notThere, notAPackage, unreadable, damagedArchive, encryptedEntry, tooManyFiles, tooLarge
        // Names and kinds of files.
        case badName, nameTwice, nameTwiceFolded, link, notAFile
        // The declaration and the manifests.
        case noDeclaration, badDeclaration, badVersion, badEncoding, noManifest, unknownAlgorithm, weakAlgorithm
        case tooManyLines, badLine, notUTF8, listedTwice, listedApart, listedOutside, fetched
        case badInfo, oxumWrong
        // Completeness and fixity.
        case missing, unlisted, changed, tagMissing, tagChanged, tagUnlisted
        // What stands in the files.
        case indexUnreadable, indexDisagrees, schemaFault, xmlFault
        // The archive around the bag.
        case containerChanged
        // Seals.
        case signatureFalse, signedByOther, notSigned, timestampFalse
    }
}
