import Foundation

extension BrowserSession {
    /// Takes a picture of the page, as PNG.
    /// - Parameters:
    ///   - file: Where it is written.
    ///   - wholePage: Whether it shows what must be scrolled to.
    /// - Throws: ``BrowserFailure``, or Foundation's error when it cannot be written.
    func screenshot(to file: URL, wholePage: Bool = false) async throws {
        let value =
            wholePage
            ? try await devTools("Page.captureScreenshot", ["captureBeyondViewport": true])["data"]
            : try await get("/screenshot")
        try Self.bytes(value, "screenshot").write(to: file)
    }

    /// Prints the page, as PDF.
    /// - Parameter file: Where it is written.
    /// - Throws: ``BrowserFailure``, or Foundation's error when it cannot be written.
    func print(to file: URL) async throws {
        try Self.bytes(try await post("/print", ["background": true]), "print").write(to: file)
    }

    private static func bytes(_ value: JSON?, _ command: String) throws -> Data {
        guard let data = value?.string.flatMap({ Data(base64Encoded: $0) }), !data.isEmpty else {
            throw BrowserFailure.unanswered(command: command, why: "there were no bytes in the answer")
        }
        return data
    }
}
