import Model

/// The function and version or alias that a call is about. Each of these has a policy of its own.
struct FunctionReference {
    let name: String
    let qualifier: String?

    /// Reads `FunctionName` (a name, a partial or a whole ARN, each perhaps with a qualifier) and `Qualifier`.
    ///
    /// - Throws: `ResourceNotFoundException` where there is no such function or qualifier, `InvalidParameterValueException` where the two disagree.
    init(_ call: AWSCall, in state: AWSState) throws(AWSError) {
        let (name, inName) = Self.parts(call.required("FunctionName"))
        let qualifier = call.string("Qualifier") ?? inName
        guard inName == nil || qualifier == inName else {
            throw AWSError(
                code: "InvalidParameterValueException",
                message: "The derived qualifier from the function name does not match the specified qualifier.")
        }
        guard let function = state.functions[name] else {
            throw .notFound("Function not found: \(ARN.function(name, qualifier: qualifier))", status: 404)
        }
        if let qualifier, qualifier != "$LATEST", !function.qualifiers.contains(qualifier) {
            throw .notFound("Cannot find alias arn: \(ARN.function(name, qualifier: qualifier))", status: 404)
        }
        self.name = name
        self.qualifier = qualifier
    }

    var arn: String { ARN.function(name, qualifier: qualifier) }

    /// Where the state keeps the policy.
    var key: String { qualifier ?? "" }

    private static func parts(_ text: String) -> (name: String, qualifier: String?) {
        let tail = text.firstRange(of: "function:").map { text[$0.upperBound...] } ?? text[...]
        let parts = tail.split(separator: ":", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
    }
}
