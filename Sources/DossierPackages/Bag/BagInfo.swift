/// The metadata of a bag (`bag-info.txt`, RFC 8493 section 2.2.2): labels with values, in their order.
public struct BagInfo: Sendable, Hashable {
    public var elements: [Element]

    public struct Element: Sendable, Hashable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public init(_ elements: [Element] = []) { self.elements = elements }

    /// The first value under a label; labels are compared without case.
    public subscript(label: String) -> String? {
        elements.first { $0.label.lowercased() == label.lowercased() }?.value
    }

    /// As it stands in the file. Line ends within a value would begin another element.
    var text: String {
        elements.map { element in
            let value = element.value.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(element.label): \(value)\n"
        }.joined()
    }

    /// Reads the file's text; lines that are no elements are told by their numbers, from 1.
    static func reading(_ text: String) -> (info: BagInfo, badLines: [Int]) {
        var info = BagInfo()
        var bad: [Int] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.isEmpty { continue }
            // A line that begins with a space goes on with the value before it.
            if line.first == " " || line.first == "\t" {
                guard !info.elements.isEmpty else {
                    bad.append(index + 1)
                    continue
                }
                info.elements[info.elements.count - 1].value += " " + line.drop { $0 == " " || $0 == "\t" }
                continue
            }
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
                bad.append(index + 1)
                continue
            }
            let label = line[..<colon]
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            info.elements.append(Element(String(label), String(value)))
        }
        return (info, bad)
    }
}
