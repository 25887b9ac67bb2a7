/// The bytes of a text, without its byte order mark, and its lines as libyaml counts them.
public struct YAMLText: Sendable {
    public let bytes: ArraySlice<UInt8>
    /// The number of its first line: 1, except of a piece of a text.
    let firstLine: Int

    public init(_ bytes: [UInt8]) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.init(bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...], firstLine: 1)
    }

    private init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
        self.bytes = bytes
        self.firstLine = firstLine
    }

    /// Where every line begins and ends, without its break. Line feed, carriage return, both, and Unicode's NEL, LS and PS end a line (YAML 1.1 §4.2).
    public var lines: [Range<Int>] { lines(upTo: .max) }

    /// The first of these lines.
    public func lines(upTo count: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex, lines.count < count {
            let length = breakLength(at: index)
            if length > 0 {
                lines.append(start..<index)
                start = index + length
            }
            index += max(1, length)
        }
        return lines.count < count ? lines + [start..<bytes.endIndex] : lines
    }

    public func text(_ line: Range<Int>) -> String { String(decoding: bytes[line], as: UTF8.self) }

    /// The bytes of the line break at a place; 0 where there is none.
    private func breakLength(at index: Int) -> Int {
        func next(_ distance: Int) -> UInt8 { index + distance < bytes.endIndex ? bytes[index + distance] : 0 }
        return switch bytes[index] {
        case 0x0A: 1
        case 0x0D: next(1) == 0x0A ? 2 : 1
        case 0xC2: next(1) == 0x85 ? 2 : 0
        case 0xE2: next(1) == 0x80 && (0xA8...0xA9).contains(next(2)) ? 3 : 0
        default: 0
        }
    }

    /// From 0; `nil` where the text is UTF-8.
    var firstInvalidByte: Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }

    /// The place of a byte, counted from 0; everything before it is UTF-8.
    func mark(at offset: Int, source: Int) -> YAMLMark {
        let before = YAMLText(bytes.prefix(offset), firstLine: firstLine)
        let lines = before.lines
        let column = lines.last.map { before.text($0).unicodeScalars.count } ?? 0
        return YAMLMark(source: source, line: firstLine + lines.count - 1, column: column + 1)
    }

    /// The text cut where documents begin (`---`, which nothing but a document's beginning may have at the start of a line: YAML 1.2.2 §9.1.2), into pieces
    /// of at least so many bytes.
    func pieces(ofAtLeast size: Int) -> [YAMLText] {
        guard bytes.count / 2 >= size else { return [self] }
        var pieces: [YAMLText] = []
        var (start, startLine) = (bytes.startIndex, firstLine)
        var (index, line) = (start, startLine)
        while index < bytes.endIndex {
            let length = breakLength(at: index)
            index += max(1, length)
            guard length > 0 else { continue }
            line += 1
            guard index - start >= size, bytes.endIndex - index >= size, beginsDocument(at: index) else { continue }
            pieces.append(YAMLText(bytes[start..<index], firstLine: startLine))
            (start, startLine) = (index, line)
        }
        return pieces + [YAMLText(bytes[start...], firstLine: startLine)]
    }

    private func beginsDocument(at index: Int) -> Bool {
        let rest = bytes[index...]
        return rest.starts(with: "---".utf8) && rest.dropFirst(3).first.map { " \t\r\n".utf8.contains($0) } ?? true
    }
}
