extension FileReading {
    /// Hands every block of a file to `take`, in order, without taking digests.
    ///
    /// - Returns: the file's size in bytes.
    /// - Throws: ``FileError`` when the path does not lead to a regular file, it cannot be read or has
    ///   changed meanwhile, and what `take` throws.
    public func scan(path: String, take: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
        try scan(path: path, from: 0, count: .max, take: take)
    }

    /// As ``scan(path:take:)``, of `count` bytes from `offset` on, or as many as there are.
    /// - Returns: how many bytes were read.
    public func scan(
        path: String, from offset: Int, count: Int, take: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        let source = try SourceFile(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(blockSize, max(0, source.size - offset) + 1), alignment: 4096)
        defer { buffer.deallocate() }
        var total = 0
        try source.skip(to: offset)
        while total < count {
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, count - total)])
            let filled = try source.fill(wanted)
            if filled == 0 { break }
            try take(UnsafeRawBufferPointer(rebasing: wanted[..<filled]))
            total += filled
            try afterBlock(filled)
        }
        try source.requireUnchanged()
        return total
    }
}
