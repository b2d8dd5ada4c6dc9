import CLibYAML
public import DossierModel

/// Writes records as the YAML that people read and edit; reading it gives equal records.
public enum CaseFileWriter {
    /// One document a record. Nil only when there is no memory.
    public static func yaml(_ records: [Record]) -> String? {
        guard let emitter = YAMLEmitter() else { return nil }
        for record in records { emitter.document(RecordPrinter.plain(record)) }
        return emitter.finish()
    }

    /// One value as it stands in a case file, without the mark at which a document begins. Nil only when there is no
    /// memory.
    public static func yaml(_ value: PlainNode) -> String? {
        guard let emitter = YAMLEmitter() else { return nil }
        emitter.document(value)
        return emitter.finish().map { String($0.trimmingPrefix(/---\s+/)) }
    }
}

/// Emits plain trees through libyaml, which knows when a scalar needs quotes.
private final class YAMLEmitter {
    private let emitter: UnsafeMutablePointer<yaml_emitter_t>
    private let output = Output()
    private var failed = false

    private final class Output { var bytes: [UInt8] = [] }

    init?() {
        emitter = .allocate(capacity: 1)
        guard yaml_emitter_initialize(emitter) == 1 else {
            emitter.deallocate()
            return nil
        }
        yaml_emitter_set_unicode(emitter, 1)
        yaml_emitter_set_width(emitter, -1)
        yaml_emitter_set_output(
            emitter,
            { target, buffer, size in
                guard let target, let buffer else { return 0 }
                Unmanaged<Output>.fromOpaque(target).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: buffer, count: size))
                return 1
            }, Unmanaged.passUnretained(output).toOpaque())
        emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    }

    deinit {
        yaml_emitter_delete(emitter)
        emitter.deallocate()
    }

    func document(_ root: PlainNode) {
        emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 0) }
        node(root)
        emit { yaml_document_end_event_initialize(&$0, 1) }
    }

    func finish() -> String? {
        emit { yaml_stream_end_event_initialize(&$0) }
        return failed ? nil : String(decoding: output.bytes, as: UTF8.self)
    }

    private func node(_ node: PlainNode) {
        switch node.content {
        case .scalar(let text): scalar(text)
        case .list(let members):
            emit { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
            for member in members { self.node(member) }
            emit { yaml_sequence_end_event_initialize(&$0) }
        case .map(let pairs):
            emit { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
            for pair in pairs {
                scalar(pair.key)
                self.node(pair.value)
            }
            emit { yaml_mapping_end_event_initialize(&$0) }
        }
    }

    private func scalar(_ text: String) {
        let style = text.contains("\n") ? YAML_LITERAL_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE
        var bytes = Array(text.utf8)
        let count = Int32(bytes.count)
        bytes.withUnsafeMutableBufferPointer { buffer in
            let start = buffer.baseAddress
            emit { yaml_scalar_event_initialize(&$0, nil, nil, start, count, 1, 1, style) }
        }
    }

    private func emit(_ initialise: (inout yaml_event_t) -> Int32) {
        var event = yaml_event_t()
        guard !failed, initialise(&event) == 1, yaml_emitter_emit(emitter, &event) == 1 else {
            failed = true
            return
        }
    }
}
