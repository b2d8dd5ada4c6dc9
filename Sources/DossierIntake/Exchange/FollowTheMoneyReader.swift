public import DossierModel
import Foundation

/// Reads entities of FollowTheMoney, one a line: persons, the events that they were involved in, their families and papers.
///
/// An event becomes an incident, and everybody whom it involved a case. Entities of other schemas are passed over and counted; properties
/// that are like no field stand in the notes, so that nothing is lost.
public struct FollowTheMoneyReader {
    let source: String
    /// The States by the codes of two letters, as FollowTheMoney has them.
    let states: [String: StateCode]
    /// Tells family name and given name of a name in any script.
    let divide: (String) -> PersonName?

    public init(
        source: String, states: [String: StateCode], divide: @escaping (String) -> PersonName?
    ) {
        self.source = source
        self.states = states
        self.divide = divide
    }

    /// One entity, as it stands in the file.
    struct Entity {
        var line: Int
        var id: String
        var schema: String
        var properties: [String: [String]]

        func values(_ name: String) -> [String] { properties[name] ?? [] }
    }

    public func read(_ path: String) -> ExchangeReading {
        var reading = ExchangeReading()
        guard let data = FileManager.default.contents(atPath: path) else {
            reading.findings = [RecordFinding(rule: .unreadableFile, file: path, line: 0)]
            return reading
        }
        let entities = entities(data, path, &reading)
        guard reading.findings.isEmpty else { return reading }
        var making = FollowTheMoneyRecords(reader: self, entities: entities)
        let nodes = making.nodes()
        for (notice, count) in making.notices { reading.notices[notice] = count }
        var places: [RecordID: Int] = [:]
        for node in nodes {
            var reader = RecordReader(file: path, inspectText: { TextInspection.rule(for: $0) })
            let record = reader.record(from: node.normalised())
            reading.findings += reader.findings
            if let record, reader.findings.isEmpty { reading.add(record, &places) }
        }
        if reading.records.isEmpty, reading.findings.isEmpty {
            reading.findings = [RecordFinding(rule: .noRecords, file: path, line: 0)]
        }
        return reading
    }

    // MARK: Lines

    private static let longestLine = 4 << 20

    private func entities(_ data: Data, _ path: String, _ reading: inout ExchangeReading) -> [Entity] {
        var entities: [Entity] = []
        var places: [String: Int] = [:]
        let decoder = JSONDecoder()
        for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            guard line.count <= Self.longestLine, let told = try? decoder.decode(Told.self, from: line),
                !told.id.isEmpty
            else {
                reading.findings.append(
                    RecordFinding(
                        rule: .notAnEntity, file: path, line: index + 1,
                        value: String(decoding: line.prefix(80), as: UTF8.self)))
                continue
            }
            // Several lines may tell of one entity, each a part of it.
            if let place = places[told.id] {
                entities[place].properties.merge(told.properties.mapValues(\.all)) { first, second in
                    first + second.filter { !first.contains($0) }
                }
            } else {
                places[told.id] = entities.count
                entities.append(
                    Entity(
                        line: index + 1, id: told.id, schema: told.schema,
                        properties: told.properties.mapValues(\.all)))
            }
        }
        return entities
    }

    private struct Told: Decodable {
        var id: String
        var schema: String
        var properties: [String: Values]
    }

    /// Values are lists of texts; some programs write one text, a number, or the entity itself in place of its id.
    private struct Values: Decodable {
        var all: [String]

        init(from decoder: any Decoder) throws {
            if let list = try? [One](from: decoder) {
                all = list.map(\.text)
            } else {
                all = [try One(from: decoder).text]
            }
        }

        private struct One: Decodable {
            var text: String

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let text = try? container.decode(String.self) {
                    self.text = text
                } else if let number = try? container.decode(Int.self) {
                    text = String(number)
                } else if let number = try? container.decode(Double.self) {
                    text = String(number)
                } else if let truth = try? container.decode(Bool.self) {
                    text = String(truth)
                } else {
                    text = try container.decode(Nested.self).id
                }
            }
        }

        private struct Nested: Decodable { var id: String }
    }
}
