/// Reads an uploaded form (multipart/form-data: RFC 7578, RFC 2046 5.1) chunk by chunk, however large its files are.
///
/// It holds the header line that it is reading, within ``MultipartLimits/headers``, and nothing of the bodies: these are
/// handed out as views into the chunks. Where a chunk ends makes no difference to what is read.
///
/// Nothing is sure to be whole until ``finish()`` has returned: files are to be kept after that, and thrown away otherwise.
struct MultipartParser: Sendable {
    private enum Stage {
        case preamble, delimiterLine, headers, body, epilogue
    }

    private let limits: MultipartLimits
    private var stage = Stage.preamble
    private var scan: DelimiterScan
    private var line = DelimiterLine()
    private var headers: PartHeaderReader
    /// Parts that have begun.
    private var parts = 0
    /// Bytes of the preamble or epilogue.
    private var ignored = 0
    /// After a refusal nothing more is read.
    private var refusal: MultipartError?

    /// - Throws: ``MultipartError/badBoundary``.
    init(boundary: String, limits: MultipartLimits = .upload) throws(MultipartError) {
        guard Self.isBoundary(boundary) else { throw .badBoundary }
        self.limits = limits
        scan = DelimiterScan(boundary: boundary)
        headers = PartHeaderReader(part: 0, limits: limits)
    }

    /// Reads the next bytes of the form and tells what is in them.
    /// - Throws: ``MultipartError``; the same again for whatever is fed after it.
    mutating func feed(_ chunk: ArraySlice<UInt8>) throws(MultipartError) -> [Event] {
        if let refusal { throw refusal }
        var rest = chunk
        var events: [Event] = []
        do throws(MultipartError) {
            while !rest.isEmpty { try step(&rest, &events) }
        } catch {
            refusal = error
            throw error
        }
        return events
    }

    /// Reads the next bytes of the form and tells what is in them.
    /// - Throws: ``MultipartError``; the same again for whatever is fed after it.
    mutating func feed(_ chunk: [UInt8]) throws(MultipartError) -> [Event] { try feed(chunk[...]) }

    /// To be called when the request has ended.
    /// - Throws: ``MultipartError/notClosed`` when the closing delimiter has not come, or the earlier refusal.
    mutating func finish() throws(MultipartError) {
        if let refusal { throw refusal }
        // The closing delimiter need not end its line (RFC 2046 5.1.1).
        guard stage == .epilogue || (stage == .delimiterLine && line.isClosing) else {
            refusal = .notClosed
            throw .notClosed
        }
    }

    private mutating func step(_ chunk: inout ArraySlice<UInt8>, _ events: inout [Event]) throws(MultipartError) {
        switch stage {
        case .preamble:
            let passage = scan.take(&chunk)
            ignored += passage.held.count + passage.plain.count
            guard ignored <= limits.ignored else { throw .preambleTooLong(limit: limits.ignored) }
            if passage.endsAtDelimiter { beginDelimiterLine() }
        case .delimiterLine: try readDelimiterLine(&chunk)
        case .headers:
            guard let read = try headers.take(&chunk) else { break }
            events.append(.partBegan(read))
            scan.beginLine()
            stage = .body
        case .body:
            let passage = scan.take(&chunk)
            if !passage.held.isEmpty { events.append(.body(passage.held)) }
            if !passage.plain.isEmpty { events.append(.body(passage.plain)) }
            guard passage.endsAtDelimiter else { break }
            events.append(.partEnded)
            beginDelimiterLine()
        case .epilogue:
            ignored += chunk.count
            guard ignored <= limits.ignored else { throw .epilogueTooLong(limit: limits.ignored) }
            chunk = []
        }
    }

    private mutating func beginDelimiterLine() {
        line = DelimiterLine()
        stage = .delimiterLine
    }

    private mutating func readDelimiterLine(_ chunk: inout ArraySlice<UInt8>) throws(MultipartError) {
        let outcome = line.take(&chunk)
        guard line.padding <= limits.ignored else { throw .paddingTooLong(limit: limits.ignored) }
        switch outcome {
        case .goesOn: break
        case .bad: throw .badDelimiterLine(part: parts)
        case .ended where line.isClosing:
            ignored = 0
            stage = .epilogue
        case .ended:
            guard parts < limits.parts else { throw .tooManyParts(limit: limits.parts) }
            parts += 1
            headers = PartHeaderReader(part: parts, limits: limits)
            stage = .headers
        }
    }
}
