import CLibYAML

/// libyaml's event parser, with its memory owned and its errors typed. The only file that touches C.
final class YAMLEventReader {
    private let text: YAMLText
    private let source: Int
    /// On the heap, since libyaml keeps pointers into it.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    /// The parser reads from here until it is deleted.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var isAtEnd = false

    init(_ text: YAMLText, source: Int) {
        self.text = text
        self.source = source
        input = .allocate(capacity: text.bytes.count)
        _ = input.initialize(from: text.bytes)
        isAtEnd = yaml_parser_initialize(parser) == 0
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// `nil` at the end of the text.
    func next() throws(YAMLError) -> YAMLEvent? {
        while !isAtEnd {
            var raw = yaml_event_t()
            guard yaml_parser_parse(parser, &raw) == 1 else {
                isAtEnd = true
                throw problem()
            }
            defer { yaml_event_delete(&raw) }
            if raw.type == YAML_STREAM_END_EVENT { isAtEnd = true }
            if let event = event(raw) { return event }
        }
        return nil
    }

    private func event(_ raw: yaml_event_t) -> YAMLEvent? {
        let data = raw.data
        let mark = mark(raw.start_mark)
        switch raw.type {
        case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, mark: mark)
        case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, mark: mark)
        case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, anchor: string(data.alias.anchor), mark: mark)
        case YAML_SCALAR_EVENT:
            let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
            let scalar = YAMLScalar(String(decoding: bytes, as: UTF8.self), style: style(data.scalar.style))
            return YAMLEvent(kind: .scalar(scalar), anchor: string(data.scalar.anchor), tag: string(data.scalar.tag), mark: mark)
        case YAML_SEQUENCE_START_EVENT:
            let start = data.sequence_start
            return YAMLEvent(kind: .sequenceStart, anchor: string(start.anchor), tag: string(start.tag), mark: mark)
        case YAML_MAPPING_START_EVENT:
            let start = data.mapping_start
            return YAMLEvent(kind: .mappingStart, anchor: string(start.anchor), tag: string(start.tag), mark: mark)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .collectionEnd, mark: mark)
        default: return nil
        }
    }

    private func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        default: .plain
        }
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? { pointer.map { String(cString: $0) } }

    private func mark(_ mark: yaml_mark_t) -> YAMLMark {
        YAMLMark(source: source, line: text.firstLine + mark.line, column: mark.column + 1)
    }

    /// Of reader errors libyaml sets the byte offset alone, of all others the mark; that of what is missing at the end may lie on a line of its own.
    private func problem() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text can't be read"
        guard parser.pointee.error != YAML_READER_ERROR else {
            let place = text.mark(at: parser.pointee.problem_offset, source: source)
            return YAMLError(.forbiddenCharacter, problem, mark: place)
        }
        let context = parser.pointee.context.map { " " + String(cString: $0) } ?? ""
        let end = text.mark(at: text.bytes.count, source: source)
        return YAMLError(.syntax, problem + context, mark: min(mark(parser.pointee.problem_mark), end))
    }
}
