import CLibXML2

/// Writes one XML document to memory: elements, attributes in the order given, text. Nothing else can be written, so
/// that no comment or instruction slips into what leaves the house.
///
/// Characters that XML 1.0 §2.2 forbids become U+FFFD. The first failure is kept, later steps do nothing, and
/// ``finish()`` throws it: callers write straight on without a `try` at each step.
public final class XMLWriter {
    // Kept nil rather than thrown from init, so that all failures surface in one place.
    private let buffer: xmlBufferPtr?
    private let writer: xmlTextWriterPtr?
    private var open: [String] = []
    private var rootStarted = false
    private var declared = false
    private var finished = false
    private var failure: XMLWriterError?

    /// - Parameter indented: two spaces a level. Adds white space beside child elements, so pass false for running
    ///   text with elements inside it.
    public init(indented: Bool) {
        LibXMLProcess.ready
        // 32 KiB takes a usual petition without growing.
        let buffer = xmlBufferCreateSize(32_768)
        let writer = buffer.flatMap { xmlNewTextWriterMemory($0, 0) }
        self.buffer = buffer
        self.writer = writer
        guard let buffer, let writer else {
            failure = .outOfMemory
            return
        }
        // The default scheme grows a buffer by what is asked for, which makes long documents quadratic.
        xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
        if indented {
            note(xmlTextWriterSetIndent(writer, 1))
            note(characters("  ") { xmlTextWriterSetIndentString(writer, $0) })
        }
    }

    deinit {
        // The writer flushes into the buffer when it is freed, so it goes first.
        if let writer { xmlFreeTextWriter(writer) }
        if let buffer { xmlBufferFree(buffer) }
    }

    /// The XML declaration, in UTF-8 (XML 1.0 §2.8). Optional; first when written.
    public func startDocument() {
        guard let writer = ready() else { return }
        guard !declared, !rootStarted else { return fail(.outOfPlace("the XML declaration")) }
        declared = true
        note(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    }

    /// Opens an element with its attributes, in the order given (XML 1.0 §3.1).
    public func start(_ name: String, _ attributes: [(String, String)] = []) {
        guard let writer = ready() else { return }
        guard XMLCharacters.isName(name) else { return fail(.notAName(name)) }
        guard !open.isEmpty || !rootStarted else { return fail(.outOfPlace("a second root, “\(name)”,")) }
        rootStarted = true
        open.append(name)
        note(characters(name) { xmlTextWriterStartElement(writer, $0) })
        for index in attributes.indices {
            let (key, value) = attributes[index]
            guard XMLCharacters.isName(key) else { return fail(.notAName(key)) }
            // Few attributes a tag: comparing is cheaper than a set.
            for earlier in attributes[..<index] where earlier.0 == key {
                return fail(.repeatedAttribute(element: name, attribute: key))
            }
            note(
                characters(key) { key in
                    characters(XMLCharacters.allowed(value)) { xmlTextWriterWriteAttribute(writer, key, $0) }
                })
        }
    }

    /// Closes the element that was opened last.
    public func end() {
        guard let writer = ready() else { return }
        guard open.popLast() != nil else { return fail(.outOfPlace("an end without a start")) }
        note(xmlTextWriterEndElement(writer))
    }

    /// Character data, escaped (XML 1.0 §2.4). Empty text writes nothing.
    public func text(_ text: String) {
        guard let writer = ready(), !text.isEmpty else { return }
        guard !open.isEmpty else { return fail(.outOfPlace("text outside the root")) }
        note(characters(XMLCharacters.allowed(text)) { xmlTextWriterWriteString(writer, $0) })
    }

    /// An element that holds text alone; an empty-element tag when the text is empty.
    public func element(_ name: String, _ attributes: [(String, String)] = [], text: String = "") {
        start(name, attributes)
        self.text(text)
        end()
    }

    /// An element that holds what the closure writes.
    /// - Throws: what the closure throws; the element is then left open and ``finish()`` throws too.
    public func element<Failure: Error>(
        _ name: String, _ attributes: [(String, String)] = [], _ content: () throws(Failure) -> Void
    ) throws(Failure) {
        start(name, attributes)
        try content()
        end()
    }

    /// The document in UTF-8, with a line end at its end. The writer is spent.
    /// - Throws: the first ``XMLWriterError`` of any step.
    public func finish() throws(XMLWriterError) -> [UInt8] {
        if finished { throw .alreadyFinished }
        if let failure { throw failure }
        guard let writer, let buffer else { throw .outOfMemory }
        guard open.isEmpty else { throw .unclosed(open) }
        guard rootStarted else { throw .noRoot }
        finished = true
        guard xmlTextWriterEndDocument(writer) >= 0, xmlTextWriterFlush(writer) >= 0 else { throw .refused }
        guard let content = xmlBufferContent(buffer) else { throw .outOfMemory }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    private func ready() -> xmlTextWriterPtr? {
        if finished { fail(.alreadyFinished) }
        return failure == nil ? writer : nil
    }

    private func fail(_ error: XMLWriterError) { failure = failure ?? error }

    private func note(_ result: Int32) {
        if result < 0 { fail(.refused) }
    }

    // Passing a String where C wants unsigned bytes copies it to the heap; withCString lends native storage.
    private func characters(_ text: String, _ body: (UnsafePointer<xmlChar>) -> Int32) -> Int32 {
        text.withCString { body(UnsafeRawPointer($0).assumingMemoryBound(to: xmlChar.self)) }
    }
}
