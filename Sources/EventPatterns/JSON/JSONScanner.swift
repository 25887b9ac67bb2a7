/// Reads the tokens of one JSON text (RFC 8259) strictly: no comments, no trailing commas, no lone surrogates, no ill-formed UTF-8.
struct JSONScanner {
    /// event-ruler's JSON library allows 1000; the stack of a small thread must hold them too.
    static let maximumDepth = 512

    let bytes: [UInt8]
    private(set) var index: Int

    init(_ bytes: [UInt8], from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next byte that isn't white space, without taking it.
    mutating func peek() -> UInt8? {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
            default: return bytes[index]
            }
        }
        return nil
    }

    mutating func take() {
        index += 1
    }

    mutating func expect(_ byte: UInt8, _ what: String) throws(ParseFailure) {
        guard peek() == byte else { throw unexpected(what) }
        index += 1
    }

    mutating func expectEnd() throws(ParseFailure) {
        guard peek() == nil else { throw unexpected("the end of the text") }
    }

    /// A string, number, `true`, `false` or `null`.
    mutating func scalar() throws(ParseFailure) -> JSONScalar {
        switch peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return .bool(try word("true", true))
        case UInt8(ascii: "f"): return .bool(try word("false", false))
        case UInt8(ascii: "n"):
            try word("null", ())
            return .null
        case let byte? where byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
            return .number(try number())
        default: throw unexpected("a value")
        }
    }

    func unexpected(_ wanted: String) -> ParseFailure {
        guard index < bytes.count else { return ParseFailure(reason: "Unexpected end of the JSON text, expected \(wanted)", offset: index) }
        let byte = bytes[index]
        let found =
            (0x21...0x7E).contains(byte) ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16, uppercase: true))"
        return ParseFailure(reason: "Unexpected \(found) in the JSON text, expected \(wanted)", offset: index)
    }

    private mutating func word<Value>(_ text: StaticString, _ value: Value) throws(ParseFailure) -> Value {
        for byte in text.description.utf8 {
            guard index < bytes.count, bytes[index] == byte else { throw unexpected("'\(text)'") }
            index += 1
        }
        return value
    }
}

// Numbers.
extension JSONScanner {
    private mutating func number() throws(ParseFailure) -> JSONNumber {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
            index += 1
            guard digits() == 0 else { throw ParseFailure(reason: "A number can't have leading zeros", offset: start) }
        } else {
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        return JSONNumber(validated: UTF8String(validated: Array(bytes[start..<index])))
    }

    private mutating func digits() -> Int {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index - start
    }
}

// Strings.
extension JSONScanner {
    /// A string at the quote that `peek` shows.
    mutating func string() throws(ParseFailure) -> UTF8String {
        try expect(UInt8(ascii: "\""), "a string")
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return UTF8String(validated: text)
            case UInt8(ascii: "\\"):
                try escape(into: &text)
            case 0..<0x20:
                throw unexpected("an escaped control character")
            case 0x20..<0x80:
                let start = index
                while index < bytes.count, bytes[index].isPlain { index += 1 }
                text += bytes[start..<index]
            default:
                let length = wellFormedLength(at: index)
                guard length > 0 else { throw ParseFailure(reason: "The text is not well-formed UTF-8", offset: index) }
                text += bytes[index..<index + length]
                index += length
            }
        }
        throw unexpected("'\"'")
    }

    private mutating func escape(into text: inout [UInt8]) throws(ParseFailure) {
        let start = index
        index += 1
        guard index < bytes.count else { throw unexpected("an escape") }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            text += UTF8.encode(try escapedScalar(from: start)).map(Array.init) ?? []
            return
        default: throw unexpected("an escape")
        }
        index += 1
    }

    /// At the `u` of `\uXXXX`.
    private mutating func escapedScalar(from start: Int) throws(ParseFailure) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let loneSurrogate = ParseFailure(reason: "A surrogate stands alone", offset: start)
        guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            throw loneSurrogate
        }
        index += 1
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else { throw loneSurrogate }
        let value = 0x1_0000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00))
        guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate }
        return scalar
    }

    private mutating func hexadecimal() throws(ParseFailure) -> UInt16 {
        index += 1
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Character(UnicodeScalar(bytes[index])).hexDigitValue else {
                throw unexpected("a hexadecimal digit")
            }
            value = value << 4 | UInt16(digit)
            index += 1
        }
        return value
    }

    /// The length of the well-formed sequence of two to four bytes at the offset (Unicode 16, table 3-7), or 0.
    private func wellFormedLength(at offset: Int) -> Int {
        func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            offset + distance < bytes.count && range.contains(bytes[offset + distance])
        }
        switch bytes[offset] {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}

extension UInt8 {
    /// ASCII that stands for itself in a string.
    fileprivate var isPlain: Bool { (0x20..<0x80).contains(self) && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\") }
}
