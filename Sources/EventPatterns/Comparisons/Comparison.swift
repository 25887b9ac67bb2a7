/// One condition on the value of a field; a field's comparisons are alternatives.
///
/// Source: AWS's "Comparison operators for use in event patterns"
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html), event-ruler's `Patterns`.
public enum Comparison: Hashable, Sendable {
    /// A value as it is: a plain string, number, `true`, `false` or `null`; `exactly`; `numeric` with `=`.
    case equals(JSONScalar)
    /// A plain string that reads as an IP address, which event-ruler compares as the address, not as the text.
    case address(IPAddress)
    case prefix(UTF8String)
    case prefixIgnoringCase(CaseInsensitiveText)
    case suffix(UTF8String)
    case suffixIgnoringCase(CaseInsensitiveText)
    case equalsIgnoringCase(CaseInsensitiveText)
    case wildcard(Wildcard)
    case numeric(NumericRange)
    case cidr(CIDRBlock)
    /// Any value, be it `null`, or none at all. An object or an empty array is no value.
    case exists(Bool)
    case anythingBut(Exclusion)
}

extension Comparison {
    /// Whether a value satisfies the comparison. A value never satisfies `exists: false`: that is the absence of all values.
    func matches(_ value: JSONScalar) -> Bool {
        switch (self, value) {
        case (.equals(let wanted), _): wanted == value
        case (.exists(let wanted), _): wanted
        case (.anythingBut(let exclusion), _): !exclusion.contains(value)
        case (.numeric(let range), .number(let number)): range.contains(number)
        case (.address(let address), .string(let text)): IPAddress(text) == address
        case (.cidr(let block), .string(let text)): IPAddress(text).map(block.contains) ?? false
        case (.prefix(let prefix), .string(let text)): text.bytes.starts(with: prefix.bytes)
        case (.suffix(let suffix), .string(let text)): text.bytes.reversed().starts(with: suffix.bytes.reversed())
        case (.prefixIgnoringCase(let prefix), .string(let text)): prefix.isPrefix(of: text)
        case (.suffixIgnoringCase(let suffix), .string(let text)): suffix.isSuffix(of: text)
        case (.equalsIgnoringCase(let wanted), .string(let text)): wanted.equals(text)
        case (.wildcard(let wildcard), .string(let text)): wildcard.matches(text)
        default: false
        }
    }
}
