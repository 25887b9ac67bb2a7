import Model

/// EventBridge may not invoke the target: a kind that needs a role has none, or nothing lets EventBridge in by the target's own policy.
///
/// Lambda functions, SQS queues, SNS topics and log groups let EventBridge in by a policy of their own; all others need `roleArn` (EventBridge user
/// guide, "Using resource-based policies"), and so does whatever lies in another account. `reconcile` sees to the policies unless `permission: none` says
/// that somebody else does: then this is a warning.
enum TargetWithoutPermission: Check {
    static let id = "target-without-permission"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.table.rules.flatMap { rule in
            rule.targets.compactMap { target in
                set[target.address].flatMap { finding(target, set[rule.address], $0, set.table.stack) }
            }
        }
    }

    private static func finding(_ target: RoutedTarget, _ rule: DesiredResource?, _ resource: DesiredResource, _ stack: Stack)
        -> CheckFinding?
    {
        guard target.roleARN == nil, rule?.attributes["roleArn"] == nil else { return nil }
        let consumer = target.consumer
        let isElsewhere = consumer.account != stack.aws.accountID
        switch consumer.service {
        case "lambda", "sqs", "sns", "logs":
            if isElsewhere {
                return needsRole(
                    resource, consumer, because: "What lies in another account is reached with a role, which its own policy lets in.")
            }
            guard !target.isPermitted, let holder = PolicyHolder(consumer.arn), holder.isIn(stack.aws) else { return nil }
            return CheckFinding(
                resource, "nothing here lets EventBridge invoke \(consumer.title)",
                detail: "`permission: none` leaves its policy to others.",
                fix: "Remove `permission: none`, or make sure that the policy has such a statement.", severity: .warning)
        case "states", "kinesis", "firehose", "ecs", "batch", "ssm", "codepipeline", "codebuild", "redshift", "redshift-serverless",
            "sagemaker",
            "execute-api", "inspector":
            return needsRole(resource, consumer, because: "Targets of this kind have no policy of their own.")
        case "events":
            guard isElsewhere || consumer.region != stack.aws.region || consumer.resource.hasPrefix("api-destination/") else { return nil }
            return needsRole(
                resource, consumer, because: "API destinations, and buses of another account or region, are reached with a role.")
        default: return nil
        }
    }

    private static func needsRole(_ resource: DesiredResource, _ consumer: Consumer, because detail: String) -> CheckFinding {
        CheckFinding(
            resource, "EventBridge needs a role to invoke \(consumer.title)", detail: detail, fix: "Add `roleArn` to the target.")
    }
}
