/// The bytes of a text, without its byte order mark, and its lines as libyaml counts them.
public struct YAMLText: Sendable {
    public let bytes: ArraySlice<UInt8>

    public init(_ bytes: [UInt8]) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
    }

    private init(prefix: ArraySlice<UInt8>) { bytes = prefix }

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
        let before = YAMLText(prefix: bytes.prefix(offset))
        let lines = before.lines
        let column = lines.last.map { before.text($0).unicodeScalars.count } ?? 0
        return YAMLMark(source: source, line: lines.count, column: column + 1)
    }
}
