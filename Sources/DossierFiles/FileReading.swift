import Dispatch

/// Reads files: each once, in blocks, with both digests taken on the way. Memory does not grow with the file.
public struct FileReading: Sendable {
    /// In bytes. Eight are held at a time for a large file, one for each core for small ones.
    package var blockSize = 1 << 20
    /// Called after each block with its size in bytes; what it throws ends the reading.
    package var afterBlock: @Sendable (Int) throws(FileError) -> Void = { _ throws(FileError) in }

    private static let blocksHeld = 8

    /// In blocks of a mebibyte.
    public init() {}

    /// For tests, which read in small blocks and step in between two of them.
    package init(
        blockSize: Int,
        afterBlock: @escaping @Sendable (Int) throws(FileError) -> Void = { _ throws(FileError) in }
    ) {
        self.blockSize = blockSize
        self.afterBlock = afterBlock
    }

    /// Reads the whole file and hands every block to `consume`, in order.
    ///
    /// - Returns: the digests, and the file's size in bytes.
    /// - Throws: ``FileError`` when the path does not lead to a regular file, it cannot be read or has changed meanwhile,
    ///   and what `consume` throws.
    public func read(
        path: String, manner: DigestManner = .oneThread,
        consume: (UnsafeRawBufferPointer) throws(FileError) -> Void = { _ throws(FileError) in }
    ) throws(FileError) -> (digests: Digests, size: Int) {
        let source = try SourceFile(path: path)
        return (try read(source, manner: manner, consume: consume), source.size)
    }

    /// Reads the whole of an open file and hands every block to `consume`, in order.
    ///
    /// - Throws: ``FileError`` when the file cannot be read or has changed since it was opened, and what `consume` throws.
    public func read(
        _ source: borrowing SourceFile, manner: DigestManner = .oneThread,
        consume: (UnsafeRawBufferPointer) throws(FileError) -> Void = { _ throws(FileError) in }
    ) throws(FileError) -> Digests {
        // One byte more than the file has, so that a small file and its end are seen in one block.
        let (digests, total) = try stream(
            manner, smallBlock: source.size + 1, fill: { buffer throws(FileError) in try source.fill(buffer) }, consume)
        try source.requireUnchanged(total: total)
        return digests
    }

    /// Takes the digests of what `fill` puts into one block after another, wherever it comes from, until it puts nothing there. A block of
    /// `smallBlock` bytes will do when all fits into it.
    ///
    /// - Returns: the digests, and how many bytes there were.
    /// - Throws: what `fill`, `consume` and `afterBlock` throw.
    package func stream(
        _ manner: DigestManner, smallBlock: Int = .max,
        fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int,
        _ consume: (UnsafeRawBufferPointer) throws(FileError) -> Void = { _ throws(FileError) in }
    ) throws(FileError) -> (digests: Digests, size: Int) {
        switch manner {
        case .oneThread: try streamOnOneThread(min(blockSize, smallBlock), fill, consume)
        case .threadForEach: try streamOnThreads(fill, consume)
        }
    }

    private func streamOnOneThread(
        _ blockSize: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int,
        _ consume: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) -> (Digests, Int) {
        let blocks = Blocks(count: 1, size: blockSize)
        let digests = SerialDigests()
        var total = 0
        while let block = try next(blocks[0], fill) {
            digests.update(block)
            try consume(block)
            total += block.count
            try afterBlock(block.count)
        }
        return (digests.finalize(), total)
    }

    private func streamOnThreads(
        _ fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int,
        _ consume: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) -> (Digests, Int) {
        let blocks = Blocks(count: Self.blocksHeld, size: blockSize)
        let readers = (0..<Self.blocksHeld).map { _ in DispatchGroup() }
        // Also when reading fails half-way: the blocks go back to the system once nobody reads them.
        defer { for reader in readers { reader.wait() } }
        let digests = ParallelDigests()
        var total = 0
        var turn = 0
        while true {
            readers[turn].wait()
            guard let block = try next(blocks[turn], fill) else { break }
            digests.update(block, group: readers[turn])
            try consume(block)
            total += block.count
            turn = (turn + 1) % Self.blocksHeld
            try afterBlock(block.count)
        }
        return (digests.finalize(), total)
    }

    private func next(
        _ buffer: UnsafeMutableRawBufferPointer, _ fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int
    ) throws(FileError) -> UnsafeRawBufferPointer? {
        let count = try fill(buffer)
        return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }

    /// Memory to read into, given back when it goes out of use.
    private struct Blocks: ~Copyable {
        private let buffers: [UnsafeMutableRawBufferPointer]

        init(count: Int, size: Int) {
            buffers = (0..<count).map { _ in .allocate(byteCount: size, alignment: 4096) }
        }

        deinit { for buffer in buffers { buffer.deallocate() } }

        subscript(index: Int) -> UnsafeMutableRawBufferPointer { buffers[index] }
    }
}
