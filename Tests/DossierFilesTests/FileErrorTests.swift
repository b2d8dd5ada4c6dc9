import DossierFiles
import Glibc
import Testing

@Suite("Why a file could not be read or written")
struct FileErrorTests {
    @Test("The system's numbers become reasons, and those without one keep the system's name")
    func numbers() {
        #expect(FileError.reading("p", ENOENT) == FileError(.missing, path: "p"))
        #expect(FileError.reading("p", ELOOP) == FileError(.symbolicLink, path: "p"))
        #expect(FileError.reading("p", EIO) == FileError(.unreadable, path: "p", detail: "EIO"))
        #expect(FileError.writing("p", EDQUOT) == FileError(.diskFull, path: "p", detail: "EDQUOT"))
        #expect(FileError.writing("p", EROFS) == FileError(.cannotWrite, path: "p", detail: "EROFS"))
        #expect(FileError.writing("p", 9999) == FileError(.cannotWrite, path: "p", detail: "errno 9999"))
    }

    @Test("Only what is wrong with the place written to would stop every other file as well")
    func place() {
        let ofWriting = FileError.Reason.allCases.filter { FileError($0, path: "").isOfWriting }
        #expect(ofWriting == [.cannotWrite, .diskFull])
    }
}
