import CLibYAML

/// The events of a YAML stream, one at a time. Aliases arrive as aliases: nothing is ever expanded.
final class YAMLEvents {
    /// One event and the line on which it begins, 1 for the first.
    struct Event {
        var kind: Kind
        var line: Int
    }

    enum Kind {
        case documentStart, documentEnd, sequenceStart, sequenceEnd, mappingStart, mappingEnd
        case scalar(String)
        case alias(String)
        case end
    }

    /// What libyaml could not make out.
    struct SyntaxFault: Error {
        var line: Int
        var problem: String
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    // libyaml reads from this memory as long as it lives.
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        input = .allocate(capacity: max(1, bytes.count))
        _ = input.initialize(from: bytes)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    func next() throws(SyntaxFault) -> Event {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else {
                let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
                throw SyntaxFault(line: Int(parser.pointee.problem_mark.line) + 1, problem: problem)
            }
            defer { yaml_event_delete(&event) }
            guard let kind = Self.kind(of: event) else { continue }
            return Event(kind: kind, line: Int(event.start_mark.line) + 1)
        }
    }

    private static func kind(of event: yaml_event_t) -> Kind? {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        case YAML_SCALAR_EVENT:
            .scalar(
                String(
                    decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length),
                    as: UTF8.self))
        case YAML_ALIAS_EVENT:
            .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
        case YAML_STREAM_END_EVENT: .end
        default: nil
        }
    }
}
