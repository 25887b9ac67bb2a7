import Model

/// The policies of CloudWatch Logs (CloudWatch Logs API reference: `DescribeResourcePolicies`, `PutResourcePolicy`, `DeleteResourcePolicy`).
enum LogsOperations {
    private static let policiesPerAccount = 10

    static let all = [
        AWSOperation(.logs, "DescribeResourcePolicies", .reads, [.integer("limit", 1...50)]) { state, call throws(AWSError) in
            let page = try Page(
                Dictionary(uniqueKeysWithValues: state.logPolicies.map { ($0.key, described($0.key, $0.value)) }),
                limit: call.integer("limit") ?? 50, token: call.string("nextToken"))
            return .present(["resourcePolicies": .list(page.items), "nextToken": .string(page.nextToken)])
        },
        AWSOperation(.logs, "PutResourcePolicy", .mutates, [.string("policyDocument", 1...51_200, required: true)]) {
            state, call throws(AWSError) in
            let (name, document) = (call.required("policyName"), call.required("policyDocument"))
            guard (try? Value(json: document))?["Statement"]?.list?.isEmpty == false else {
                throw AWSError(code: "InvalidParameterException", message: "The specified policy document is not valid.")
            }
            guard state.logPolicies[name] != nil || state.logPolicies.count < policiesPerAccount else {
                throw AWSError(code: "LimitExceededException", message: "Resource limit exceeded.")
            }
            state.logPolicies[name] = document
            return ["resourcePolicy": described(name, document)]
        },
        AWSOperation(.logs, "DeleteResourcePolicy", .mutates) { state, call throws(AWSError) in
            let name = call.required("policyName")
            guard state.logPolicies.removeValue(forKey: name) != nil else {
                throw .notFound("Policy with name [\(name)] does not exist")
            }
            return .null
        },
    ]

    private static func described(_ name: String, _ document: String) -> Value {
        ["policyName": .string(name), "policyDocument": .string(document), "lastUpdatedTime": 1]
    }
}
