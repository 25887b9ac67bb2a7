import Model

/// A target has a role though its own policy lets EventBridge in: with the role delivery fails unless that one's trust and permissions are right as well.
///
/// Lambda functions, SQS queues, SNS topics and log groups of the rule's own account and region are reached by a policy of theirs (EventBridge user guide, "Using
/// resource-based policies"), which `reconcile` sees to. The role that the tutorial makes for its function is such a one.
enum NeedlessRole: Check {
    static let id = "needless-role"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.targets.filter { $0.target.roleARN != nil }.compactMap { checked in
            guard let holder = PolicyHolder(checked.target.consumer.arn), holder.isIn(set.table.stack.aws) else { return nil }
            return CheckFinding(
                checked.resource, at: "roleArn", "\(holder.service.kindOfTarget) in the same account needs no `roleArn`",
                detail:
                    "EventBridge \(holder.service.handing) by the \(holder.service.noun)'s resource policy, which `permission: perRule` sees to. "
                    + "With a role, delivery fails unless the role's trust and permissions are right as well.",
                fix: "Remove `roleArn`.")
        }
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
