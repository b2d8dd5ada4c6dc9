import CLibXML2
import Synchronization

/// A schema (XSD 1.0) in memory, by which documents are judged here, without a file or the network.
///
/// It may be shared by any number of tasks. libxml2 vouches for one document a thread, not for one schema on several:
/// documents are read side by side and judged one after the other.
public final class XMLSchema: Sendable {
    private let compiled: Mutex<CompiledSchema>

    /// The schema is read by the rules of ``SafeXMLParser``, and imports ``BundledXMLSchema`` at most.
    /// - Throws: ``XMLSchemaError`` with every fault that was found.
    public init(_ bytes: [UInt8], limits: XMLLimits = .default) throws(XMLSchemaError) {
        let root: XMLElement
        do { root = try SafeXMLParser.parse(bytes, limits: limits) } catch { throw .unreadable(error) }
        let sink = SchemaFaultSink()
        Self.refuseOtherFiles(in: root, sink)
        guard sink.isEmpty, let compiled = CompiledSchema(bytes, sink), sink.isEmpty else {
            if sink.isEmpty { sink.add(line: 0, "not a schema that libxml2 can use") }
            throw .unusable(sink.verdict)
        }
        self.compiled = Mutex(compiled)
    }

    /// Every place where a document breaks the schema.
    /// - Throws: ``XMLReadingError`` when the bytes are no XML that we read; nothing is then said of the schema.
    public func verdict(on bytes: [UInt8], limits: XMLLimits = .default) throws(XMLReadingError) -> XMLSchemaVerdict {
        try SafeXMLParser.read(bytes, limits: limits) { document, _ in
            let sink = SchemaFaultSink()
            compiled.withLock { $0.judge(document, sink) }
            return sink.verdict
        }
    }

    private static let namespace = "http://www.w3.org/2001/XMLSchema"

    // The loader would deny them too, and libxml2 would pass over it with a warning.
    private static func refuseOtherFiles(in root: XMLElement, _ sink: SchemaFaultSink) {
        guard root.name == "schema", root.namespaceURI == namespace else {
            return sink.add(line: root.line, "the root is not a schema of XML Schema 1.0")
        }
        for element in root.descendants where element.namespaceURI == namespace {
            let isOther =
                switch element.name {
                case "include", "redefine": true
                case "import":
                    element.attribute("namespace") != XMLAttribute.xmlNamespaceURI
                        || element.attribute("schemaLocation") != BundledXMLSchema.location
                default: false
                }
            if isOther {
                sink.add(
                    line: element.line, "“\(element.name)” asks for a file other than \(BundledXMLSchema.location)")
            }
        }
    }
}

/// What libxml2 made of a schema, freed with it.
// Unchecked, because the pointer is reached under the lock of its one owner alone.
private struct CompiledSchema: ~Copyable, @unchecked Sendable {
    private let schema: xmlSchemaPtr

    init?(_ bytes: [UInt8], _ sink: SchemaFaultSink) {
        LibXMLProcess.readyForSchemas
        let schema = bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters -> xmlSchemaPtr? in
                guard let context = xmlSchemaNewMemParserCtxt(characters.baseAddress, Int32(characters.count)) else {
                    return nil
                }
                defer { xmlSchemaFreeParserCtxt(context) }
                xmlSchemaSetParserStructuredErrors(
                    context, { sink, error in SchemaFaultSink.of(sink)?.collect(error.map { $0.pointee }) },
                    Unmanaged.passUnretained(sink).toOpaque())
                return xmlSchemaParse(context)
            }
        }
        guard let schema else { return nil }
        self.schema = schema
    }

    deinit { xmlSchemaFree(schema) }

    func judge(_ document: xmlDocPtr, _ sink: SchemaFaultSink) {
        guard let context = xmlSchemaNewValidCtxt(schema) else {
            return sink.add(line: 0, "not enough memory to judge the document")
        }
        defer { xmlSchemaFreeValidCtxt(context) }
        xmlSchemaSetValidStructuredErrors(
            context, { sink, error in SchemaFaultSink.of(sink)?.collect(error.map { $0.pointee }) },
            Unmanaged.passUnretained(sink).toOpaque())
        let result = xmlSchemaValidateDoc(context, document)
        // A judgement that broke off must never pass for a sound document.
        if result != 0, sink.isEmpty { sink.add(line: 0, "libxml2 could not finish judging the document") }
    }
}
