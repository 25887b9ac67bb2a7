/// A Lambda function in all of AWS, or one version or alias of it: `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`.
struct FunctionARN: Hashable, Sendable, Comparable, CustomStringConvertible {
    let description: String
    /// The ARN without the qualifier.
    let function: String
    let qualifier: String?

    /// `nil` where the text is no ARN of a function.
    init?(_ arn: String) {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard (7...8).contains(parts.count), parts[2] == "lambda", parts[5] == "function", !parts[6].isEmpty else { return nil }
        description = arn
        function = parts[..<7].joined(separator: ":")
        qualifier = parts.count == 8 ? String(parts[7]) : nil
    }

    static func < (left: FunctionARN, right: FunctionARN) -> Bool { left.description < right.description }
}
