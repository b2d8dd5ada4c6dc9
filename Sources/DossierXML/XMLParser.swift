import CLibXML2

/// Reads XML that may come from anywhere: no network, no document type and so no entities but the five of XML 1.0 §4.6,
/// bounded size, tags and depth.
public enum SafeXMLParser {
    /// The root of the document.
    /// - Throws: ``XMLReadingError`` with every fault that was found, each with its place, rule and mend.
    public static func parse(_ bytes: [UInt8], limits: XMLLimits = .default) throws(XMLReadingError) -> XMLElement {
        try read(bytes, limits: limits) { _, root in XMLTreeCopy.element(root) }
    }

    /// What `body` makes of libxml2's own tree, document and root, which is freed after it.
    /// - Throws: as ``parse(_:limits:)``, before `body` is called.
    static func read<Result>(
        _ bytes: [UInt8], limits: XMLLimits, _ body: (xmlDocPtr, xmlNodePtr) -> Result
    ) throws(XMLReadingError) -> Result {
        let limit = min(limits.bytes, Int(Int32.max))
        guard bytes.count <= limit else {
            let detail = "\(bytes.count) bytes where \(limit) are accepted"
            throw XMLReadingError(faults: [XMLFault(line: 0, column: 0, rule: .size, detail: detail)], omitted: 0)
        }
        let faults = FaultSink()
        let document = bytes.withUnsafeBufferPointer { buffer -> xmlDocPtr? in
            if let fault = XMLMarkupScan.fault(in: buffer, limits) {
                faults.add(fault)
                return nil
            }
            return read(buffer, faults)
        }
        defer { if let document { xmlFreeDoc(document) } }
        guard let document, faults.isEmpty, let root = xmlDocGetRootElement(document) else {
            faults.addUnexplained()
            throw faults.error
        }
        return body(document, root)
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ faults: FaultSink) -> xmlDocPtr? {
        LibXMLProcess.ready
        guard let context = xmlNewParserCtxt(), let sax = context.pointee.sax else {
            faults.add(XMLFault(line: 0, column: 0, rule: .size, detail: "not enough memory to read the document"))
            return nil
        }
        defer { xmlFreeParserCtxt(context) }
        context.pointee._private = Unmanaged.passUnretained(faults).toOpaque()
        sax.pointee.internalSubset = { context, _, _, _ in
            FaultSink.of(context)?.refuseDocumentType(in: context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        // Errors go to this context's own sink: the handlers of the thread and of the process stay as they are.
        sax.pointee.serror = { context, error in FaultSink.of(context)?.collect(error.map { $0.pointee }) }
        return bytes.withMemoryRebound(to: CChar.self) { characters in
            xmlCtxtReadMemory(
                context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(XML_PARSE_NONET.rawValue))
        }
    }
}

/// Collects what libxml2 reports about one document, on the thread that reads it.
final class FaultSink {
    // A hostile document of 4 MB can hold a million faults; nobody mends more than these at once.
    private static let most = 100
    private var faults: [XMLFault] = []
    private var omitted = 0
    private var refused = false

    var isEmpty: Bool { faults.isEmpty }
    var error: XMLReadingError { XMLReadingError(faults: faults, omitted: omitted) }

    func add(_ fault: XMLFault) {
        if faults.count < Self.most { faults.append(fault) } else { omitted += 1 }
    }

    func addUnexplained() {
        guard isEmpty else { return }
        add(XMLFault(line: 0, column: 0, rule: .wellFormed, detail: "not an XML document"))
    }

    /// Called before any entity in the document type is read.
    func refuseDocumentType(in context: xmlParserCtxtPtr?) {
        let line = context?.pointee.input.map { Int($0.pointee.line) } ?? 0
        add(XMLFault(line: line, column: 0, rule: .documentType, detail: "a document type declaration (DOCTYPE)"))
        refused = true
        xmlStopParser(context)
    }

    func collect(_ error: xmlError?) {
        // What libxml2 says after it was stopped is about the stop.
        guard let error, !refused, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let message = error.message.map { String(cString: $0) } ?? "not well-formed"
        let detail = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
        // libxml2 has no code of its own for depth, and its words advise lifting the limit.
        let deep = detail.hasPrefix("Excessive depth")
        add(
            XMLFault(
                line: Int(error.line), column: Int(error.int2), rule: deep ? .depth : XMLRule(code: error.code),
                detail: deep ? "elements nested too deeply" : detail))
    }

    /// The sink of the context that a callback is about.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> FaultSink? {
        pointer?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
            .map { Unmanaged<FaultSink>.fromOpaque($0).takeUnretainedValue() }
    }
}
