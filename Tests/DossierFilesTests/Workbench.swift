import DossierFiles
import DossierTestSupport
import Foundation
import Synchronization

extension TemporaryFolder {
    /// Writes a file in the folder and gives its path.
    func file(_ name: String, bytes: [UInt8]) throws -> String {
        let path = "\(path)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }
}

/// What `work` was refused for; nil when it was not.
func fileRefusal(_ work: () throws(FileError) -> Void) -> FileError? {
    do throws(FileError) {
        try work()
        return nil
    } catch {
        return error
    }
}

/// Numbers that were told on whichever thread.
final class Told: Sendable {
    private let numbers = Mutex<[Int]>([])

    func put(_ number: Int) { numbers.withLock { $0.append(number) } }

    /// How many were told, with this one.
    func putting(_ number: Int) -> Int {
        numbers.withLock {
            $0.append(number)
            return $0.count
        }
    }

    var all: [Int] { numbers.withLock(\.self) }
}

extension SeededRandom {
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
