import CLibXML2

/// Copies what libxml2 read into values.
enum XMLTreeCopy {
    // libxml2 refuses more than 256 levels, which bounds this recursion.
    static func element(_ node: xmlNodePtr) -> XMLElement {
        XMLElement(
            name: string(node.pointee.name), namespaceURI: node.pointee.ns.map { string($0.pointee.href) },
            attributes: attributes(node), children: children(node), line: xmlGetLineNo(node))
    }

    private static func attributes(_ node: xmlNodePtr) -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        var next = node.pointee.properties
        while let current = next {
            attributes.append(
                XMLAttribute(
                    name: string(current.pointee.name),
                    namespaceURI: current.pointee.ns.map { string($0.pointee.href) },
                    value: value(current)))
            next = current.pointee.next
        }
        return attributes
    }

    private static func value(_ attribute: xmlAttrPtr) -> String {
        guard let child = attribute.pointee.children else { return "" }
        if child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE { return string(child.pointee.content) }
        let joined = xmlNodeListGetString(attribute.pointee.doc, child, 1)
        defer { dossier_xml_free(joined) }
        return string(joined)
    }

    private static func children(_ node: xmlNodePtr) -> [XMLNode] {
        var children: [XMLNode] = []
        var text: String?
        var next = node.pointee.children
        while let current = next {
            switch current.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text = (text ?? "") + string(current.pointee.content)
            case XML_ELEMENT_NODE:
                if let run = text { children.append(.text(run)) }
                text = nil
                children.append(.element(element(current)))
            default: break
            }
            next = current.pointee.next
        }
        if let run = text { children.append(.text(run)) }
        return children
    }

    private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private static func string(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
