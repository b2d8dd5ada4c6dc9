import CLibXML2

/// What libxml2 keeps for the whole process. Readers and writers touch ``ready`` first: libxml2 fills its tables on first
/// use without a lock, and two tasks may be first.
enum LibXMLProcess {
    // The loader is shared with everything else that links libxml2, and denies that all files too.
    static let ready: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader { location, _, context in BundledXMLSchema.input(for: location, context) }
    }()

    /// The same for schemas, whose own tables nothing else needs.
    static let readyForSchemas: Void = {
        ready
        xmlSchemaInitTypes()
    }()
}
