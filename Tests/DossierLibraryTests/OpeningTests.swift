import DossierLibrary
import DossierTestSupport
import Foundation
import Testing

@Suite("What is no sound library is told as what it is, and left alone")
struct OpeningTests {
    private func opening(_ library: TestLibrary, readOnly: Bool) throws -> LibraryError.Reason? {
        try refusal { try library.opened(readOnly: readOnly) { _ in } }
    }

    @Test("A folder without a library", arguments: [true, false])
    func nowhere(_ readOnly: Bool) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/nowhere"
        #expect(try refusal { _ = try Library.open(at: path, readOnly: readOnly) } == .notALibrary)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A text file in a library's place", arguments: [true, false])
    func text(_ readOnly: Bool) throws {
        let library = try TestLibrary()
        let text = Data(String(repeating: "This is no library. ", count: 500).utf8)
        try library.overwrite(text)
        #expect(try opening(library, readOnly: readOnly) == .notALibrary)
        #expect(try library.bytes() == text)
    }

    @Test("An empty file in a library's place", arguments: [true, false])
    func empty(_ readOnly: Bool) throws {
        let library = try TestLibrary()
        try library.overwrite(Data())
        #expect(try opening(library, readOnly: readOnly) == .notALibrary)
        #expect(try library.bytes().isEmpty)
    }

    @Test("Another program's database", arguments: [true, false])
    func foreign(_ readOnly: Bool) throws {
        let library = try TestLibrary()
        try RawDatabase.execute("PRAGMA application_id = 42", in: library.file)
        let before = try library.bytes()
        #expect(try opening(library, readOnly: readOnly) == .notALibrary)
        #expect(try library.bytes() == before)
    }

    @Test("A library of a newer version", arguments: [true, false])
    func newer(_ readOnly: Bool) throws {
        let library = try TestLibrary.withStory()
        try RawDatabase.execute("PRAGMA user_version = 2", in: library.file, isForged: false)
        let before = try library.bytes()
        #expect(try opening(library, readOnly: readOnly) == .newerVersion)
        #expect(try library.bytes() == before)
    }

    @Test("A library is not made over another, nor over anything of its name")
    func twice() throws {
        let library = try TestLibrary.withStory()
        let before = try library.bytes()
        let making = { () throws in
            _ = try Library.create(at: library.path, secret: TestLibrary.secret, change: TestLibrary.change())
        }
        #expect(try refusal(making) == .alreadyExists)
        #expect(try library.bytes() == before)
        try library.overwrite(Data("x".utf8))
        #expect(try refusal(making) == .alreadyExists)
    }

    @Test("A library cannot be made below a file")
    func belowAFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("file", "x")
        let reason = try refusal {
            _ = try Library.create(at: "\(path)/library", secret: TestLibrary.secret, change: TestLibrary.change())
        }
        #expect(reason == .cannotWrite)
    }

    @Test("Its own owner alone may look into a new library")
    func permissions() throws {
        let library = try TestLibrary()
        for path in [library.path, library.file] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect((mode ?? 0o777) & 0o077 == 0, "\(path) \(String(mode ?? 0, radix: 8))")
        }
    }

    @Test("One file is all that stays behind, after writing and after reading")
    func oneFile() throws {
        let library = try TestLibrary.withStory()
        #expect(try library.contents() == ["library.sqlite"])
        let before = try library.bytes()
        try library.opened(readOnly: true) { library throws in
            try library.forEachBatch { _ in }
            _ = try library.verifyLedger()
        }
        #expect(try library.contents() == ["library.sqlite"])
        #expect(try library.bytes() == before)
    }

    @Test("A reader does not keep a writer from leaving one sound file behind")
    func readerStays() throws {
        let library = try TestLibrary.withStory()
        let reader = try Library.open(at: library.path, readOnly: true)
        try library.save([try Story.record("person-a", "sex", "female")])
        #expect(try reader.history(of: try id("person-a")).count == 2)
        try reader.close()
        #expect(try library.contents() == ["library.sqlite"])
    }

    @Test("A closed library can be closed again")
    func closedTwice() throws {
        let place = try TestLibrary()
        let library = try Library.open(at: place.path, readOnly: true)
        try library.close()
        try library.close()
    }
}
