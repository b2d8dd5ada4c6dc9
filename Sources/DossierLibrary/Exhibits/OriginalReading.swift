import Dispatch

/// Reads originals: each once, in blocks, with both digests taken on the way. Memory does not grow with the file.
struct OriginalReading: Sendable {
    /// In bytes. Eight are held at a time for a large file, one for each core for small ones.
    var blockSize = 1 << 20
    /// Called after each block with its size in bytes; what it throws ends the reading.
    var afterBlock: @Sendable (Int) throws(ExhibitError) -> Void = { _ throws(ExhibitError) in }

    private static let blocksHeld = 8

    /// Reads the whole file and hands every block to `consume`, in order.
    ///
    /// - Throws: ``ExhibitError`` when the file cannot be read or has changed meanwhile, and what `consume` throws.
    func read(
        _ original: borrowing Original, _ manner: DigestManner,
        consume: (UnsafeRawBufferPointer) throws(ExhibitError) -> Void
    ) throws(ExhibitError) -> Digests {
        switch manner {
        case .oneThread: try readOnOneThread(original, consume)
        case .threadForEach: try readOnThreads(original, consume)
        }
    }

    private func readOnOneThread(
        _ original: borrowing Original, _ consume: (UnsafeRawBufferPointer) throws(ExhibitError) -> Void
    ) throws(ExhibitError) -> Digests {
        // One byte more than the file has, so that a small file and its end are seen in one block.
        let blocks = Blocks(count: 1, size: min(blockSize, original.size + 1))
        var digests = SerialDigests()
        var total = 0
        while let block = try next(original, blocks[0]) {
            digests.update(block)
            try consume(block)
            total += block.count
            try afterBlock(block.count)
        }
        try original.requireUnchanged(total: total)
        return digests.finalize()
    }

    private func readOnThreads(
        _ original: borrowing Original, _ consume: (UnsafeRawBufferPointer) throws(ExhibitError) -> Void
    ) throws(ExhibitError) -> Digests {
        let blocks = Blocks(count: Self.blocksHeld, size: blockSize)
        let readers = (0..<Self.blocksHeld).map { _ in DispatchGroup() }
        // Also when reading fails half-way: the blocks go back to the system once nobody reads them.
        defer { for reader in readers { reader.wait() } }
        let digests = ParallelDigests()
        var total = 0
        var turn = 0
        while true {
            readers[turn].wait()
            guard let block = try next(original, blocks[turn]) else { break }
            digests.update(block, group: readers[turn])
            try consume(block)
            total += block.count
            turn = (turn + 1) % Self.blocksHeld
            try afterBlock(block.count)
        }
        try original.requireUnchanged(total: total)
        return digests.finalize()
    }

    private func next(
        _ original: borrowing Original, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(ExhibitError) -> UnsafeRawBufferPointer? {
        let count = try original.fill(buffer)
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
