import Dispatch
import DossierLibrary

/// Connections to one library: some that read, and one that writes. SQLite blocks its thread, so that the work is done
/// away from the threads that answer requests.
actor LibraryPool {
    let path: String
    private let writer: Library
    private var readers: [Library]
    private var waiting: [CheckedContinuation<Library, Never>] = []
    private let queue = DispatchQueue(label: "library", attributes: .concurrent)
    private let writing = DispatchQueue(label: "library.writing")

    /// - Throws: ``LibraryError`` when there is no library.
    init(path: String, readers count: Int) throws {
        self.path = path
        // First the one that writes: it undoes what a killed process left half done.
        writer = try Library.open(at: path)
        UploadedFiles.removeLeft(in: path)
        readers = try (0..<max(count, 1)).map { _ in try Library.open(at: path, readOnly: true) }
    }

    nonisolated func read<Result: Sendable>(
        _ body: @escaping @Sendable (Library) throws -> Result
    ) async throws -> Result {
        let library = await take()
        do {
            let result = try await run(on: queue) { try body(library) }
            await give(library)
            return result
        } catch {
            await give(library)
            throw error
        }
    }

    /// For what takes long: with a connection of its own, so that nobody waits for it.
    nonisolated func aside<Result: Sendable>(
        _ body: @escaping @Sendable (Library) throws -> Result
    ) async throws -> Result {
        let path = path
        return try await run(on: queue) {
            let library = try Library.open(at: path, readOnly: true)
            let result = try body(library)
            try library.close()
            return result
        }
    }

    nonisolated func write<Result: Sendable>(
        _ body: @escaping @Sendable (Library) throws -> Result
    ) async throws -> Result {
        let library = writer
        return try await run(on: writing) { try body(library) }
    }

    private nonisolated func run<Result: Sendable>(
        on queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }

    private func take() async -> Library {
        if let reader = readers.popLast() { return reader }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func give(_ library: Library) {
        if waiting.isEmpty { readers.append(library) } else { waiting.removeFirst().resume(returning: library) }
    }
}
