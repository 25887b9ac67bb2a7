/// A JSON number as it is written, and its value where event-ruler can compare it.
///
/// event-ruler compares numbers as binary64, and only those that binary64 holds exactly in their shortest decimal form
/// (`ComparableNumber`); other numbers, such as those of more than 17 digits, equal only themselves as they are written.
public struct JSONNumber: Sendable {
    public let text: UTF8String
    /// Never NaN, infinite or -0.
    public let comparable: Double?

    /// - Parameter text: a number by the grammar of RFC 8259, which the caller has made sure of.
    init(validated text: UTF8String) {
        self.text = text
        comparable = Self.comparable(text)
    }

    init(_ value: Double) {
        comparable = value
        if let integer = Int64(exactly: value), integer.magnitude < 1 << 53 {
            text = UTF8String(String(integer))
        } else {
            text = UTF8String("\(value)")
        }
    }

    private static func comparable(_ text: UTF8String) -> Double? {
        guard let value = Double(text.description), value.isFinite else { return nil }
        guard Decimal(text.bytes) == Decimal(Array("\(value)".utf8)) else { return nil }
        return value == 0 ? 0 : value
    }
}

extension JSONNumber: Hashable {
    /// Equal as event-ruler takes numbers for equal: by value where both can be compared, otherwise as they are written.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        switch (left.comparable, right.comparable) {
        case (let left?, let right?): left == right
        case (nil, nil): left.text == right.text
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        if let comparable { hasher.combine(comparable) } else { hasher.combine(text) }
    }
}

/// An exact decimal: digits × 10^exponent, with neither leading nor trailing zeros in the digits.
private struct Decimal: Equatable {
    private var isNegative = false
    private var digits: [UInt8] = []
    private var exponent = 0

    init(_ text: [UInt8]) {
        var rest = text[...]
        if rest.first == UInt8(ascii: "-") {
            isNegative = true
            rest.removeFirst()
        }
        let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        let power = rest.dropFirst(mantissa.count + 1)
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        let fraction = mantissa.dropFirst(whole.count + 1)

        digits = Array(whole + fraction)
        // A power out of Int's range is never that of a finite binary64 other than zero.
        exponent = power.isEmpty ? 0 : Int(String(decoding: power, as: UTF8.self)) ?? Int.max / 2
        exponent = exponent.subtractingReportingOverflow(fraction.count).partialValue

        let trailing = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeLast(trailing)
        exponent = exponent.addingReportingOverflow(trailing).partialValue
        digits.removeFirst(digits.prefix { $0 == UInt8(ascii: "0") }.count)
        if digits.isEmpty {
            isNegative = false
            exponent = 0
        }
    }
}
