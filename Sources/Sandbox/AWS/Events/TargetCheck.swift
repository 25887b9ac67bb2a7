import Model

/// What EventBridge asks of a target.
enum TargetCheck {
    private static let fields: [Field] = [
        .string("Id", 1...64, .name, required: true), .string("Arn", 1...1_600, required: true),
        .string("RoleArn", 1...1_600), .string("Input", 0...8_192), .string("InputPath", 0...256),
    ]
    private static let transformer: [Field] = [.string("InputTemplate", 1...8_192, required: true)]
    private static let retry: [Field] = [
        .integer("MaximumRetryAttempts", 0...185), .integer("MaximumEventAgeInSeconds", 60...86_400),
    ]

    /// The constraints of the service's model (botocore, shape `Target`): they fail the call, all in one message.
    static func constraints(_ entries: [[String: Value]]) throws(AWSError) {
        var violations: [String] = []
        for (index, entry) in entries.enumerated() {
            let place = "targets.\(index + 1).member."
            violations += fields.flatMap { $0.violations(in: entry, prefix: place) }
            for (name, fields) in [("InputTransformer", transformer), ("RetryPolicy", retry)] {
                guard let members = entry[name]?.map else { continue }
                let inner = place + name.prefix(1).lowercased() + name.dropFirst() + "."
                violations += fields.flatMap { $0.violations(in: members, prefix: inner) }
            }
        }
        try Field.refuse(violations)
    }

    /// Why this entry alone is not taken; `nil` where it is.
    static func problem(_ entry: [String: Value]) -> String? {
        let id = entry["Id"]?.string ?? ""
        let arn = entry["Arn"]?.string ?? ""
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty else {
            return "Parameter \(arn) is not valid. Reason: Provided Arn is not in correct format."
        }
        if ["Input", "InputPath", "InputTransformer"].filter({ entry[$0] != nil }).count > 1 {
            return "Only one of Input, InputPath, or InputTransformer must be provided for target \(id)."
        }
        if let input = entry["Input"]?.string, (try? Value(json: input)) == nil {
            return "JSON syntax error in input for target \(id)."
        }
        if parts[2] == "sqs", arn.hasSuffix(".fifo"), entry["SqsParameters"]?["MessageGroupId"] == nil {
            return "Parameter(s) SqsParameters must be specified for target: \(id)."
        }
        if needsRole(service: parts[2], account: parts[4]), entry["RoleArn"] == nil {
            return "RoleArn is required for target \(arn)."
        }
        return nil
    }

    /// Targets that are reached by a role rather than by a policy of their own, and any target in another account
    /// (EventBridge User Guide, "Using identity-based policies").
    private static func needsRole(service: Substring, account: Substring) -> Bool {
        ["states", "kinesis", "firehose", "ecs", "batch", "codebuild", "codepipeline"].contains(service)
            || (account != SandboxIdentity.accountID && ["events", "lambda", "sqs", "sns"].contains(service))
    }
}
