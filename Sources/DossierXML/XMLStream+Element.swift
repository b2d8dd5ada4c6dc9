extension XMLStream {
    /// The whole element that `event` has begun, for a part of a document that is small enough to be held; nil when it
    /// holds more than `limit` elements. Lines are not known here.
    /// - Throws: ``XMLReadingError``.
    public func element(begunBy event: XMLEvent, limit: Int) throws(XMLReadingError) -> XMLElement? {
        var open: [Open] = []
        var count = 0
        var next: XMLEvent? = event
        while let event = next {
            switch event {
            case .start(let name, let uri, let attributes):
                count += 1
                guard count <= limit else { return nil }
                open.append(Open(name: name, namespaceURI: uri, attributes: attributes))
            case .text(let text):
                open.last?.add(text)
            case .end:
                guard let element = open.popLast()?.end() else { return nil }
                guard let parent = open.last else { return element }
                parent.add(element)
            }
            next = try self.next()
        }
        return nil
    }

    /// An element whose end has not come yet.
    private final class Open {
        let name: String
        let namespaceURI: String?
        let attributes: [XMLAttribute]
        private var children: [XMLNode] = []
        private var text = ""

        init(name: String, namespaceURI: String?, attributes: [XMLAttribute]) {
            self.name = name
            self.namespaceURI = namespaceURI
            self.attributes = attributes
        }

        func end() -> XMLElement {
            endText()
            return XMLElement(name: name, namespaceURI: namespaceURI, attributes: attributes, children: children)
        }

        func add(_ piece: String) { text += piece }

        func add(_ element: XMLElement) {
            endText()
            children.append(.element(element))
        }

        private func endText() {
            if !text.isEmpty { children.append(.text(text)) }
            text = ""
        }
    }
}
