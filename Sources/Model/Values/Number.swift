/// A JSON number, kept exactly: no precision is lost and equal numbers are equal whatever their spelling (`1`, `1.0` and `1e0`).
///
/// The grammar is RFC 8259 §6. The value is `digits × 10^exponent`, with `digits` free of leading and trailing zeros.
public struct Number: Hashable, Sendable {
    private var isNegative: Bool
    private var digits: String
    private var exponent: Int

    public init(_ value: Int) {
        self.init(sign: value < 0, digits: String(value.magnitude), exponent: 0)
    }

    /// Reads a number by JSON's grammar; `nil` where the text is none, or where its exponent passes ±9,999.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative { rest.removeFirst() }
        let whole = rest.prefix { $0.isDecimalDigit }
        guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return nil }
        rest.removeFirst(whole.count)
        var fraction: Substring = ""
        if rest.first == "." {
            rest.removeFirst()
            fraction = rest.prefix { $0.isDecimalDigit }
            guard !fraction.isEmpty else { return nil }
            rest.removeFirst(fraction.count)
        }
        var exponent = 0
        if let mark = rest.first, mark == "e" || mark == "E" {
            rest.removeFirst()
            guard let last = rest.last, last.isDecimalDigit, let value = Int(rest), abs(value) <= 9_999 else { return nil }
            exponent = value
            rest = ""
        }
        guard rest.isEmpty else { return nil }
        self.init(sign: negative, digits: String(whole + fraction), exponent: exponent - fraction.count)
    }

    private init(sign: Bool, digits: String, exponent: Int) {
        let significant = digits.drop { $0 == "0" }
        let trimmed = significant.reversed().drop { $0 == "0" }.reversed()
        self.isNegative = sign && !trimmed.isEmpty
        self.digits = trimmed.isEmpty ? "0" : String(trimmed)
        self.exponent = trimmed.isEmpty ? 0 : exponent + (significant.count - trimmed.count)
    }

    /// The number where it is whole and fits; `nil` otherwise.
    public var integer: Int? { exponent >= 0 && exponent < 20 ? Int(description) : nil }

    public var double: Double { Double(description) ?? .nan }
}

extension Number: CustomStringConvertible {
    /// The canonical JSON spelling: plain digits up to 21 places, scientific beyond, as ECMAScript writes them.
    public var description: String {
        let sign = isNegative ? "-" : ""
        let point = digits.count + exponent
        if exponent >= 0 && point <= 21 { return sign + digits + String(repeating: "0", count: exponent) }
        if point > 0 && point <= 21 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
        if point <= 0 && point > -6 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        let mantissa = digits.count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
        return "\(sign)\(mantissa)e\(point > 0 ? "+" : "")\(point - 1)"
    }
}

extension Number: Comparable {
    public static func < (left: Number, right: Number) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let (small, large) = left.isNegative ? (right, left) : (left, right)
        return small.magnitudeIsLess(than: large)
    }

    private func magnitudeIsLess(than other: Number) -> Bool {
        if digits == "0" || other.digits == "0" { return digits == "0" && other.digits != "0" }
        let (place, otherPlace) = (digits.count + exponent, other.digits.count + other.exponent)
        return place == otherPlace ? digits < other.digits : place < otherPlace
    }
}

extension Character {
    fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
