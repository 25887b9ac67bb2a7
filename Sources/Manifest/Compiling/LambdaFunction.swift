/// A function as an ARN names it, `function:NAME` or `function:NAME:QUALIFIER` (Lambda developer guide, "Lambda function ARNs").
struct LambdaFunction {
    /// Without a qualifier.
    var arn: String
    /// A version or an alias.
    var qualifier: String?
    var account: String

    init?(_ text: String) {
        guard let arn = ARN(text), arn.service == "lambda" else { return nil }
        let parts = arn.resource.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), parts[0] == "function", parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        qualifier = parts.count == 3 ? parts[2] : nil
        self.arn = qualifier.map { String(text.dropLast($0.count + 1)) } ?? text
        account = arn.account
    }
}
