/// What a plain scalar means by YAML's core schema (YAML 1.2.2 §10.3.2).
public enum CoreValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// An integer or a float, in JSON's grammar (RFC 8259 §6).
    case number(String)
    /// A number that JSON can't write: infinity, not-a-number, or a hexadecimal or octal one beyond 64 bits.
    case unwritableNumber
    case text

    public init(plain text: String) {
        // Most plain scalars are words, as their first byte tells.
        guard let first = text.utf8.first else {
            self = .null
            return
        }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
            UInt8(ascii: "F"):
            self = Self.read(word: text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): self = Self.read(number: text)
        default: self = .text
        }
    }

    private static func read(word: String) -> CoreValue {
        switch word {
        case "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        default: .text
        }
    }

    private static func read(number text: String) -> CoreValue {
        if [".nan", ".NaN", ".NAN"].contains(text) { return .unwritableNumber }
        if text.hasPrefix("0x") { return prefixed(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return prefixed(text.dropFirst(2), radix: 8) }
        var rest = Substring(text)
        var sign = ""
        if rest.first == "-" || rest.first == "+" { sign = rest.removeFirst() == "-" ? "-" : "" }
        if [".inf", ".Inf", ".INF"].contains(rest) { return .unwritableNumber }

        let whole = rest.prefix(while: \.isDecimalDigit)
        rest.removeFirst(whole.count)
        var fraction: Substring = ""
        if rest.first == "." {
            rest.removeFirst()
            fraction = rest.prefix(while: \.isDecimalDigit)
            rest.removeFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return .text }
        var exponent: Substring = ""
        if rest.first == "e" || rest.first == "E" {
            exponent = rest
            let digits = rest.dropFirst().drop { $0 == "+" || $0 == "-" }
            guard !digits.isEmpty, digits.allSatisfy(\.isDecimalDigit), rest.count - digits.count <= 2 else { return .text }
            rest = ""
        }
        guard rest.isEmpty else { return .text }

        let significant = whole.drop { $0 == "0" }
        let point = fraction.isEmpty ? "" : "." + fraction
        return .number(sign + (significant.isEmpty ? "0" : significant) + point + exponent)
    }

    private static func prefixed(_ digits: Substring, radix: Int) -> CoreValue {
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.hexDigitValue ?? 16) < radix }) else { return .text }
        return UInt64(digits, radix: radix).map { .number(String($0)) } ?? .unwritableNumber
    }
}

extension Character {
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
