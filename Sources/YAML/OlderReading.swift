/// What readers of YAML 1.1 (most that are in use: PyYAML, Ruby's, kubectl's) take a plain scalar for, where it is not what the core schema of
/// 1.2 says. Such a scalar means two things to two people.
public enum OlderReading: String, Hashable, Sendable {
    case boolean = "a boolean"
    case octal = "an octal number"
    case base60 = "a number in base 60"
    case number = "a number"

    /// `nil` where both versions agree (YAML 1.1 types `bool`, `int`, `float`; `y` and `n` alone are left out, since no common reader takes them).
    public init?(plain text: String) {
        if text.utf8.count <= 3, ["yes", "no", "on", "off"].contains(text.lowercased()) {
            self = .boolean
            return
        }
        let signs = text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true ? 1 : 0
        // Ids and ARNs begin with digits too, and there are many.
        guard text.utf8.dropFirst(signs).allSatisfy(\.isInOlderNumbers) else { return nil }
        let unsigned = text.dropFirst(signs)
        guard let first = unsigned.first, first.isDecimalDigit else { return nil }
        if unsigned.count > 1, first == "0", unsigned.dropFirst().allSatisfy(\.isDecimalDigit) {
            self = .octal
        } else if Self.isBase60(unsigned) {
            self = .base60
        } else if Self.isNumberWithUnderscores(unsigned) || Self.isBinary(unsigned) {
            self = .number
        } else {
            return nil
        }
    }

    private static func isBase60(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return false }
        return parts.dropFirst().enumerated().allSatisfy { index, part in
            let whole = index == parts.count - 2 ? part.prefix { $0 != "." } : part
            return (1...2).contains(whole.count) && whole.allSatisfy(\.isDecimalDigit) && (Int(whole) ?? 60) < 60
        } && parts[0].allSatisfy { $0.isDecimalDigit || $0 == "_" }
    }

    private static func isNumberWithUnderscores(_ text: Substring) -> Bool {
        text.contains("_") && text.allSatisfy { $0.isDecimalDigit || $0 == "_" || $0 == "." }
    }

    private static func isBinary(_ text: Substring) -> Bool {
        text.hasPrefix("0b") && text.count > 2 && text.dropFirst(2).allSatisfy { $0 == "0" || $0 == "1" || $0 == "_" }
    }
}

extension UInt8 {
    /// A digit, or what may stand between digits: `_`, `.`, `:`, and the `b` of a binary number.
    fileprivate var isInOlderNumbers: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "b"): true
        default: false
        }
    }
}
