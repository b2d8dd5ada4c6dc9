import DossierFiles
import DossierTestSupport
import Foundation
import Testing

@Suite("Writing files")
struct FileWritingTests {
    @Test("A file is there whole, takes the place of an older one, and nothing else is left in the folder")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/page.html"
        try FileWriting.write([1, 2, 3], to: path)
        #expect(try folder.bytes("page.html") == [1, 2, 3])
        try FileWriting.write([], to: path)
        #expect(try folder.bytes("page.html") == [])
        #expect(FolderListing.names(in: folder.path) == ["page.html"])
    }

    @Test("One that cannot be written is told by its own name with the system's name for the fault")
    func refused() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1])
        let full = "\(folder.path)/full"
        try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: false)
        for (path, code) in [
            ("\(folder.path)/nothing/page", "ENOENT"), ("\(file)/page", "ENOTDIR"), (full, "EISDIR"),
        ] {
            let found = fileRefusal { () throws(FileError) in try FileWriting.write([2], to: path) }
            #expect(found == FileError(.cannotWrite, path: path, detail: code))
        }
        #expect(FolderListing.names(in: folder.path) == ["file", "full"])
        #expect(try folder.bytes("file") == [1])
    }

    @Test("A link where the unfinished file goes does not lead the writing elsewhere")
    func link() throws {
        let folder = try TemporaryFolder()
        let other = try folder.file("other", bytes: [1])
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/page.part", withDestinationPath: other)
        let path = "\(folder.path)/page"
        let found = fileRefusal { () throws(FileError) in try FileWriting.write([2], to: path) }
        #expect(found == FileError(.cannotWrite, path: path, detail: "ELOOP"))
        #expect(try folder.bytes("other") == [1])
    }

    @Test("A folder is made with those above it, and may be there already")
    func folders() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a/b/c"
        try FileWriting.makeFolder(path)
        try FileWriting.makeFolder(path)
        #expect(FolderListing.names(in: "\(folder.path)/a/b") == ["c"])
    }

    @Test("A folder cannot be made where a file stands")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("file", bytes: [1])
        for (path, code) in [(file, "EEXIST"), ("\(file)/below", "ENOTDIR")] {
            let found = fileRefusal { () throws(FileError) in try FileWriting.makeFolder(path) }
            #expect(found == FileError(.cannotWrite, path: path, detail: code))
        }
    }
}
