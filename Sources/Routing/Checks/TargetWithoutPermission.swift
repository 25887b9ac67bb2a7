import Model

/// EventBridge may not invoke the target: a kind that needs a role has none, or a function gets no statement in its policy.
///
/// Lambda functions, SQS queues, SNS topics and log groups let EventBridge in by a policy of their own; all others need `roleArn` (EventBridge user
/// guide, "Using resource-based policies"). `reconcile` sees to the policies of functions unless `permission: none` says that somebody else does: then
/// this is a warning.
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
        switch consumer.service {
        case "lambda":
            guard !target.isPermitted else { return nil }
            return CheckFinding(
                resource, "nothing here lets EventBridge invoke \(consumer.title)",
                detail: "`permission: none` leaves the function's policy to others.",
                fix: "Remove `permission: none`, or make sure that the policy has such a statement.", severity: .warning)
        case "states", "kinesis", "firehose", "ecs", "batch", "ssm", "codepipeline", "codebuild", "redshift", "redshift-serverless",
            "sagemaker",
            "execute-api", "inspector":
            return CheckFinding(
                resource, "EventBridge needs a role to invoke \(consumer.title)",
                detail: "Targets of this kind have no policy of their own.",
                fix: "Add `roleArn` to the target.")
        case "events":
            let isElsewhere = consumer.account != stack.aws.accountID || consumer.region != stack.aws.region
            guard isElsewhere || consumer.resource.hasPrefix("api-destination/") else { return nil }
            return CheckFinding(
                resource, "EventBridge needs a role to invoke \(consumer.title)",
                detail: "API destinations, and buses of another account or region, are reached with a role.",
                fix: "Add `roleArn` to the target.")
        default: return nil
        }
    }
}
