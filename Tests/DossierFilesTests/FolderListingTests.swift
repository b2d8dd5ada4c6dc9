import DossierFiles
import DossierTestSupport
import Foundation
import Glibc
import Testing

@Suite("Listing a folder")
struct FolderListingTests {
    @Test("Names come in order, hidden ones and those that are no UTF-8 too")
    func names() throws {
        let folder = try TemporaryFolder()
        for name in ["b", ".hidden", "a"] { _ = try folder.file(name, bytes: []) }
        var odd = Array("\(folder.path)/c".utf8CString.dropLast())
        odd += [CChar(bitPattern: 0xFF), 0]
        try #require(mkdir(odd, 0o700) == 0)
        #expect(FolderListing.names(in: folder.path) == [".hidden", "a", "b", "c\u{FFFD}"])
    }

    @Test("What is no folder has no names, and a link to a folder is not followed but through its “/.”")
    func none() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1])
        let link = "\(folder.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        for path in [file, link, "\(folder.path)/nothing"] { #expect(FolderListing.names(in: path) == []) }
        #expect(FolderListing.names(in: "\(link)/.") == ["file", "link"])
    }
}
