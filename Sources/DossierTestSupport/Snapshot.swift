import Foundation
public import Testing

/// Compares text with a file beside the test. With `RECORD_SNAPSHOTS` set the file is written anew and the test fails,
/// so that a recording run can never pass for a test.
public func expectSnapshot(
    _ text: String, named name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record(
            "The snapshot \(name) was recorded; run again without RECORD_SNAPSHOTS.", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if text != expected {
        let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
        let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            "Differs from the snapshot \(name)\(first.map { " at line \($0.offset + 1): “\($0.element.0)” for “\($0.element.1)”" } ?? " in length")",
            sourceLocation: sourceLocation)
    }
}
