/// The bytes of a text, without its byte order mark, and its lines as libyaml counts them.
public struct YAMLText: Sendable {
    public let bytes: ArraySlice<UInt8>

    public init(_ bytes: [UInt8]) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
    }

    /// Every line without its break. Line feed, carriage return, both, and Unicode's NEL, LS and PS end a line (YAML 1.1 §4.2).
    public var lines: [Substring] {
        String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { Self.lineBreaks.contains($0) }
    }

    /// As characters: `\r\n` is one.
    private static let lineBreaks: Set<Character> = ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"]

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
        let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
        let lines = before.split(omittingEmptySubsequences: false) { Self.lineBreaks.contains($0) }
        return YAMLMark(source: source, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }
}
