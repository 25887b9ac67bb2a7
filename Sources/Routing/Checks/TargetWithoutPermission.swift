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
        set.targets.compactMap { finding($0, set.table.stack.aws) }
    }

    private static func finding(_ checked: CheckedTarget, _ aws: Stack.AWS) -> CheckFinding? {
        let (target, resource) = (checked.target, checked.resource)
        guard target.roleARN == nil, checked.rule.attributes["roleArn"] == nil else { return nil }
        let consumer = target.consumer
        let isElsewhere = consumer.account != aws.accountID
        switch consumer.service {
        case "lambda", "sqs", "sns", "logs":
            if isElsewhere {
                return needsRole(
                    resource, consumer, because: "What lies in another account is reached with a role, which its own policy lets in.")
            }
            guard !target.isPermitted, let holder = PolicyHolder(consumer.arn), holder.isIn(aws) else { return nil }
            return CheckFinding(
                resource, "nothing here lets EventBridge invoke \(consumer.title)",
                detail: "`permission: none` leaves its policy to others.",
                fix: "Remove `permission: none`, or make sure that the policy has such a statement.", severity: .warning)
        case "states", "kinesis", "firehose", "ecs", "batch", "ssm", "codepipeline", "codebuild", "redshift", "redshift-serverless",
            "sagemaker",
            "execute-api", "inspector":
            return needsRole(resource, consumer, because: "Targets of this kind have no policy of their own.")
        case "events":
            guard isElsewhere || consumer.region != aws.region || consumer.resource.hasPrefix("api-destination/") else { return nil }
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
