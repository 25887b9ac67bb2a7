/// A JSON text being written, compact and with nothing escaped that needs no escape.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    var utf8: UTF8String { UTF8String(validated: bytes) }

    mutating func raw(_ text: UTF8String) {
        bytes += text.bytes
    }

    mutating func append(_ text: UTF8String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20: bytes += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func append(_ value: JSONScalar) {
        switch value {
        case .string(let text): append(text)
        case .number(let number): raw(number.text)
        case .bool(true): raw("true")
        case .bool(false): raw("false")
        case .null: raw("null")
        }
    }

    /// An array of what `write` writes for each element.
    mutating func array<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
        raw("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { raw(",") }
            write(&self, element)
        }
        raw("]")
    }

    /// An object of what `write` writes for each value.
    mutating func object<Value>(_ members: [(key: UTF8String, value: Value)], _ write: (inout JSONText, Value) -> Void) {
        raw("{")
        for (index, member) in members.enumerated() {
            if index > 0 { raw(",") }
            append(member.key)
            raw(":")
            write(&self, member.value)
        }
        raw("}")
    }
}
