import DossierModel

/// One entity of FollowTheMoney (4.x), the model of Aleph and OpenSanctions: a schema, and properties of which each has many values.
public struct FollowTheMoneyEntity: Sendable, Hashable {
    public let id: String
    public let schema: Schema
    private(set) var properties: [(name: String, values: [String])] = []

    public enum Schema: String, Sendable, Hashable {
        case person = "Person"
        case event = "Event"
        case family = "Family"
    }

    init(_ schema: Schema, id: String) {
        self.id = id
        self.schema = schema
    }

    /// Adds values to a property, each once; empty ones are none.
    mutating func add(_ name: String, _ values: String?...) { add(name, values) }

    mutating func add(_ name: String, _ values: [String?]) {
        for value in values.compactMap(\.self) where !value.isEmpty {
            if let place = properties.firstIndex(where: { $0.name == name }) {
                if !properties[place].values.contains(value) { properties[place].values.append(value) }
            } else {
                properties.append((name, [value]))
            }
        }
    }

    /// One line of JSON.
    public var line: [UInt8] {
        let values = properties.map { name, values in
            PlainNode.Pair(name, PlainNode(.list(values.map { PlainNode(.scalar($0)) })))
        }
        let node = PlainNode(
            .map([
                .init("id", PlainNode(.scalar(id))), .init("schema", PlainNode(.scalar(schema.rawValue))),
                .init("properties", PlainNode(.map(values))),
            ]))
        return JSONText.bytes(node) + [0x0A]
    }

    public static func == (left: Self, right: Self) -> Bool { left.line == right.line }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
