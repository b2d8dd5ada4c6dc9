/// The bytes of pieces, one after another.
struct PieceStream: ~Copyable {
    private let pieces: [FileReading.Piece]
    /// The piece that comes next, and how many bytes of it are taken already.
    private var index = 0
    private var taken = 0
    /// Kept open for as long as pieces are of the same file: a picture has hundreds.
    private var source: SourceFile?
    /// What the files were like that have been closed, should a later piece be of one of them.
    private var stamps: [String: SourceFile.Stamp] = [:]

    init(_ pieces: [FileReading.Piece]) { self.pieces = pieces }

    /// Fills the buffer with what comes next.
    /// - Returns: how many bytes there were; fewer than fit only at the end of the last piece.
    /// - Throws: ``FileError`` when a piece cannot be read, or its file is not the one that it was.
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count, index < pieces.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try take(pieces[index], rest)
            filled += count
            taken += count
            if count == 0 {
                index += 1
                taken = 0
            }
        }
        return filled
    }

    /// To be called at the end.
    /// - Throws: ``FileError`` when the last file changed while it was read.
    mutating func finish() throws(FileError) {
        try source?.requireUnchanged()
        source = nil
    }

    /// - Returns: how many bytes were taken; 0 when none of the piece are left.
    private mutating func take(
        _ piece: FileReading.Piece, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        switch piece {
        case .bytes(let bytes):
            let part = bytes[taken...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            return part.count
        case .file(let path):
            let size = try open(path)
            return try take(path, 0, size, buffer)
        case .range(let path, let offset, let count):
            let size = try open(path)
            guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
                throw FileError(.changedWhileRead, path: path, detail: "\(offset) + \(count) > \(size)")
            }
            return try take(path, offset, count, buffer)
        }
    }

    private func take(
        _ path: String, _ offset: Int, _ count: Int, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, count - taken)])
        try source?.fillWhole(part, at: offset + taken)
        return part.count
    }

    /// - Returns: the size in bytes.
    private mutating func open(_ path: String) throws(FileError) -> Int {
        if let size = source?.size, source?.path == path { return size }
        try finish()
        let opened = try SourceFile(path: path)
        let stamp = opened.stamp
        guard stamps.updateValue(stamp, forKey: path) ?? stamp == stamp else {
            throw FileError(.changedWhileRead, path: path)
        }
        let size = opened.size
        source = consume opened
        return size
    }
}
