import Model

extension Compiler {
    /// What a target's fields mean together.
    mutating func check(_ target: TargetSpec, settings: [String: Value], id: Located<String>) {
        guard let text = target.arn?.value, let arn = ARN(text) else { return }
        if arn.service == "sqs", arn.resource.hasSuffix(".fifo"), settings["sqsParameters"]?["messageGroupId"] == nil {
            findings.report(
                "missing-key", "`sqsParameters.messageGroupId` is missing in target `\(id.value)`", at: id.place,
                detail: "A FIFO queue takes no message without a group.")
        }
        guard hasStack else { return }
        warnOfNeedlessRole(target)
        if let queue = settings["deadLetterConfig"]?["arn"]?.string { checkDeadLetterQueue(queue, id: id) }
    }

    private mutating func checkDeadLetterQueue(_ text: String, id: Located<String>) {
        guard let queue = ARN(text) else { return }
        let isHere = queue.region == stack.aws.region && queue.account == stack.aws.accountID
        guard queue.service != "sqs" || queue.resource.hasSuffix(".fifo") || !isHere else { return }
        findings.report(
            "dead-letter-queue", "target `\(id.value)` can't use the dead-letter queue `\(text)`", at: id.place,
            detail: "It must be a standard SQS queue in account \(stack.aws.accountID) and region \(stack.aws.region).")
    }

    /// What lets EventBridge in by its own policy is reached by that; with a role delivery may fail (EventBridge user guide, "Using resource-based policies").
    private mutating func warnOfNeedlessRole(_ target: TargetSpec) {
        guard let role = target.roleArn, let holder = target.arn.flatMap({ PolicyHolder($0.value) }), holder.account == stack.aws.accountID
        else { return }
        findings.report(
            "needless-role", "\(holder.service.kindOfTarget) in the same account needs no `roleArn`", at: role.place, severity: .warning,
            detail:
                "EventBridge \(holder.service.handing) by the \(holder.service.noun)'s resource policy, which `permission: perRule` sees to. "
                + "With a role, delivery fails unless the role's trust and permissions are right as well.",
            fix: "Remove `roleArn`.")
    }
}

extension PolicyHolder.Service {
    fileprivate var noun: String {
        switch self {
        case .lambda: "function"
        case .sqs: "queue"
        case .sns: "topic"
        case .logs: "log group"
        }
    }

    fileprivate var kindOfTarget: String {
        switch self {
        case .lambda: "a Lambda target"
        case .sqs: "an SQS target"
        case .sns: "an SNS target"
        case .logs: "a CloudWatch Logs target"
        }
    }

    fileprivate var handing: String {
        switch self {
        case .lambda: "invokes the function"
        case .sqs: "sends to the queue"
        case .sns: "publishes to the topic"
        case .logs: "writes to the log group"
        }
    }
}
