/// What a value may be, as data: decoders say by it what they expect.
indirect enum Schema: Sendable {
    /// Any JSON object.
    case json
    case string(StringFormat)
    case choice([String])
    case boolean
    /// `Int.max` is no bound.
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case list(Schema, count: ClosedRange<Int>)
    case map(keys: StringFormat, values: Schema, limit: Int)
    case object([Property], exclusive: [[String]])
    case either([Schema])

    struct Property: Sendable {
        var name: String
        var documentation: String
        var isRequired: Bool
        var schema: Schema
    }
}

extension Schema {
    /// As an error says it: "must be …".
    var expectation: String {
        switch self {
        case .json, .map, .object: "a mapping"
        case .string(let format): format.expectation
        case .choice(let choices) where choices.count == 1: "`\(choices[0])`"
        case .choice(let choices): "one of " + choices.map { "`\($0)`" }.joined(separator: ", ")
        case .boolean: "`true` or `false`"
        case .integer(let range):
            range.upperBound == .max
                ? "a whole number of at least \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
        case .list: "a list"
        case .either(let schemas): schemas.map(\.expectation).joined(separator: ", or ")
        }
    }
}
