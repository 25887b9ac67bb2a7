/// Why a text is no JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    /// From the first byte, which is 0.
    public var offset: Int

    public var description: String { "\(message) at byte \(offset)" }
}

extension Value {
    /// Reads one JSON text (RFC 8259): numbers exactly, the last of a repeated key, at most 512 levels deep.
    ///
    /// - Throws: `JSONError` where the text is malformed or goes on after its value.
    public init(json text: String) throws(JSONError) {
        try self.init(json: Array(text.utf8))
    }

    public init(json bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.document()
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> Value {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw error("unexpected text after the value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> Value {
        guard depth < 512 else { throw error("more than 512 levels") }
        skipSpace()
        guard let byte = peek else { throw error("unexpected end") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> Value {
        index += 1
        var members: [String: Value] = [:]
        if take("}") { return .map(members) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
            let key = try string()
            guard take(":") else { throw error("expected ':'") }
            members[key] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw error("expected ',' or '}'") }
        return .map(members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> Value {
        index += 1
        var items: [Value] = []
        if take("]") { return .list(items) }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw error("expected ',' or ']'") }
        return .list(items)
    }

    private mutating func word(_ word: String, _ value: Value) throws(JSONError) -> Value {
        guard bytes[index...].starts(with: word.utf8) else { throw error("unexpected character") }
        index += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONError) -> Value {
        let start = index
        while let byte = peek, Self.numberBytes.contains(byte) { index += 1 }
        guard let number = Number(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            index = start
            throw error(start == bytes.count ? "unexpected end" : "expected a value")
        }
        return .number(number)
    }

    private static let numberBytes = Set("0123456789+-.eE".utf8)

    private mutating func string() throws(JSONError) -> String {
        let opening = index
        index += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    index = opening
                    throw error("a string that is not UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                index += 1
                try escape(into: &text)
            case 0..<0x20:
                throw error("a control character in a string")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw error("unexpected end in a string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard let byte = peek else { throw error("unexpected end in a string") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try unicodeEscape())).utf8)
        default: throw error("an unknown escape")
        }
    }

    /// A lone surrogate is no character: it is read as U+FFFD, as `JSON.parse` followed by UTF-8 encoding would.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let high = try hex4()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, bytes[index...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        let afterHigh = index
        index += 2
        let low = try hex4()
        guard (0xDC00..<0xE000).contains(low) else {
            index = afterHigh
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hex4() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("expected four hexadecimal digits")
            }
            value = value << 4 + UInt32(digit)
            index += 1
        }
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard peek == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private func error(_ message: String) -> JSONError { JSONError(message: message, offset: index) }
}
