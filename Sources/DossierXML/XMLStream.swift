import CLibXML2

/// What a document says, piece by piece.
public enum XMLEvent: Sendable, Hashable {
    /// The name is without its prefix.
    case start(String, namespaceURI: String?, attributes: [XMLAttribute])
    case end(String)
    /// A text may come in several pieces, one after the other.
    case text(String)
}

/// Reads XML that may come from anywhere piece by piece, for documents whose tree would be many times their size. It
/// refuses what ``SafeXMLParser`` refuses, in the same words, and holds a block's worth of events at a time.
///
/// It asks libxml2 for events and not for its own reader, since that one builds a tree of each element as it goes and
/// reads a document type before one can refuse it.
public final class XMLStream {
    private static let blockSize = 1 << 16
    /// The same bound as libxml2 holds for trees; for events it holds none.
    private static let depthLimit = 256

    private let bytes: [UInt8]
    private let faults = FaultSink()
    private var context: xmlParserCtxtPtr?
    private var position = 0
    private var isOver = false
    private var events: [XMLEvent] = []
    private var handedOut = 0
    private var depth = 0

    /// - Throws: ``XMLReadingError`` when the bytes are refused at sight.
    public init(_ bytes: [UInt8], limits: XMLLimits = .default) throws(XMLReadingError) {
        self.bytes = bytes
        let limit = min(limits.bytes, Int(Int32.max))
        if bytes.count > limit {
            let detail = "\(bytes.count) bytes where \(limit) are accepted"
            faults.add(XMLFault(line: 0, column: 0, rule: .size, detail: detail))
        } else if let fault = bytes.withUnsafeBufferPointer({ XMLMarkupScan.fault(in: $0, limits) }) {
            faults.add(fault)
        }
        guard faults.isEmpty else { throw faults.error }
        LibXMLProcess.ready
        context = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil)
        guard let context, let sax = context.pointee.sax else {
            faults.add(XMLFault(line: 0, column: 0, rule: .size, detail: "not enough memory to read the document"))
            throw faults.error
        }
        // The scan has seen to it that the bytes are UTF-8 or ASCII, whatever they declare.
        guard xmlCtxtResetPush(context, nil, 0, nil, "UTF-8") == 0 else {
            faults.addUnexplained()
            throw faults.error
        }
        // Without a document type there are no entities but the five, and without this option libxml2 writes "&amp;" in
        // attributes as another reference.
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
        listen(sax)
    }

    deinit {
        guard let context else { return }
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
    }

    /// What comes next; nil after the end of the document.
    /// - Throws: ``XMLReadingError``. What was handed out before it must not be trusted to be whole.
    public func next() throws(XMLReadingError) -> XMLEvent? {
        while handedOut == events.count {
            if isOver { return nil }
            try readBlock()
        }
        defer { handedOut += 1 }
        return events[handedOut]
    }

    /// The namespace of a document's root, nil when it has none. What follows the root's tag is not looked at.
    /// - Throws: ``XMLReadingError`` when the bytes are refused at sight, or no root comes.
    public static func rootNamespace(
        of bytes: [UInt8], limits: XMLLimits = .default
    ) throws(XMLReadingError) -> String? {
        let stream = try XMLStream(bytes, limits: limits)
        while let event = try stream.next() {
            if case .start(_, let namespace, _) = event { return namespace }
        }
        return nil
    }

    private func readBlock() throws(XMLReadingError) {
        events.removeAll(keepingCapacity: true)
        handedOut = 0
        guard let context else { throw faults.error }
        let count = min(Self.blockSize, bytes.count - position)
        isOver = position + count == bytes.count
        // The stream is told to libxml2 for this call alone, in which nobody else can release it.
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        defer { context.pointee._private = nil }
        bytes.withUnsafeBytes { buffer in
            let block = buffer.baseAddress.map { ($0 + position).assumingMemoryBound(to: CChar.self) }
            _ = xmlParseChunk(context, block, Int32(count), isOver ? 1 : 0)
        }
        position += count
        if isOver, context.pointee.wellFormed == 0 { faults.addUnexplained() }
        guard faults.isEmpty else {
            isOver = true
            events = []
            throw faults.error
        }
    }

    // MARK: What libxml2 tells

    private func listen(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
        sax.pointee.internalSubset = { context, _, _, _ in
            XMLStream.of(context)?.faults.refuseDocumentType(in: XMLStream.parser(context))
        }
        sax.pointee.serror = { context, error in
            XMLStream.of(context)?.faults.collect(error.map { $0.pointee })
        }
        sax.pointee.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
            guard let stream = XMLStream.of(context), let name else { return }
            stream.started(name, uri, XMLStream.attributes(attributes, Int(count)), XMLStream.parser(context))
        }
        sax.pointee.endElementNs = { context, name, _, _ in
            guard let stream = XMLStream.of(context), let name else { return }
            stream.depth -= 1
            stream.events.append(.end(String(cString: name)))
        }
        let text: charactersSAXFunc = { context, start, count in XMLStream.of(context)?.add(start, Int(count)) }
        sax.pointee.characters = text
        sax.pointee.ignorableWhitespace = text
        sax.pointee.cdataBlock = text
        sax.pointee.comment = nil
        sax.pointee.processingInstruction = nil
        sax.pointee.reference = nil
    }

    private static func parser(_ pointer: UnsafeMutableRawPointer?) -> xmlParserCtxtPtr? {
        pointer?.assumingMemoryBound(to: xmlParserCtxt.self)
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
        parser(pointer)?.pointee._private.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func started(
        _ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ attributes: [XMLAttribute],
        _ parser: xmlParserCtxtPtr?
    ) {
        depth += 1
        guard depth <= Self.depthLimit else {
            let line = parser?.pointee.input.map { Int($0.pointee.line) } ?? 0
            faults.add(XMLFault(line: line, column: 0, rule: .depth, detail: "elements nested too deeply"))
            xmlStopParser(parser)
            return
        }
        events.append(
            .start(
                String(cString: name), namespaceURI: uri.map { String(cString: $0) }, attributes: attributes))
    }

    private func add(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
        // Pieces are not joined here: a text of nothing but references comes letter by letter.
        events.append(.text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)))
    }

    /// libxml2 hands over five pointers an attribute: name, prefix, namespace, and the ends of the value.
    private static func attributes(
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> [XMLAttribute] {
        guard let pointers else { return [] }
        return (0..<count).compactMap { index in
            let parts = pointers + index * 5
            guard let name = parts[0], let start = parts[3], let end = parts[4] else { return nil }
            return XMLAttribute(
                name: String(cString: name), namespaceURI: parts[2].map { String(cString: $0) },
                value: String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self))
        }
    }
}
