import Foundation
import Testing

extension AcceptanceSuite {
    /// Evidence that is uploaded.
    @Suite("Uploads at the desk")
    struct DeskUploadTests {
        @Test("A file of 300 MB comes in whole, with its hash, in little memory")
        func large() async throws {
            try await AcceptanceSuite.DeskTests.atDesk(["01-civilian-1950.yaml"]) { worker in
                let place = worker.desk.place
                let path = place.folder.appending(path: "녹음 1차.wav").filePath
                let made = try await ChildProcess.run(
                    URL(filePath: "/bin/sh"),
                    ["-c", "head -c 300000000 /dev/urandom > \"$1\" && sha256sum \"$1\"", "make", path])
                let sum = String(made.output.prefix(64))
                try await worker.visit("/cases/case-s1a")
                try await worker.browser.find("#files").upload(URL(filePath: path))
                try await worker.browser.find("form[data-upload] button").click()
                _ = try await worker.browser.find(".progress .sum", within: 60)
                #expect(try await worker.text(".progress").contains(sum))
                #expect(try await worker.text(".progress").contains("녹음 1차.wav"))
                #expect(try worker.desk.peakMemory() < 150 << 20)
                let verified = try await place.run("evidence", "verify")
                #expect(verified.status == 0, "\(verified.output)")
                let left = try FileManager.default.contentsOfDirectory(atPath: place.library.filePath)
                #expect(!left.contains { $0.hasPrefix("upload-") }, "\(left)")
                try await worker.visit("/cases/case-s1a")
                #expect(try await worker.text().contains("녹음 1차.wav"))
            }
        }

        @Test("What the program has found out of a file cannot be written over")
        func measured() async throws {
            try await AcceptanceSuite.DeskTests.atDesk(["01-civilian-1950.yaml"]) { worker in
                let place = worker.desk.place
                let file = URL(filePath: try place.file("편지.txt", "그리운 아버지께"))
                try await worker.visit("/cases/case-s1a")
                try await worker.browser.find("#files").upload(file)
                try await worker.browser.find("form[data-upload] button").click()
                _ = try await worker.browser.find(".progress .sum", within: 20)
                try await worker.click(".progress a")
                #expect(try await worker.browser.findAll("input[name^='sha256']:not([type=hidden])").isEmpty)
                _ = try await worker.browser.executeScript(
                    "document.querySelector(\"input[name='sha256.1.value']\").value = 'a'.repeat(64)")
                try await worker.type("아내의 편지", into: "title.1.value.text")
                try await worker.save()
                #expect(try await worker.text("h1").contains("아내의 편지"))
                let verified = try await place.run("evidence", "verify")
                #expect(verified.status == 0, "\(verified.output)")
            }
        }

        @Test("Several files go up without script too")
        func plain() async throws {
            try await AcceptanceSuite.DeskTests.atDesk(
                options: BrowserOptions(language: "ko", allowsJavaScript: false)
            ) { worker in
                let place = worker.desk.place
                let files = try ["편지.txt", "<b>명부</b>.txt"].map {
                    let name = $0.replacing("/", with: "")
                    return URL(filePath: try place.file(name, "내용 \(name)"))
                }
                try await worker.visit("/cases/case-s1a")
                try await worker.browser.find("#files").upload(files[0], files[1])
                try await worker.click("form[data-upload] button")
                let page = try await worker.text()
                #expect(page.contains("편지.txt"))
                #expect(page.contains("<b>명부<b>.txt"))
                // Kept, and never handed out: the desk has no address for the bytes.
                #expect(try await worker.browser.findAll("main a[download], main img, main video").isEmpty)
            }
        }
    }
}
