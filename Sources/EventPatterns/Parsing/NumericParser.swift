/// Reads the operand of `numeric`: `["=", n]`, or one or two bounds, the lower before the upper.
enum NumericParser {
    /// "It is limited to values between -5.0e9 and +5.0e9 inclusive" (AWS's page on comparison operators, numeric matching).
    private static let limit = 5e9

    static func comparison(_ operand: JSONNode) throws(ParseFailure) -> Comparison {
        guard case .array(let terms, let end) = operand.content else {
            throw ParseFailure(reason: "Value of numeric must be an array.", offset: operand.offset)
        }
        var rest = Terms(terms: terms[...], end: end)
        let first = rest.next()
        guard case .scalar(.string(let operation)) = first.node?.content else {
            throw ParseFailure(reason: "Invalid member in numeric match: \(first.shown)", offset: first.offset)
        }
        switch operation {
        case "=":
            let number = try number(rest.next(), of: "equals")
            try rest.expectEnd("Too many elements in numeric expression")
            return .equals(.number(JSONNumber(number)))
        case "<", "<=":
            let upper = NumericRange.Bound(value: try number(rest.next(), of: operation), isIncluded: operation == "<=")
            try rest.expectEnd("Too many elements in numeric expression")
            return .numeric(NumericRange(lower: nil, upper: upper))
        case ">", ">=":
            let lower = NumericRange.Bound(value: try number(rest.next(), of: operation), isIncluded: operation == ">=")
            guard let upper = try upper(&rest) else { return .numeric(NumericRange(lower: lower, upper: nil)) }
            guard lower.value < upper.value else { throw ParseFailure(reason: "Bottom must be less than top", offset: operand.offset) }
            return .numeric(NumericRange(lower: lower, upper: upper))
        default:
            throw ParseFailure(reason: "Unrecognized numeric range operator: \(operation)", offset: first.offset)
        }
    }

    private static func upper(_ rest: inout Terms) throws(ParseFailure) -> NumericRange.Bound? {
        let term = rest.next()
        guard let node = term.node else { return nil }
        guard case .scalar(.string(let operation)) = node.content else {
            throw ParseFailure(reason: "Bad value in numeric range: \(term.shown)", offset: term.offset)
        }
        guard operation == "<" || operation == "<=" else {
            throw ParseFailure(reason: "Bad numeric range operator: \(operation)", offset: term.offset)
        }
        let upper = NumericRange.Bound(value: try number(rest.next(), of: operation), isIncluded: operation == "<=")
        try rest.expectEnd("Too many terms in numeric range expression")
        return upper
    }

    private static func number(_ term: Term, of operation: UTF8String) throws(ParseFailure) -> Double {
        guard case .scalar(.number(let number)) = term.node?.content else {
            throw ParseFailure(reason: "Value of \(operation) must be numeric", offset: term.offset)
        }
        guard let value = number.comparable else {
            throw ParseFailure(reason: "Cannot compare number : \(number.text)", offset: term.offset)
        }
        guard abs(value) <= limit else {
            throw ParseFailure(reason: "Value must be between -5.0E9 and 5.0E9, inclusive", offset: term.offset)
        }
        return value
    }
}

/// The terms of a numeric expression one by one, the end of the array being the last.
private struct Terms {
    var terms: ArraySlice<JSONNode>
    var end: Int

    mutating func next() -> Term {
        terms.popFirst().map { Term(node: $0, offset: $0.offset) } ?? Term(node: nil, offset: end)
    }

    mutating func expectEnd(_ reason: String) throws(ParseFailure) {
        let term = next()
        guard term.node == nil else { throw ParseFailure(reason: reason, offset: term.offset) }
    }
}

private struct Term {
    var node: JSONNode?
    var offset: Int

    /// As event-ruler shows a token.
    var shown: String {
        switch node?.content {
        case nil: "]"
        case .object: "{"
        case .array: "["
        case .scalar(.string(let text)): text.description
        case .scalar(.number(let number)): number.text.description
        case .scalar(.bool(let value)): "\(value)"
        case .scalar(.null): "null"
        }
    }
}
