extension FileReading {
    /// Hands every block of a file to `take`, in order, without taking digests.
    ///
    /// - Returns: the file's size in bytes.
    /// - Throws: ``FileError`` when the path does not lead to a regular file, it cannot be read or has
    ///   changed meanwhile, and what `take` throws.
    public func scan(path: String, take: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
        let source = try SourceFile(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(blockSize, source.size + 1), alignment: 4096)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = try source.fill(buffer)
            if count == 0 { break }
            try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            total += count
            try afterBlock(count)
        }
        try source.requireUnchanged(total: total)
        return total
    }
}
