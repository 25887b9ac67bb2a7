import Model

/// A field of a request and its constraints, as botocore's service models have them.
struct Field: Sendable {
    private enum Shape: Sendable {
        case string(ClosedRange<Int>, Pattern?)
        case integer(ClosedRange<Int>)
        case list(ClosedRange<Int>)
        case choice([String])
    }

    private let name: String
    private let shape: Shape
    private let isRequired: Bool

    static func string(_ name: String, _ length: ClosedRange<Int>, _ pattern: Pattern? = nil, required: Bool = false) -> Field {
        Field(name: name, shape: .string(length, pattern), isRequired: required)
    }

    static func integer(_ name: String, _ range: ClosedRange<Int>) -> Field {
        Field(name: name, shape: .integer(range), isRequired: false)
    }

    static func list(_ name: String, _ count: ClosedRange<Int>, required: Bool = false) -> Field {
        Field(name: name, shape: .list(count), isRequired: required)
    }

    static func choice(_ name: String, _ choices: [String]) -> Field {
        Field(name: name, shape: .choice(choices), isRequired: false)
    }

    /// Refuses an input that breaks constraints, with all of them in one message, as AWS does.
    static func check(_ fields: [Field], _ input: [String: Value]) throws(AWSError) {
        try refuse(fields.flatMap { $0.violations(in: input) })
    }

    static func refuse(_ violations: [String]) throws(AWSError) {
        guard !violations.isEmpty else { return }
        let errors = violations.count == 1 ? "error" : "errors"
        throw .validation("\(violations.count) validation \(errors) detected: \(violations.joined(separator: "; "))")
    }

    /// - Parameter prefix: where the input stands in the request, such as `targets.1.member.`.
    func violations(in input: [String: Value], prefix: String = "") -> [String] {
        let member = prefix + name.prefix(1).lowercased() + name.dropFirst()
        guard let value = input[name], value != .null else {
            return isRequired ? ["Value null at '\(member)' failed to satisfy constraint: Member must not be null"] : []
        }
        let shown = value.string ?? value.json
        return broken(by: value).map { "Value '\(shown)' at '\(member)' failed to satisfy constraint: Member must \($0)" }
    }

    private func broken(by value: Value) -> [String] {
        switch shape {
        case .string(let length, let pattern):
            guard let text = value.string else { return ["be a string"] }
            let outside = Self.outside(length, text.count, "length")
            guard let pattern, !pattern.matches(text) else { return outside }
            return outside + ["satisfy regular expression pattern: \(pattern.text)"]
        case .integer(let range):
            guard let integer = value.integer else { return ["be an integer"] }
            return Self.outside(range, integer, "value")
        case .list(let count):
            guard let list = value.list else { return ["be a list"] }
            return Self.outside(count, list.count, "length")
        case .choice(let choices):
            guard choices.contains(value.string ?? "") else { return ["satisfy enum value set: [\(choices.joined(separator: ", "))]"] }
            return []
        }
    }

    private static func outside(_ range: ClosedRange<Int>, _ measure: Int, _ what: String) -> [String] {
        if measure < range.lowerBound { return ["have \(what) greater than or equal to \(range.lowerBound)"] }
        if measure > range.upperBound { return ["have \(what) less than or equal to \(range.upperBound)"] }
        return []
    }
}

/// A regular expression of a service model, with what decides it.
struct Pattern: Sendable {
    let text: String
    let matches: @Sendable (String) -> Bool

    /// Of rules and targets.
    static let name = Pattern(text: #"[\.\-_A-Za-z0-9]+"#) { isWord($0, ".-_") }
    /// Of a bus: partner buses have slashes.
    static let busName = Pattern(text: #"[/\.\-_A-Za-z0-9]+"#) { isWord($0, "/.-_") }
    static let statementID = Pattern(text: "([a-zA-Z0-9-_]+)") { isWord($0, "-_") }
    static let lambdaAction = Pattern(text: "(lambda:[*]|lambda:[a-zA-Z]+|[*])") { action in
        action == "*" || action == "lambda:*" || (action.hasPrefix("lambda:") && isWord(action.dropFirst(7), ""))
    }
    static let sourceName = Pattern(text: #"aws\.partner(/[\.\-_A-Za-z0-9]+){2,}"#) { name in
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count >= 3 && parts[0] == "aws.partner" && parts.dropFirst().allSatisfy { isWord($0, ".-_") }
    }

    /// Whether a text is made of ASCII letters, digits and these, one or more.
    private static func isWord(_ text: some StringProtocol, _ others: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || others.contains($0) }
    }
}
